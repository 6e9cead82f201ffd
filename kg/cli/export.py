"""`kg export`: the finished graph in another form."""

from __future__ import annotations

from pathlib import Path

import click

from kg.errors import UsageError

__all__ = ["export"]

HELP = """把图谱写成别的格式。

Write the graph in another form (see --list). FORMAT is one of these; the target is a folder, or a file where the form
is one file.

\b
例 / Examples:
  kg export --list
  kg export csv -o tables
  kg export turtle --graph out/graph.ttl -o copy.ttl
"""


@click.command(help=HELP)
@click.argument("form", required=False, metavar="[FORMAT]")
@click.option(
    "--graph", type=click.Path(path_type=Path), default=Path("exports/graph.ttl"), show_default=True, metavar="FILE",
    help="要导出的图谱 / the graph.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("exports"), show_default=True, metavar="PATH",
    help="写到哪里 / where to write.",
)  # fmt: skip
@click.option("--list", "listed", is_flag=True, help="列出格式 / list the forms.")
def export(*, form: str | None, graph: Path, output: Path, listed: bool) -> None:
    """Write the files and print their names."""
    from kg.export.formats import FORMATS, export_graph, find_format
    from kg.graph.reading import read_file

    if listed == (form is not None):
        raise UsageError("请给出格式名，或 --list / give the name of a form, or --list")
    if form is None:
        width = max(len(known.name) for known in FORMATS)
        for known in FORMATS:
            print(f"{known.name:{width}}  {known.chinese} / {known.english}: {', '.join(known.files)}")
        return
    find_format(form)
    back = read_file(graph)
    for path in export_graph(back.graph, form, output, base_iri=back.base_iri):
        print(path)
