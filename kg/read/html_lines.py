"""The lines of a web page as a browser would break them, each character with its place in the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

__all__ = ["Line", "html_lines", "is_bare", "text_line"]

SHORT = 60
"""Characters; a cell whose paragraphs are all shorter is a cell of a table, not the frame around an article."""

_LONGEST_TAG = 2_000_000
"""Characters; pictures can stand inside a tag."""
_MOST_BROKEN = 50
"""Tags with an open quote, after which quotes are no longer looked at: each of them costs a walk over the page."""
_TAG = re.compile(r"""</?([a-zA-Z][a-zA-Z0-9:-]*)(?:[^>"']++|"[^"]*"|'[^']*')*+>""")
_PLAIN_TAG = re.compile("</?([a-zA-Z][a-zA-Z0-9:-]*)[^<>]{0,2000}>")
_OTHER = re.compile(r"<!--.*?(?:-->|\Z)|<![^>]*>|<\?[^>]*>", re.DOTALL)
_PIECE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^& \t\r\n\f]+|&|[ \t\r\n\f]+")
_SILENT = frozenset(
    ["script", "style", "noscript", "template", "textarea", "select", "head", "svg", "math", "iframe", "object"]
)
_RAW = frozenset(["script", "style", "textarea"])
"""Elements in which nothing is markup but their own end."""
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure"
    "|footer|form|h[1-6]|header|hr|html|legend|li|main|menu|nav|ol|p|pre|section|summary|ul"
)
_WRITTEN = frozenset(["pre", "listing", "xmp"])
"""Elements in which line ends are those of the source."""
_PARTING = re.compile(r"<(?:br|p|div|li|tr|h[1-6]|section|article|dd|dt)\b", re.IGNORECASE)
_LINE = re.compile(r"\n[ \t\u3000]*[^\s<]")
MOST_PARTING, BARE = 12, 4
"""Tags that part lines, at most, in a page without a layout; and lines of the source for each of them, at least."""
_TABLE = frozenset(["table", "tbody", "thead", "tfoot", "tr"])
_CELLS = frozenset(["td", "th"])


@dataclass(slots=True)
class Line:
    """A line of the page; lists grow while it is being read."""

    parts: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    linked: int = 0
    """How many of its characters stand in links."""
    cell: bool = False
    """Whether it begins a cell of a table's row."""

    @property
    def text(self) -> str:
        """What is read; white space is single spaces, cells are parted by tabs."""
        return "".join(self.parts)

    @property
    def squeezed(self) -> str:
        """The text without white space, by which lines are compared."""
        return "".join(self.text.split())

    def add(self, text: str, start: int, end: int) -> None:
        """Put a piece at the end: characters of the source, or one that stands for all of `start..end`."""
        self.parts.append(text)
        if len(text) == end - start:
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))
        else:
            self.starts.extend([start] * len(text))
            self.ends.extend([end] * len(text))

    def trim(self) -> None:
        """Take the space from the end."""
        if self.parts and self.parts[-1] == " ":
            self.parts.pop()
            self.starts.pop()
            self.ends.pop()


def html_lines(source: str) -> Iterator[Line]:
    """All lines of the page that are not empty, in their order; a row of a table is one line."""
    row: list[Line] = [Line()]
    in_cell = silent = in_link = ""
    as_written = bare = is_bare(source)
    for start, end, name in _tokens(source):
        if not name:
            if not silent:
                for first, last in _written(source, start, end) if as_written else [(start, end)]:
                    if first > start:
                        row.append(Line())
                    _read(source, first, last, row[-1], linked=bool(in_link))
            continue
        if name in _WRITTEN:
            as_written = bare or source[start + 1] != "/"
        closing = source[start + 1] == "/"
        if silent:
            silent = "" if closing and name == silent else silent
        elif name in _SILENT and not closing:
            silent = "" if source.startswith("/>", end - 2) else name
        elif name in _TABLE or (not in_cell and _BLOCK.fullmatch(name)):
            in_cell = ""
            yield from _finished(row)
            row = [Line()]
        elif name in _CELLS:
            in_cell = "" if closing else name
            row.append(Line(cell=not closing))
        elif _BLOCK.fullmatch(name):
            row.append(Line())
        elif name == "a":
            in_link = "" if closing else name
    yield from _finished(row)


def is_bare(source: str) -> bool:
    r"""Whether hardly a tag parts the text, but the line ends of the source do: a text file that was put into a page.

    >>> is_bare("<html><body>一、\n二、\n三、\n四、\n五、"), is_bare("<p>一、\n二、\n三、\n四、<p>五、")
    (True, False)
    """
    if len(_PARTING.findall(source)) > MOST_PARTING:
        return False
    return len(_LINE.findall(source)) >= BARE * (1 + len(_PARTING.findall(source)))


def _written(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a stretch as they stand in the source."""
    while (stop := source.find("\n", start, end)) >= 0:
        yield start, stop
        start = stop + 1
    yield start, end


def text_line(source: str, start: int, end: int) -> Line:
    """The text of one stretch of the source that holds no tags."""
    line = Line()
    _read(source, start, end, line, linked=False)
    line.trim()
    return line


def _finished(row: Iterable[Line]) -> Iterator[Line]:
    """One line for a row of a table, or several where cells only frame a text of paragraphs."""
    lines = list(row)
    for line in lines:
        line.trim()
    cells = sum(line.cell for line in lines)
    framed = cells < 2 or (len(lines) > 2 * cells + 2 and max(map(len, (line.text for line in lines))) > SHORT)
    if framed:
        yield from (line for line in lines if line.squeezed)
        return
    whole, gap = Line(), ""
    for line in lines:
        gap = "\t" if line.cell else gap or " "
        if line.parts:
            if whole.parts:
                whole.add(gap, line.starts[0], line.starts[0])
            whole.parts.extend(line.parts)
            whole.starts.extend(line.starts)
            whole.ends.extend(line.ends)
            whole.linked += line.linked
            gap = ""
    if whole.squeezed:
        yield whole


def _tokens(source: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and tag name of every piece; text has no name, comments are left out."""
    at = text = broken = 0
    while (at := source.find("<", at)) >= 0:
        tag = _TAG.match(source, at, at + _LONGEST_TAG) if broken < _MOST_BROKEN else None
        if tag is None:
            broken += source[at + 1 : at + 2].isalpha()
            tag = _PLAIN_TAG.match(source, at)
        found = tag or _OTHER.match(source, at)
        if found is None:  # a bare "<" is text
            at += 1
            continue
        if text < at:
            yield text, at, ""
        at = text = found.end()
        if tag:
            name = tag[1].lower()
            yield tag.start(), at, name
            if name in _RAW and source[tag.start() + 1] != "/":
                close = re.compile(f"</{name}", re.IGNORECASE).search(source, at)
                at = text = close.start() if close else len(source)
    if text < len(source):
        yield text, len(source), ""


def _read(source: str, start: int, end: int, line: Line, *, linked: bool) -> None:
    """Add the text of `source[start:end]`, entities resolved, white space as single spaces."""
    before = len(line.starts)
    for piece in _PIECE.finditer(source, start, end):
        text = piece[0]
        if text[0] in " \t\r\n\f":
            if line.parts and line.parts[-1] != " ":
                line.add(" ", piece.start(), piece.end())
        else:
            line.add(unescape(text) if text[0] == "&" else text, *piece.span())
    if linked:
        line.linked += len(line.starts) - before
