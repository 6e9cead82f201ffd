"""From the pieces of a PDF's page to its lines, and to the rows of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.read.pdf import Piece, width

__all__ = ["Row", "page_rows"]

SAME_LINE = 0.5
"""Heights of a letter by which base lines on one line may differ: a raised number, another font."""
SPACE, COLUMN = 0.3, 0.9
"""Squares of a Chinese character: a gap from which Latin words are parted, and one from which cells of a table are."""
UPWARD = 8.0
"""Heights of a letter by which the next cell of a row may begin higher; a second column of text begins much higher."""
ALIGNED = 0.5
"""Squares by which lines of one cell begin apart."""
NEAR = 3
"""Rows above whose cells tell where the columns begin."""
FULL = 2.0
"""Squares that a line which goes on in the next leaves free: marks may not begin a line, a number is not parted."""


@dataclass(slots=True)
class Cell:
    """A cell of a table, or a whole line of text; it grows while the page is read."""

    x: float
    end: float
    """Where its last line ends."""
    y: float
    """Base line of its last line."""
    text: str
    right: float
    """Where its longest line ends."""

    @classmethod
    def of(cls, piece: Piece) -> Cell:
        """A cell that begins with the piece."""
        return cls(piece.x, piece.end, piece.y, piece.text, piece.end)

    def add(self, piece: Piece, gap: str = "") -> None:
        """Put the piece at the end, on the same line or as the next."""
        self.text += gap + piece.text
        self.y, self.end, self.right = piece.y, piece.end, max(self.right, piece.end)


@dataclass(slots=True)
class Row:
    """A line of the page, or a row of a table; it grows while the page is read."""

    top: float
    size: float
    cells: list[Cell] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read, cells parted by tabs."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def x(self) -> float:
        """Where it begins."""
        return self.cells[0].x

    @property
    def end(self) -> float:
        """Where it ends."""
        return max(cell.right for cell in self.cells)


def page_rows(pieces: Sequence[Piece]) -> list[Row]:
    """The lines of a page in the order in which the page shows them, which is that of reading."""
    right = max((piece.end for piece in pieces), default=0.0)
    rows: list[Row] = []
    for piece in pieces:
        if not rows or not (_goes_on(rows, piece) or _next_cell(rows, piece) or _wraps(rows, piece, right)):
            # Before the first piece of a line the library puts no space: it stands on the page, as an indent.
            first = replace(piece, x=piece.x + piece.lead, end=piece.end + piece.lead)
            rows.append(Row(piece.y, piece.size, [Cell.of(first)]))
    return rows


def _goes_on(rows: Sequence[Row], piece: Piece) -> bool:
    """Put the piece at the end of the row's line or into a new cell of it, if it stands on that line."""
    row, last = rows[-1], rows[-1].cells[-1]
    em = min(piece.size, row.size) or 1.0
    if abs(piece.y - last.y) > SAME_LINE * max(piece.size, row.size):
        return False
    gap = (piece.x - last.end) / em
    if gap < -1.0:
        return _before(row, piece)
    spread = len(piece.text) == 1 and len(last.text.rsplit(" ", 1)[-1]) == 1 and not piece.text.isascii()
    under = gap >= SPACE and any(abs(piece.x - start) < 1.5 for start in _starts(rows[:-1]))
    if (gap >= COLUMN and not spread) or under:
        row.cells.append(Cell.of(piece))
        return True
    latin = piece.text[0].isascii() and last.text[-1].isascii()
    if piece.lead > 0 and gap < SPACE:  # the space may stand on the page
        last.add(replace(piece, end=piece.end + piece.lead), " " if latin else "")
        return True
    # Between Chinese characters a small gap is only a line, or a word like 目 录, that is spread.
    last.add(piece, " " if latin and gap >= SPACE else "")
    return True


def _starts(rows: Sequence[Row]) -> list[float]:
    """Where the cells of the last few rows begin that have several."""
    return [cell.x for row in rows[-NEAR:] if len(row.cells) > 1 for cell in row.cells[1:]]


def _before(row: Row, piece: Piece) -> bool:
    """Put the piece into a cell between those of the row, if there is room for it."""
    for number, cell in enumerate(row.cells):
        left = row.cells[number - 1].end if number else float("-inf")
        if left <= piece.x and piece.end <= cell.x:
            row.cells.insert(number, Cell.of(piece))
            return True
    return False


def _next_cell(rows: list[Row], piece: Piece) -> bool:
    """Make the piece the next cell of the row, if it stands to the right and above: the cell before had more lines."""
    row = rows[-1]
    rise = (piece.y - row.cells[-1].y) / (piece.size or 1.0)
    if not 0 < rise <= UPWARD or piece.x < row.end:
        return False
    while len(rows) > 1 and len(row.cells) == 1 and len(rows[-2].cells) == 1 and _stacked(rows[-2], row, piece):
        above = rows[-2].cells[0]
        above.text, above.y, above.end = above.text + row.text, row.cells[0].y, row.cells[0].end
        above.right = max(above.right, row.end)
        rows.pop()
        row = rows[-1]
    row.cells.append(Cell.of(piece))
    return True


def _stacked(above: Row, row: Row, piece: Piece) -> bool:
    """Whether two lines are one cell: they begin alike, and the next cell begins no lower than the upper one."""
    size = piece.size or 1.0
    aligned = abs(above.x - row.x) <= ALIGNED * size
    return aligned and above.top <= piece.y + SAME_LINE * size and above.end <= piece.x


def _wraps(rows: Sequence[Row], piece: Piece, right: float) -> bool:
    """Put the piece into the last cell of a table's row, if it is that cell's next line and the line before is full."""
    row, last = rows[-1], rows[-1].cells[-1]
    size = piece.size or 1.0
    if len(row.cells) < 2 or not 0 < last.y - piece.y <= 2 * size or abs(piece.x - last.x) > ALIGNED * size:
        return False
    edge = min((x for x in _starts(rows) if x > last.x + size), default=right)
    if last.end < edge - FULL * size or width(piece.text) < 1:
        return False
    last.add(piece)
    return True
