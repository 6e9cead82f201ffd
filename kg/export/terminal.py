"""Tables for a terminal, in which a Chinese character is as wide as two others."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Sequence

__all__ = ["NARROW", "terminal_lines", "terminal_table", "terminal_width", "visible"]

NARROW = 100
"""Columns below which wide tables are told in lines instead."""
_WIDEST = 10_000


def terminal_width() -> int:
    """The columns of the terminal; very many where the output goes to a file, so that no cell is folded."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDEST


def visible(words: str) -> str:
    """Without characters that would move the cursor, hide text or turn the direction of reading.

    >>> visible("a\\nb\\x1b[31m")
    'a b\\\\x1b[31m'
    """
    shown = " ".join(words.splitlines()).replace("\t", " ")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in shown)


def terminal_table(head: Sequence[str], rows: Sequence[Sequence[str]], *, width: int) -> str:
    """The table, its cells folded where the terminal is narrower.

    >>> print(terminal_table(["地区", "年份"], [["石门县", "2023"]], width=80))
    地区     年份
    ─────────────
    石门县   2023
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in head:
        table.add_column(Text(visible(name)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, force_terminal=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def terminal_lines(words: str, *, width: int, indent: int = 0) -> str:
    """Words in lines of that width, all of them indented.

    >>> print(terminal_lines("全面实施县管校聘", width=10, indent=2))
      全面实施
      县管校聘
    """
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    out = io.StringIO()
    text = Padding(Text(visible(words), overflow="fold"), (0, 0, 0, indent), expand=False)
    Console(file=out, width=width, color_system=None, force_terminal=False).print(text)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())
