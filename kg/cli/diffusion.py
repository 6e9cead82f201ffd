"""`kg diffusion`: how one initiative went from region to region."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.findings import findings_options, graph_option, write_out

__all__ = ["diffusion"]

HELP = """一项举措的扩散：各地区首次计划、首次实施的年份，先后，晚几年，自上而下还是自下而上，S 曲线，事件史数据。

How an initiative spread: in each region the first year planned and done, order and lag, top-down (a higher level had
said it) or bottom-up, the S-curve, and event-history data. CONCEPT is a name in any script, a key or an IRI. Only what
reports tell counts; regions whose reports end are censored there. Tables: adopters, curve, events, held.

\b
例 / Examples:
  kg diffusion 县管校聘
  kg diffusion 双减 --format csv > 事件史.csv          SPID 式，一行一个地区 / a row a region
  kg diffusion 双减 --format csv --table curve > S曲线.csv
  kg diffusion 双减 -o 双减.html
"""


@click.command(help=HELP)
@click.argument("concept", metavar="CONCEPT")
@graph_option
@findings_options
def diffusion(*, concept: str, graph: Path, as_json: bool, form: str | None, table: str, output: Path | None) -> None:
    """Print the spread, or write it."""
    from kg.export.findings import diffusion_findings
    from kg.export.findings.show import diffusion_shown
    from kg.export.terminal import terminal_width
    from kg.graph.reading import read_file
    from kg.policy.diffusion import diffusion as spread_of

    known = read_file(graph).graph
    spread = spread_of(known, concept)
    findings = diffusion_findings(spread, known)
    if not write_out(findings, as_json=as_json, form=form, table=table, output=output):
        print(diffusion_shown(spread, known, width=terminal_width()))
