"""`kg build`: from files to the graph and its exports."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.finish import finish
from kg.cli.options import base_iri_option, curation_option, jobs_option, output_option, reading_options, store_option
from kg.cli.progress import progress_bar

if TYPE_CHECKING:
    from kg.pipeline import Reading

__all__ = ["build"]

HELP = """读入文件和文件夹，写出知识图谱。默认读 seeds，写 exports。

Read files and folders (recursively) and write the graph: graph.ttl, graph.html, entities.csv, facts.csv,
figures.csv, documents.csv, identity.jsonl, report.json.
Reads seeds and writes exports unless told otherwise. One bad file does not stop the others. Text, Markdown, HTML, PDF,
DOCX, JSON Lines (a document a line), zip archives of these; - is standard input.

\b
例 / Examples:
  kg build
  kg build 报告/ 2024.html 下载.zip -o out
  kg build 网页.jsonl --text-field 正文 --title-field 标题
  kg build seeds --base-iri https://data.example.cn/edu/
  kg build 报告/ --store 库            只读新的、改动过的 / reads only what is new or changed
"""


@click.command(help=HELP)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH…]")
@output_option
@jobs_option
@base_iri_option
@reading_options
@store_option(required=False)
@curation_option
@click.option("--quiet", is_flag=True, help="不显示进度和小结 / no progress, no summary.")
@click.pass_context
def build(
    ctx: click.Context,
    paths: tuple[Path, ...],
    *,
    output: Path,
    jobs: int | None,
    base_iri: str | None,
    reading: Reading,
    store: Path | None,
    curation: Path | None,
    quiet: bool,
) -> None:
    """Build and save; print the summary; say by the exit code whether every input was read."""
    from kg import api

    with progress_bar(shown=not quiet and sys.stderr.isatty()) as progress:
        built = api.build(
            paths or (Path("seeds"),),
            jobs=jobs,
            base_iri=base_iri,
            progress=progress,
            fields=asdict(reading.fields),
            input_format=reading.form,
            store=store,
            curation=curation,
        )
    finish(ctx, built, output, quiet=quiet)
