"""`kg add` and `kg remove`: a graph that grows and shrinks with its reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.finish import finish
from kg.cli.options import base_iri_option, curation_option, jobs_option, output_option, reading_options, store_option
from kg.cli.progress import progress_bar

if TYPE_CHECKING:
    from kg.pipeline import Reading

__all__ = ["add", "remove"]

ADD = """把报告加入库，重写图谱；同名的报告被替换，没变的不再读。

Add reports to a store and write the graph anew. A report of the same name is replaced; what is unchanged is not read.

\b
例 / Examples:
  kg build 2022/ --store 库           建库 / make the store
  kg add 2023/总结.docx --store 库
"""
REMOVE = """从库里取出报告，重写图谱。

Take reports out of a store and write the graph anew: by name, by name without folder and ending, by the key of the
document, or all that a folder or an archive brought by its name.

\b
例 / Examples:
  kg remove 2022/总结.txt --store 库
  kg remove doc/f56b786812aef5cb --store 库
  kg remove all.zip --store 库
"""
quiet_option = click.option("--quiet", is_flag=True, help="不显示进度和小结 / no progress, no summary.")


@click.command(help=ADD)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@store_option(required=True)
@output_option
@jobs_option
@base_iri_option
@reading_options
@curation_option
@quiet_option
@click.pass_context
def add(
    ctx: click.Context,
    paths: tuple[Path, ...],
    *,
    store: Path,
    output: Path,
    jobs: int | None,
    base_iri: str | None,
    reading: Reading,
    curation: Path | None,
    quiet: bool,
) -> None:
    """Add and save; print the summary; say by the exit code whether every input was read."""
    from kg import api

    with progress_bar(shown=not quiet and sys.stderr.isatty()) as progress:
        built = api.add(
            paths, store, jobs=jobs, base_iri=base_iri, progress=progress, reading=reading, curation=curation
        )
    finish(ctx, built, output, quiet=quiet)


@click.command(help=REMOVE)
@click.argument("documents", nargs=-1, required=True, metavar="DOC…")
@store_option(required=True)
@output_option
@jobs_option
@base_iri_option
@curation_option
@quiet_option
@click.pass_context
def remove(
    ctx: click.Context,
    documents: tuple[str, ...],
    *,
    store: Path,
    output: Path,
    jobs: int | None,
    base_iri: str | None,
    curation: Path | None,
    quiet: bool,
) -> None:
    """Remove and save; print the summary."""
    from kg import api

    with progress_bar(shown=not quiet and sys.stderr.isatty()) as progress:
        built = api.remove(documents, store, jobs=jobs, base_iri=base_iri, progress=progress, curation=curation)
    finish(ctx, built, output, quiet=quiet)
