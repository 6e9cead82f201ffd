"""`kg plot`: pictures for reports."""

from __future__ import annotations

from pathlib import Path

import click

from kg.errors import UsageError

__all__ = ["plot"]

HELP = """画图：时间线、地区与举措对照、一个地区的关系图、一项举措的扩散，PNG 或 SVG。

Draw a picture for a report, as PNG or SVG by the ending of -o: `timeline` (with --region the things of one region),
`matrix` (regions and what they share), `ego` (a region and what its reports tell of most), `diffusion` (how the
initiative of --concept spread).

\b
例 / Examples:
  kg plot timeline -o timeline.svg
  kg plot timeline --region 某某县 -o region.png
  kg plot matrix --kind Honor -o honors.png
  kg plot ego --region 某某县 -o ego.svg
  kg plot diffusion --concept 县管校聘 -o diffusion.png
"""
KINDS = ("Program", "Honor", "Project", "PolicyDocument")


@click.command(help=HELP)
@click.argument("picture", type=click.Choice(["timeline", "matrix", "ego", "diffusion"]))
@click.option("--graph", type=click.Path(path_type=Path), default=Path("exports/graph.ttl"), show_default=True,
              metavar="FILE", help="要画的图谱 / the graph.")  # fmt: skip
@click.option("--region", default="", metavar="NAME", help="地区的名称或代码 / name or code of a region.")
@click.option("--concept", default="", metavar="NAME", help="举措的名称 / name of an initiative (diffusion).")
@click.option("--kind", type=click.Choice(KINDS), default="Program", show_default=True,
              help="对照什么 / what to compare (matrix).")  # fmt: skip
@click.option("--most", type=click.IntRange(min=1, max=400), help="最多画多少个 / how many things at most.")
@click.option("--font", type=click.Path(path_type=Path), metavar="FILE", help="中文字体文件 / a font with Chinese.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE",
              help="写到哪个 .png 或 .svg 文件 / the file to write, .png or .svg.")  # fmt: skip
def plot(
    *,
    picture: str,
    graph: Path,
    region: str,
    concept: str,
    kind: str,
    most: int | None,
    font: Path | None,
    output: Path,
) -> None:
    """Write the picture and print its name."""
    from kg.export.atomic import write_files
    from kg.export.plot import FORMS, ego, matrix, spread, timeline
    from kg.graph.reading import read_file
    from kg.model.names import EntityKind

    form = output.suffix.lower().lstrip(".")
    if form not in FORMS:
        raise UsageError(f"{output}: 文件名要以 .png 或 .svg 结尾 / the name must end in .png or .svg")
    if picture == "ego" and not region:
        raise UsageError("ego 要用 --region 指明地区 / ego needs --region")
    if picture == "diffusion" and not concept:
        raise UsageError("diffusion 要用 --concept 指明举措 / diffusion needs --concept")
    drawn = read_file(graph).graph
    limit = {} if most is None else {"most": most}
    if picture == "timeline":
        sheet = timeline(drawn, region=region, font=font, **limit)
    elif picture == "matrix":
        sheet = matrix(drawn, kind=EntityKind(kind), font=font, **limit)
    elif picture == "diffusion":
        sheet = spread(drawn, concept=concept, font=font)
    else:
        sheet = ego(drawn, region=region, font=font, **limit)
    for path in write_files(output.parent, {output.name: sheet.to_bytes(form)}):
        print(path)
