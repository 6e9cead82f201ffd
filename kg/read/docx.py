"""The text of a Word file: paragraphs, lists with their numbers and tables in the order of the document.

python-docx opens the file; the order is walked here, since it leaves out what stands in content controls, text boxes
and insertions, does not count numbered paragraphs and has no footnotes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.aligned import AlignedText, Edit
from kg.read.archive import check_sizes, member_problem, open_archive
from kg.read.docx_numbers import Element, Numbers, W
from kg.read.problem import UnreadableError

__all__ = ["is_docx", "read_docx"]

BROKEN = "docx 已损坏或不合规范，请用 Word 或 WPS 另存一次 / broken docx: save it again with Word or WPS"
NO_TEXT = "Word 文件里没有文字（可能是图片）/ no text in the file (pictures only?): recognise its text first (OCR)"
SHORT = 60
"""Characters; a cell whose paragraphs are all shorter is a cell of a table, not the frame around an article."""

_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_UNREAD = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "rt", "sdtPr", "sdtEndPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
"""What was taken out, what is not shown, and the second form of what is already read in its first."""
_BOX = f"{W}txbxContent"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text, and whether it belongs to the table of contents."""

    text: str
    contents: bool = False


def is_docx(data: bytes) -> bool:
    """Whether the bytes are a Word file of the kind that is a zip archive."""
    if not data.startswith(b"PK"):
        return False
    try:
        with open_archive(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except UnreadableError:
        return False


def read_docx(data: bytes) -> tuple[str, AlignedText]:
    """The text and its view, which leaves out the table of contents; a paragraph or a table's row a line.

    Headers, footers, comments and what was deleted are not read; footnotes stand at the end. Raises
    `UnreadableError`.
    """
    _check(data)
    try:
        lines = list(_document(data))
    except Exception as error:  # the libraries meet a broken file in a hundred ways
        raise UnreadableError(f"{BROKEN}: {type(error).__name__}") from error
    text = "\n".join(line.text for line in lines)
    view = AlignedText.plain(text).edited(_contents(lines))
    if not view.text.strip():
        raise UnreadableError(NO_TEXT)
    return text, view


def _check(data: bytes) -> None:
    """Raise `UnreadableError` for what would fill the memory: the library unpacks every part."""
    with open_archive(io.BytesIO(data)) as archive:
        check_sizes(archive.infolist())
        parts = [info for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
        for info in parts:
            if problem := member_problem(info):
                raise UnreadableError(f"{BROKEN}: {info.filename}: {problem}")


def _document(data: bytes) -> Iterator[_Line]:
    """The lines of the body, then those of footnotes and endnotes."""
    import docx
    from docx.oxml import parse_xml

    document = docx.Document(io.BytesIO(data))
    parts = {
        rel.reltype.rsplit("/", 1)[-1]: rel.target_part.blob
        for rel in document.part.rels.values()
        if not rel.is_external
    }
    numbering = parse_xml(parts["numbering"]) if "numbering" in parts else None
    styles = document.styles.element
    reader = _Reader(Numbers.of(numbering, styles), frozenset(_contents_styles(styles)))
    yield from reader.blocks(document.element.body)
    for kind in ("footnotes", "endnotes"):
        for note in parse_xml(parts[kind]) if kind in parts else ():
            if note.get(f"{W}type", "normal") == "normal":
                yield from reader.blocks(note)


def _contents_styles(styles: Element) -> Iterator[str]:
    """The styles of lines in a table of contents."""
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None and str(name.get(f"{W}val", "")).lower().startswith(("toc ", "目录 ")):
            yield str(style.get(f"{W}styleId", ""))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks through one document."""

    numbers: Numbers
    contents: frozenset[str]

    def blocks(self, parent: Element) -> Iterator[_Line]:
        """The lines of all paragraphs and tables that stand directly in an element."""
        for child in _children(parent):
            if child.tag == f"{W}p":
                yield from self.paragraph(child)
            elif child.tag == f"{W}tbl":
                for row in _children(child):
                    if row.tag == f"{W}tr" and row.find(f"{W}trPr/{W}del") is None:
                        yield from self.row(row)

    def paragraph(self, paragraph: Element) -> Iterator[_Line]:
        """The paragraph with its number, a line for each line break in it, then what stands in its text boxes."""
        boxes: list[Element] = []
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        contents = style is not None and style.get(f"{W}val") in self.contents
        number, text = self.numbers.before(paragraph), "".join(_inline(paragraph, boxes))
        if text.strip():
            for line in (number + text.strip()).split("\n"):
                if line.strip():
                    yield _Line(line.strip(), contents)
        for box in boxes:
            yield from self.blocks(box)

    def row(self, row: Element) -> Iterator[_Line]:
        """One line for a row of a table, cells parted by tabs; several where cells only frame paragraphs or tables."""
        cells: list[list[_Line]] = []
        framed = False
        for cell in _children(row):
            if cell.tag == f"{W}tc":
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
                lines = [] if goes_on else list(self.blocks(cell))
                nested = any(child.tag == f"{W}tbl" for child in _children(cell))
                framed |= nested or (len(lines) > 1 and max(len(line.text) for line in lines) > SHORT)
                cells.append(lines)
        if framed or len(cells) == 1:
            for lines in cells:
                yield from lines
            return
        text = "\t".join(" ".join(line.text for line in lines) for lines in cells).rstrip()
        if text:
            yield _Line(text)


def _children(parent: Element) -> Iterator[Element]:
    """The elements in another, those in content controls and insertions among them."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        elif child.tag not in _UNREAD:
            yield child


def _inline(parent: Element, boxes: list[Element]) -> Iterator[str]:
    """The text in a paragraph; the text boxes that hang on it are put into `boxes`."""
    for child in parent:
        if not isinstance(child.tag, str) or child.tag in _UNREAD:
            continue
        name = child.tag.rsplit("}", 1)[-1]
        if child.tag == _BOX:
            boxes.append(child)
        elif name == "t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag == f"{W}cr" or (
            child.tag == f"{W}br" and child.get(f"{W}type", "textWrapping") == "textWrapping"
        ):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif not (child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None):
            yield from _inline(child, boxes)


def _contents(lines: Sequence[_Line]) -> list[Edit]:
    """The edits that take out the lines of the table of contents."""
    edits: list[Edit] = []
    at = 0
    for line in lines:
        end = at + len(line.text) + 1
        if line.contents:
            edits.append(Edit(at, end, ""))
        at = end
    if edits and edits[-1].end == at:
        edits[-1] = Edit(edits[-1].start, at - 1, "")
    return edits
