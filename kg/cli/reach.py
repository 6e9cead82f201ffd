"""`kg reach`: which regions carry out a paper of a higher level."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.findings import findings_options, graph_option, write_out

__all__ = ["reach"]

HELP = """上级文件落实到了哪些地区：从哪年起、通过哪些举措、原文。

How far a paper of a higher level reaches: which regions carry it out (落实《…》, 根据《…》), since when, by which
programs, in which words, of how many regions whose reports could tell. Without DOCUMENT all such papers. A document is
a title in any script, a part of it, a key or an IRI. Tables: papers, reach, held.

\b
例 / Examples:
  kg reach
  kg reach 减轻义务教育阶段学生作业负担
  kg reach --format csv > 落实.csv
  kg reach -o 落实.xlsx
"""


@click.command(help=HELP)
@click.argument("document", default="", metavar="[DOCUMENT]")
@graph_option
@findings_options
def reach(*, document: str, graph: Path, as_json: bool, form: str | None, table: str, output: Path | None) -> None:
    """Print the papers with their regions, or write them."""
    from kg.export.findings import reach_findings
    from kg.export.findings.reach import reach_shown
    from kg.export.terminal import terminal_width
    from kg.graph.reading import read_file
    from kg.policy.reach import reach as reaching

    known = read_file(graph).graph
    found = reaching(known, document)
    if not write_out(reach_findings(found, known), as_json=as_json, form=form, table=table, output=output):
        print(reach_shown(found, known, width=terminal_width()))
