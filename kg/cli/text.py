"""`kg text`: the text into which the evidence of a document points."""

from __future__ import annotations

import io
import re
import sys
from typing import TYPE_CHECKING

import click

from kg.cli.options import reading_options
from kg.cli.streams import warn
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.pipeline import Reading

__all__ = ["text"]

HELP = """打印一篇文档的原文：图谱中每条出处的起止位置都按它计数。PDF 每页之后有一个换页符。

Print the text of one document exactly as evidence counts it: start and end are characters of this text. For PDF and
Word files it is what was extracted, with a form feed between the pages of a PDF; for JSON Lines the text field.

\b
例 / Examples:
  kg text 报告.pdf > 报告.txt
  kg text 下载.zip/总结/2023.docx
  kg text 网页.jsonl#12
  kg text 报告.pdf --at 120:134        只打印这一处，并说明在第几页 / only this place, and its page
"""


# A line of standard input is called -#12, which is no option.
@click.command(help=HELP, context_settings={"ignore_unknown_options": True})
@click.argument("document", metavar="FILE")
@click.option("--at", metavar="START:END", help="只打印这一段，并说明页和行 / only this part; tells its page and line.")
@reading_options
def text(document: str, *, at: str | None, reading: Reading) -> None:
    """Print the text, or a part of it; where the part stands is said on stderr."""
    from kg.pipeline import find_document, name_of
    from kg.read import read

    origin = find_document(document, reading)
    raw = read(origin, name=name_of(origin)).text
    if at is None:
        _write(raw)
        return
    start, end = _span(at, len(raw))
    warn(_where(raw, start))
    _write(raw[start:end])


def _write(raw: str) -> None:
    """Print neither more nor less than the text: on Windows too a line's end stays one character."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(raw)


def _span(at: str, length: int) -> tuple[int, int]:
    """Start and end. Raises `UsageError` if they are no place in the text."""
    numbers = re.fullmatch(r"(\d+):(\d+)", at, re.ASCII)
    start, end = (int(numbers[1]), int(numbers[2])) if numbers else (0, -1)
    if not 0 <= start <= end <= length:
        raise UsageError(f"--at {at}: 要 起:止，且不超过 {length} / must be START:END within {length}")
    return start, end


def _where(raw: str, start: int) -> str:
    """In which line a place stands and, if the text has pages, on which page.

    >>> _where("甲\\n\\f乙\\n丙", 5)
    '第 2 页第 2 行 / page 2, line 2'
    """
    page = raw.count("\f", 0, start) + 1
    line = raw.count("\n", raw.rfind("\f", 0, start) + 1, start) + 1
    if "\f" not in raw:
        return f"第 {line} 行 / line {line}"
    return f"第 {page} 页第 {line} 行 / page {page}, line {line}"
