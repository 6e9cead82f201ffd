"""What every build ends with: the files, the summary, and the exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.exits import Exit
from kg.cli.streams import warn

if TYPE_CHECKING:
    from kg.api import Build

__all__ = ["finish"]


def finish(ctx: click.Context, built: Build, output: Path, *, quiet: bool) -> None:
    """Write the files, tell what failed and what was made; the exit code says whether every input was read."""
    from kg.cli.summary import curation_lines, summary

    written = built.save(output)
    for failure in built.report.failures:
        warn(f"失败 / failed: {failure.path}: {failure.problem}")
    for line in curation_lines(built.report):
        warn(line)
    if not quiet:
        print(summary(built.report, written))
    if built.report.failures:
        ctx.exit(Exit.SOME_FAILED)
