"""`kg ladder`: titles from the county to the nation."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.findings import findings_options, graph_option, write_out

__all__ = ["ladder"]

HELP = """荣誉阶梯：同一称号从县级到国家级，哪年得到、哪年争创；--titles 看各地区有哪些称号。

Titles from level to level: one title of a school or program from county to nation, when it was won or sought; with
--titles which regions collect which titles. Tables: ladder, titles, held.

\b
例 / Examples:
  kg ladder
  kg ladder --region 某某县
  kg ladder --titles
  kg ladder --titles --format csv > 称号.csv
"""


@click.command(help=HELP)
@click.option("--region", "regions", multiple=True, metavar="NAME|CODE",
              help="只看这些地区，可多次 / only these regions; may be repeated.")  # fmt: skip
@click.option("--titles", "by_region", is_flag=True, help="各地区的称号 / the titles of each region.")
@graph_option
@findings_options
def ladder(
    *,
    regions: tuple[str, ...],
    by_region: bool,
    graph: Path,
    as_json: bool,
    form: str | None,
    table: str,
    output: Path | None,
) -> None:
    """Print ladders or titles, or write both."""
    from kg.export.findings import ladder_findings
    from kg.export.findings.ladder import ladders_shown, titles_shown
    from kg.export.terminal import terminal_width
    from kg.graph.reading import read_file
    from kg.policy.ladder import ladders, titles

    known = read_file(graph).graph
    found, collected = ladders(known, regions=regions), titles(known, regions=regions)
    findings = ladder_findings(found, collected, known, main="titles" if by_region else "ladder")
    if write_out(findings, as_json=as_json, form=form, table=table, output=output):
        return
    width = terminal_width()
    print(titles_shown(collected, known, width=width) if by_region else ladders_shown(found, known, width=width))
