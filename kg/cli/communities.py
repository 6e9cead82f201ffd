"""`kg communities`: what hangs together."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.findings import findings_options, graph_option, write_out

__all__ = ["communities"]

HELP = """群组：哪些事物联系紧密（Leiden），谁是中心，谁是联系几个群组的桥。

What hangs together in the graph (Leiden, over the facts that reports tell): communities, their hubs, and bridges such
as initiatives that several regions share. Table: communities.

\b
例 / Examples:
  kg communities
  kg communities --format csv > 群组.csv
"""


@click.command(help=HELP)
@graph_option
@findings_options
def communities(*, graph: Path, as_json: bool, form: str | None, table: str, output: Path | None) -> None:
    """Print the communities, or write the place of each thing."""
    from kg.export.findings.communities import communities_shown, community_findings
    from kg.export.terminal import terminal_width
    from kg.graph.reading import read_file

    known = read_file(graph).graph
    findings = community_findings(known)
    if not write_out(findings, as_json=as_json, form=form, table=table, output=output):
        print(communities_shown(known, width=terminal_width()))
