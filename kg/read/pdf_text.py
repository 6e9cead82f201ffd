"""The text of a PDF: a paragraph a line, a form feed between pages, and what of it a person reads."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from kg.model.aligned import AlignedText, Edit
from kg.read.decode import readable
from kg.read.pdf import Turned, pdf_pages
from kg.read.pdf_rows import FULL, Row, page_rows
from kg.read.problem import UnreadableError

__all__ = ["read_pdf"]

NO_TEXT = "PDF 没有文字层（扫描件），请先识别文字（OCR）/ no text layer (a scan): recognise its text first (OCR)"
GARBLED = (
    "PDF 的字体没有编码信息，提取出的是乱码，请找 Word 版或先识别文字 / its fonts do not tell the characters: "
    "find the Word file, or recognise its text (OCR)"
)
EDGE = 3
"""Lines at the top and the bottom of a page among which running heads are looked for."""
SHARE = 0.4
"""Share of the pages that a running head stands on: on left or right pages only, and not on the first."""
SAME_PLACE = 3.0
"""Points by which a running head moves from page to page."""
INDENT = 1.0
"""Squares of a Chinese character from which a line counts as indented: a paragraph begins with two."""
DEEP = 3.0
"""Squares up to which a line counts as a paragraph's first: a signature stands much further right."""
LOOSE = 6.0
"""Squares that a line may leave free and still go on where indents tell the paragraphs: room is only estimated."""
SAME_SIZE = 1.15
"""A line in letters so many times larger is no part of the paragraph."""
ENOUGH = 5
"""Lines of text by which the margins of a page are known."""
OUTSTANDING = 20
"""One line in so many may stand out over the margin."""
FAR = 2.6
"""Heights of a letter between the lines of a paragraph at most; official documents have 1.8."""

_PAGE_NUMBER = re.compile(r"[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／，,、]?\s*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*")
_CONTENTS = re.compile(r".{2,60}?[.…·．]{4,}\s*\d{1,4}")
"""A line of a table of contents."""
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]"
    r"|[一二三四五六七八九十]是|第[一二三四五六七八九十]{1,3}[章节条部]|[【·•●■◆*]|附件|附：)"
)
_ENDS = re.compile(r"[。！？；：:]$")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines of one page that are one line of the text."""

    text: str
    first: Row
    last: Row
    page: int
    furniture: bool
    """Whether it belongs to the page rather than to the report."""


@dataclass(frozen=True, slots=True)
class _Margins:
    """Between which the text of a page runs, in points."""

    left: float = 0.0
    right: float = 0.0
    size: float = 0.0
    """Of the letters in which most of it is written."""
    indented: bool = False
    """Whether its paragraphs begin further right: then a line at the margin goes on with the one before."""


def read_pdf(data: bytes) -> tuple[str, AlignedText]:
    """The text and its view: the view leaves out running heads, page numbers and the table of contents.

    Lines of a paragraph are one line in the text; a paragraph that goes on over a page's end is one only in the view,
    for the text keeps the form feed by which pages are counted. Raises `UnreadableError`.
    """
    pages = [_rows(turned) for turned in pdf_pages(data)]
    whole = _margins([row for rows in pages for row in rows])
    margins = [_margins(rows) or whole or _Margins() for rows in pages]
    furniture = _running_heads(pages)
    paragraphs = [
        paragraph
        for number, rows in enumerate(pages)
        for paragraph in _paragraphs(number, rows, furniture, margins[number])
    ]
    text, edits = _written(paragraphs, len(pages), margins)
    view = AlignedText.plain(text).edited(edits)
    if not view.text.strip():
        raise UnreadableError(NO_TEXT)
    if not readable(view.text):
        raise UnreadableError(GARBLED)
    return text, view


def _rows(turned: Turned) -> list[Row]:
    """The lines of a page; what is turned comes behind what is not, or what there is less of behind the rest."""
    groups = sorted(turned.items(), key=lambda item: (-sum(len(piece.text) for piece in item[1]), item[0]))
    return [row for _, pieces in groups for row in page_rows(pieces)]


# --- what belongs to the page ---------------------------------------------------------------------------------------


def _running_heads(pages: Sequence[Sequence[Row]]) -> set[int]:
    """The `id` of each row that is a page's number, or stands at the same place of many pages in the same words."""
    found: set[int] = set()
    alike: dict[str, list[tuple[float, int, Row]]] = defaultdict(list)
    for number, rows in enumerate(pages):
        ordered = sorted(rows, key=lambda row: -row.top)
        found |= {id(row) for row in (*ordered[:1], *ordered[-1:]) if _PAGE_NUMBER.fullmatch(row.text)}
        for row in {id(row): row for row in (*ordered[:EDGE], *ordered[-EDGE:])}.values():
            alike["".join(re.sub(r"\d+", "#", row.text).split())].append((row.top, number, row))
    for places in alike.values():
        for same in _at_one_height(places):
            if len({number for _, number, _ in same}) >= max(2, SHARE * len(pages)):
                found |= {id(row) for _, _, row in same}
    return found


def _at_one_height(rows: Iterable[tuple[float, int, Row]]) -> Iterator[list[tuple[float, int, Row]]]:
    """The rows in groups that stand equally high on their pages."""
    group: list[tuple[float, int, Row]] = []
    for item in sorted(rows, key=lambda item: item[:2]):
        if group and item[0] - group[-1][0] > SAME_PLACE:
            yield group
            group = []
        group.append(item)
    yield group


# --- paragraphs -----------------------------------------------------------------------------------------------------


def _margins(rows: Sequence[Row]) -> _Margins | None:
    """Where the lines in the letters of the text begin and end; None where there are too few to tell."""
    sizes: Counter[int] = Counter()
    for row in rows:
        sizes[round(row.size)] += len(row.text)
    size = max(sizes, key=lambda s: (sizes[s], s), default=0)
    lines = [row for row in rows if len(row.cells) == 1 and round(row.size) == size]
    ends = sorted((row.end for row in lines), reverse=True)
    if len(ends) < ENOUGH:
        return None
    # Some lines stand out over the margin: a mark at the end, letters wider than they were taken for.
    right = ends[max(2, len(ends) // OUTSTANDING)]
    left = min(row.x for row in lines if row.end >= right - FULL * row.size)
    first = [row for row in lines if INDENT < (row.x - left) / (row.size or 1.0) < DEEP]
    return _Margins(left, right, float(size), len(first) >= max(2, len(lines) // OUTSTANDING))


def _paragraphs(number: int, rows: Sequence[Row], furniture: Set[int], margins: _Margins) -> Iterator[_Paragraph]:
    """The lines of a page, those of a paragraph put together."""
    paragraph: _Paragraph | None = None
    for row in rows:
        odd = id(row) in furniture or _CONTENTS.fullmatch(row.text) is not None
        if paragraph and not odd and not paragraph.furniture and _joins(paragraph, row, margins, margins):
            text = paragraph.text + _gap(paragraph.text, row.text) + row.text
            paragraph = _Paragraph(text, paragraph.first, row, number, furniture=False)
            continue
        if paragraph:
            yield paragraph
        paragraph = _Paragraph(row.text, row, row, number, furniture=odd)
    if paragraph:
        yield paragraph


def _joins(before: _Paragraph, row: Row, there: _Margins, here: _Margins, *, over_page: bool = False) -> bool:
    """Whether the row goes on with the paragraph: its last line is full and the row is not indented."""
    last, size = before.last, row.size or 1.0
    if len(last.cells) > 1 or len(row.cells) > 1 or not 1 / SAME_SIZE < last.size / size < SAME_SIZE:
        return False
    if here.size and size > here.size * SAME_SIZE and not over_page:
        return _one_title(last, row, here)
    loose = LOOSE if there.indented and here.indented else FULL
    if last.end < there.right - loose * size or _ENDS.search(before.text) or _HEADING.match(row.text):
        return False
    if not over_page and not 0 < last.cells[0].y - row.top <= FAR * size:
        return False
    indented = row.x - here.left >= INDENT * size
    # The lines of a list's item stand below its first word, not at the margin.
    hanging = before.first is not last and abs(row.x - last.x) < INDENT * size
    item = before.first is last and _HEADING.match(before.text) and 0 < row.x - last.x < 3 * size
    return not indented or hanging or bool(item)


def _one_title(last: Row, row: Row, margins: _Margins) -> bool:
    """Whether two lines in larger letters are one title: both stand in the middle, one below the other."""
    middle = (margins.left + margins.right) / 2
    centred = all(abs((line.x + line.end) / 2 - middle) < 2 * line.size for line in (last, row))
    return centred and 0 < last.cells[0].y - row.top <= FAR * row.size and not _HEADING.match(row.text)


def _gap(before: str, after: str) -> str:
    """What parts two lines that are put together: a space between Latin words, nothing in Chinese."""
    latin = before[-1].isascii() and after[0].isascii() and (before[-1].isalpha() or after[0].isalpha())
    return " " if latin else ""


def _written(paragraphs: Sequence[_Paragraph], pages: int, margins: Sequence[_Margins]) -> tuple[str, list[Edit]]:
    """The text of all pages, and what to change in it to see what a person reads."""
    parts: list[str] = []
    spans: list[tuple[int, int, _Paragraph]] = []
    at = page = 0
    for number, paragraph in enumerate(paragraphs):
        between = "\n" * bool(number) + "\f" * (paragraph.page - page)
        start = at + len(between)
        parts += [between, paragraph.text]
        at, page = start + len(paragraph.text), paragraph.page
        spans.append((start, at, paragraph))
    parts.append("\f" * (pages - 1 - page))
    text = "".join(parts)
    body = [span for span in spans if not span[2].furniture]
    edits = [Edit(0, body[0][0], ""), Edit(body[-1][1], len(text), "")] if body else [Edit(0, len(text), "")]
    for (_, end, before), (start, _, after) in pairwise(body):
        over_page = before.page != after.page
        joined = over_page and _joins(before, after.first, margins[before.page], margins[after.page], over_page=True)
        if start - end > 1:
            edits.append(Edit(end, start, _gap(before.text, after.text) if joined else "\n"))
    return text, [edit for edit in edits if edit.start < edit.end]
