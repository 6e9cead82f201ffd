"""`kg explain`: why the graph takes names for one thing or for several."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.exits import Exit
from kg.cli.options import base_iri_option, jobs_option
from kg.cli.streams import warn

if TYPE_CHECKING:
    from kg.explain import Identities

__all__ = ["explain"]

HELP = """解释图谱中的一个事物：它是什么，叫过哪些名称、各在哪里，为什么合并，为什么没有合并，沿革和事实。

Explain one thing of the graph: what it is, its names and where each is said, why they were taken for one, which near
names were refused and why, what it came from and what became of it, and its facts.

PATH is a folder that kg build wrote (default: exports), or reports to be read now.

\b
例 / Examples:
  kg explain 县一中
  kg explain school/430726-diyizhongxue-573rb62j out/
  kg explain 青山小学 2021.txt 2023.txt --json
"""
SHOWN = 12
"""So many lines of each part are shown without --all."""


@click.command(help=HELP)
@click.argument("asked", metavar="NAME|IRI")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[PATH…]")
@click.option("--all", "everything", is_flag=True, help="全部列出 / all lines of every part.")
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 对象 / print one JSON object.")
@jobs_option
@base_iri_option
@click.pass_context
def explain(
    ctx: click.Context,
    asked: str,
    paths: tuple[Path, ...],
    *,
    everything: bool,
    as_json: bool,
    jobs: int | None,
    base_iri: str | None,
) -> None:
    """Print the explanation, the candidates, or the near names; an unknown name is wrong usage."""
    from kg.explain import explain as explained
    from kg.explain import explanation_lines, find, found_lines

    known = _identities(paths or (Path("exports"),), jobs=jobs, base_iri=base_iri)
    found = find(asked, known.entities, known.curations)
    if len(found.candidates) == 1:
        told = explained(found.candidates[0], known)
        if as_json:
            print(json.dumps(told.record(), ensure_ascii=False))
            return
        for line in explanation_lines(told, most=len(known.entities) * 99 if everything else SHOWN):
            print(line)
        return
    if as_json:
        print(json.dumps({"asked": asked, "candidates": list(found.candidates), "near": list(found.near)},
                         ensure_ascii=False))  # fmt: skip
    for line in found_lines(asked, found) if not as_json else ():
        print(line) if found.candidates else warn(line)
    if not found.candidates:
        ctx.exit(Exit.USAGE)


def _identities(paths: tuple[Path, ...], *, jobs: int | None, base_iri: str | None) -> Identities:
    """What a finished build says, or one of the given reports."""
    from kg.explain import of_build, of_exports

    first = paths[0].parent if paths[0].suffix == ".ttl" else paths[0]
    if len(paths) == 1 and ((first / "graph.ttl").is_file() or paths == (Path("exports"),)):
        return of_exports(first)
    from kg import api
    from kg.knowledge import load_knowledge

    built = api.build(paths, jobs=jobs, base_iri=base_iri)
    for failure in built.report.failures:
        warn(f"失败 / failed: {failure.path}: {failure.problem}")
    return of_build(built.values, load_knowledge().reasons, base_iri=built.base_iri)
