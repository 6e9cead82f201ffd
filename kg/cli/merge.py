"""`kg merge`: the graphs of several builds as one."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import base_iri_option
from kg.cli.streams import warn

__all__ = ["merge"]

HELP = """把几次构建的图谱合成一个：同一事物保持同一 IRI，别名、事实和出处都保留。

Merge the graphs of several builds: the same things keep the same IRIs; all names, facts, quotes and reports stay. The
order of the graphs does not matter. Where they say different things of one, all values are told on stderr, with the
one that is taken. Each GRAPH is a graph file, a folder of outputs, or a store.

Who is who is not decided anew: names that need the reports of both builds to be known as one stay two. If the reports
are at hand, build them together.

\b
例 / Examples:
  kg merge 甲/graph.ttl 乙/graph.ttl -o 合并/graph.ttl
  kg merge 甲 乙 丙 -o 合并 --base-iri https://example.org/id/
"""


@click.command(help=HELP)
@click.argument("graphs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="GRAPH…")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="PATH",
    help="写到哪里：.ttl 文件或文件夹 / where to write: a .ttl file or a folder.",
)  # fmt: skip
@base_iri_option
@click.option("--quiet", is_flag=True, help="不列冲突 / do not list conflicts.")
def merge(graphs: tuple[Path, ...], *, output: Path, base_iri: str | None, quiet: bool) -> None:
    """Write the merged graph and print its file."""
    from kg import api

    merged = api.merge(*graphs, base_iri=base_iri)
    for conflict in () if quiet else merged.conflicts:
        warn(f"说法不一 / conflict: {conflict}")
    for path in merged.export("turtle", output):
        print(path)
