"""`kg extract`: what single reports say, one JSON object a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.exits import Exit
from kg.cli.options import base_iri_option, jobs_option, reading_options
from kg.cli.streams import warn

if TYPE_CHECKING:
    from kg.pipeline import Reading

__all__ = ["extract"]

HELP = """抽取单篇报告的实体和事实，每篇一行 JSON，带原文位置。

Print what each report says, one JSON object a document: entities and facts, each with its place in the raw text.
Folders are read recursively, archives and JSON Lines document by document; - is standard input. `kg text FILE` prints
the text in which the places count.

\b
例 / Examples:
  kg extract seeds/*.txt > facts.jsonl
  kg extract - < 报告.pdf
  kg extract 报告.html | jq '.facts[] | select(.type == "award")'
"""


@click.command(help=HELP)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", help="输出格式 / form of the output.")
@jobs_option
@base_iri_option
@reading_options
@click.pass_context
def extract(
    ctx: click.Context,
    files: tuple[Path, ...],
    *,
    form: str,  # noqa: ARG001
    jobs: int | None,
    base_iri: str | None,
    reading: Reading,
) -> None:
    """Print a line a document as soon as it is ready; failures go to stderr and into the exit code."""
    from kg.export.jsonl import to_json_line
    from kg.graph.iri import BASE_IRI, Namespaces
    from kg.knowledge import load_knowledge
    from kg.model.facts import Failure
    from kg.pipeline import gather, read_many

    base = Namespaces(base_iri or BASE_IRI).base
    inputs = gather(files, reading)
    for skipped in inputs.skipped:
        warn(f"跳过 / skipped: {skipped.path}: {skipped.problem}")
    for failure in inputs.failures:
        warn(f"失败 / failed: {failure.path}: {failure.problem}")
    failed = bool(inputs.failures)
    for outcome in read_many(inputs.files, load_knowledge(), jobs=jobs):
        if isinstance(outcome, Failure):
            warn(f"失败 / failed: {outcome.path}: {outcome.problem}")
            failed = True
        else:
            print(to_json_line(outcome, base_iri=base), flush=True)
    if failed:
        ctx.exit(Exit.SOME_FAILED)
