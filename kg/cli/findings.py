"""What commands share whose answer is a set of tables: forms, files, and where the graph is."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.export.findings import Findings

__all__ = ["findings_options", "graph_option", "write_out", "year_span"]

FORMS = ("csv", "xlsx", "html", "json")
"""`kg.export.findings.FORMS`, which a test holds equal, without waiting for it."""

_YEARS = re.compile(r"(\d{4})(?:[-–—~至到](\d{4}))?年?", re.ASCII)

graph_option = click.option(
    "--graph", type=click.Path(path_type=Path), default=Path("exports/graph.ttl"), show_default=True, metavar="FILE",
    help="要看的图谱：文件、输出文件夹或库 / the graph: a file, a folder of outputs, or a store.",
)  # fmt: skip


def findings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--json`, `--format`, `--table` and `-o`."""
    for option in (
        click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                     help="写到文件；格式也可由文件名得知 / the file to write; its name can tell the form."),
        click.option("--table", default="", metavar="NAME", help="csv 写哪张表 / which table goes into csv."),
        click.option("--format", "form", type=click.Choice(FORMS), help="写成文件而不是终端表 / a form of file."),
        click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 对象 / print one JSON object."),
    ):  # fmt: skip
        command = option(command)
    return command


def write_out(findings: Findings, *, as_json: bool, form: str | None, table: str, output: Path | None) -> bool:
    """Whether the findings were written, to a file or to stdout; False where a terminal should show them.

    Raises `UsageError` where no form is told, or a workbook has no file.
    """
    from kg.export.atomic import write_files
    from kg.export.findings import write_findings

    chosen = "json" if as_json else form or _form_of(output)
    if as_json and form not in (None, "json"):
        raise UsageError("--json 与 --format 只能选一个 / choose one of --json and --format")
    if chosen is None:
        if table:
            raise UsageError("--table 要与 --format csv 一起用 / --table goes with --format csv")
        return False
    if chosen == "xlsx" and output is None:
        raise UsageError("xlsx 要用 -o 指明文件 / xlsx needs a file: -o FILE.xlsx")
    content = write_findings(findings, chosen, table=table)
    if output is not None:
        for path in write_files(output.parent, {output.name: content}):
            print(path)
        return True
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    return True


def _form_of(output: Path | None) -> str | None:
    """The form that a file's name tells."""
    if output is None:
        return None
    form = output.suffix.lower().lstrip(".")
    if form not in FORMS:
        raise UsageError(f"{output}: 请给出 --format，或让文件名以 .csv .xlsx .html .json 结尾 / give --format")
    return form


def year_span(years: str | None) -> tuple[int, int] | None:
    """The first and last year of `2021-2023` or `2022`; raises `UsageError` for other words.

    >>> year_span("2021-2023"), year_span("2022")
    ((2021, 2023), (2022, 2022))
    """
    if years is None:
        return None
    found = _YEARS.fullmatch(years.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if first > last:
        raise UsageError(f"--years {years}: 要写成 2021-2023 或 2022 / write 2021-2023 or 2022")
    return first, last
