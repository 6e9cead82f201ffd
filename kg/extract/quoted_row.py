"""Programs in a row of quotation marks in which another one is a program: “互联网+教研”“互联网+作业”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["quoted_neighbours"]

_ROW = re.compile(r"“[^“”，。；\n]{2,16}”(?:[、和及与]?“[^“”，。；\n]{2,16}”)+")
_ITEM = re.compile(r"“([^“”]+)”")


def quoted_neighbours(page: Page) -> Iterator[tuple[int, int]]:
    """The spans inside quotation marks that nothing has named yet, in rows that hold a program.

    A row with a title, a document or a school in it lists something else and gives none.
    """
    titles = tuple(page.knowledge.words("honor_head"))
    for row in _ROW.finditer(page.text):
        kinds = {kind for kind in EntityKind if any(row.start() < m.start for m in page.touching(kind, *row.span()))}
        if kinds != {EntityKind.PROGRAM}:
            continue
        items = list(_ITEM.finditer(page.text, row.start(), row.end()))
        if not any(item[1].endswith(titles) for item in items):
            yield from (item.span(1) for item in items if page.free(*item.span(1)))
