"""`kg promises`: what plans promised, and what became of it."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.findings import findings_options, graph_option, write_out, year_span

__all__ = ["promises"]

HELP = """计划兑现台账：每项计划在同一地区后来的报告里怎样了，两处原文并列。

The ledger: what became of each thing that was planned, in later reports of the same region: kept, under way, renamed,
dropped (a later report looks back and does not name it), or no later report held. Tables: summary, promises, held.

\b
例 / Examples:
  kg promises
  kg promises --region 某某县 --year 2022
  kg promises --outcome dropped
  kg promises -o 台账.html
  kg promises --format csv > 台账.csv
"""
OUTCOMES = ("kept", "under-way", "renamed", "dropped", "no-later-report")
"""`kg.policy.promises.Outcome`, which a test holds equal, without waiting for it."""


@click.command(help=HELP)
@click.option("--region", "regions", multiple=True, metavar="NAME|CODE",
              help="只看这些地区，可多次 / only these regions; may be repeated.")  # fmt: skip
@click.option(
    "--year", "--years", "years", metavar="2021-2023", help="只看为这些年计划的 / only what is planned for these."
)
@click.option("--outcome", "outcomes", multiple=True, type=click.Choice(OUTCOMES),
              help="只看这些结果，可多次 / only these outcomes; may be repeated.")  # fmt: skip
@graph_option
@findings_options
def promises(
    *,
    regions: tuple[str, ...],
    years: str | None,
    outcomes: tuple[str, ...],
    graph: Path,
    as_json: bool,
    form: str | None,
    table: str,
    output: Path | None,
) -> None:
    """Print the ledger, or write it."""
    from kg.export.findings import promise_findings
    from kg.export.findings.promises import promises_shown
    from kg.export.terminal import terminal_width
    from kg.graph.reading import read_file
    from kg.policy.promises import promises as ledger_of
    from kg.policy.promises import with_outcome

    span = year_span(years)
    known = read_file(graph).graph
    whole = ledger_of(known, regions=regions, years=span)
    ledger = with_outcome(whole, outcomes)
    findings = promise_findings(whole, ledger, known)
    if not write_out(findings, as_json=as_json, form=form, table=table, output=output):
        print(promises_shown(whole, ledger, known, width=terminal_width()))
