"""`kg compare`: who has what, since when, and by what name."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.findings import findings_options, graph_option, write_out, year_span

__all__ = ["compare"]

HELP = """各地区有哪些相同的举措：谁有、从哪年起、进展、各自的叫法、原文。

Compare regions: which of them have an initiative, since when, how far along, by what name, in which words. Without
CONCEPT all initiatives of two or more regions. A concept is a name in any script, a key or an IRI; a prefecture or
province stands for what lies in it. What no report tells is shown as silence, not as absence.

\b
例 / Examples:
  kg compare
  kg compare 县管校聘 双减
  kg compare --region 某某市 --years 2021-2023
  kg compare --kind honor -o 荣誉.xlsx
  kg compare --format csv > 对照.csv     --table matrix 总表 / the matrix
"""
KINDS = {"program": "Program", "project": "Project", "document": "PolicyDocument", "honor": "Honor"}


@click.command(help=HELP)
@click.argument("concepts", nargs=-1, metavar="[CONCEPT…]")
@click.option("--region", "regions", multiple=True, metavar="NAME|CODE",
              help="只看这些地区，可多次 / only these regions; may be repeated.")  # fmt: skip
@click.option("--years", metavar="2021-2023", help="只看这些年 / only these years.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(tuple(KINDS)),
              help="只看这几类，默认除荣誉外都看 / kinds; default: all but honors.")  # fmt: skip
@graph_option
@findings_options
def compare(
    *,
    concepts: tuple[str, ...],
    regions: tuple[str, ...],
    years: str | None,
    kinds: tuple[str, ...],
    graph: Path,
    as_json: bool,
    form: str | None,
    table: str,
    output: Path | None,
) -> None:
    """Print the comparison, or write it."""
    from kg.export.findings import comparison_findings
    from kg.export.findings.show import comparison_shown
    from kg.export.terminal import terminal_width
    from kg.graph.reading import read_file
    from kg.model.names import EntityKind
    from kg.policy.compare import DEFAULT_KINDS
    from kg.policy.compare import compare as compared

    chosen = tuple(EntityKind(KINDS[kind]) for kind in kinds) or DEFAULT_KINDS
    span = year_span(years)
    known = read_file(graph).graph
    comparison = compared(known, concepts=concepts, regions=regions, years=span, kinds=chosen)
    findings = comparison_findings(comparison, known)
    if not write_out(findings, as_json=as_json, form=form, table=table, output=output):
        print(comparison_shown(comparison, known, width=terminal_width(), quotes=bool(concepts)))
