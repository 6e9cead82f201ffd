"""`kg lineage`: who copied from whom."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.findings import findings_options, graph_option, write_out

__all__ = ["lineage"]

HELP = """哪些报告有相同的段落：谁抄了谁，两处原文并列，相似度，先后。

Passages that reports share but for names and figures: who copied from whom, both quotes side by side, how alike, and
by what the direction is known. Formulas of the genre and titles of papers are no copies. A report that is posted again
as a whole is read once: report.json of the build names it.

\b
例 / Examples:
  kg lineage
  kg lineage --graph out
  kg lineage -o 传抄.xlsx
  kg lineage --json
"""


@click.command(help=HELP)
@graph_option
@findings_options
def lineage(*, graph: Path, as_json: bool, form: str | None, table: str, output: Path | None) -> None:
    """Print the passages, or write them."""
    from kg.export.findings import lineage_findings
    from kg.export.findings.lineage import lineage_shown
    from kg.export.terminal import terminal_width
    from kg.graph.reading import read_file
    from kg.policy.lineage import lineage as copied

    known = read_file(graph).graph
    found = copied(known)
    if not write_out(lineage_findings(found, known), as_json=as_json, form=form, table=table, output=output):
        print(lineage_shown(found, known, width=terminal_width()))
