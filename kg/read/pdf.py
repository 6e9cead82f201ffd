"""The pieces of text on the pages of a PDF, each with its place; how they make lines is `pdf_rows`'s business.

pypdf's own two ways of making lines were tried first. The plain one puts a page's number into the line behind it and
drops the indent by which paragraphs are known; the one that keeps the layout fills each line of a document from Word,
where every change of font begins a new piece, with spaces that are not there.
"""

from __future__ import annotations

import io
import logging
import math
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.knowledge.radicals import plain_characters
from kg.read.problem import UnreadableError

if TYPE_CHECKING:
    import pypdf

__all__ = ["Piece", "Turned", "pdf_pages"]

BROKEN = "PDF 已损坏或不合规范，可试 pdftotext 文件 / broken PDF, try: pdftotext FILE"
LOCKED = "PDF 加了密码，请去掉密码再读，如 qpdf --decrypt / encrypted PDF: remove the password first"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that the page shows in one go."""

    text: str
    x: float
    """Where it begins, in points from the left of the page as it is read."""
    y: float
    """Its base line; larger is higher."""
    end: float
    """Where it ends, estimated: a Chinese character takes a square, others half of one."""
    lead: float
    """The room of spaces before it, which the page shows or the library put there: only the gap before it tells."""
    size: float
    """The height of its letters in points."""


Turned = dict[int, list[Piece]]
"""The pieces of one page in the order in which it shows them, by how often they are turned by a right angle."""


def pdf_pages(data: bytes) -> list[Turned]:
    """The pieces of every page. Raises `UnreadableError` for a file that is broken or locked by a password."""
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    with _silent():
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            # Many reports may be read by all and only not be printed: their password is empty.
            if reader.is_encrypted and not reader.decrypt(""):
                raise UnreadableError(LOCKED)
            return [_pieces(page) for page in reader.pages]
        except (DependencyError, FileNotDecryptedError, WrongPasswordError) as error:
            raise UnreadableError(LOCKED) from error
        except UnreadableError:
            raise
        except Exception as error:  # the library meets a broken file in a hundred ways
            raise UnreadableError(f"{BROKEN}: {type(error).__name__}") from error


def _pieces(page: pypdf.PageObject) -> Turned:
    """The pieces of one page, without what a second printing of the same letters adds to make them bold."""
    found: Turned = {}

    def take(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:  # noqa: ARG001
        kept = text.strip("\r\n").translate(_UNSEEN).translate(plain_characters())
        shown = kept.strip()
        if not shown:
            return
        a, b, c, d, x, y = _product(tm, cm)
        em = abs(size) * math.hypot(a, b)
        turns = round(math.atan2(b, a) / (math.pi / 2)) % 4
        x, y = ((x, y), (y, -x), (-x, -y), (-y, x))[turns]
        x += em * width(kept[: len(kept) - len(kept.lstrip("\u3000"))])
        lead = em * width(" " * (len(kept) - len(kept.lstrip(" "))))
        end = x + em * width(kept.lstrip())
        piece = Piece(shown, x, y, end, lead, abs(size) * math.hypot(c, d) or em)
        row = found.setdefault(turns, [])
        if not any(_twice(piece, other) for other in row[-3:]):
            row.append(piece)

    page.extract_text(visitor_text=take)
    return found


def width(text: str) -> float:
    """The room that a text takes, in squares of a Chinese character.

    >>> width("学校82所"), width("jiào")
    (4.0, 2.0)
    """
    return sum(map(_width, text))


@lru_cache(maxsize=1 << 14)
def _width(char: str) -> float:
    kind = unicodedata.east_asian_width(char)
    # Letters with tone marks are as narrow as letters, though their kind is called ambiguous.
    if kind in "WF" or (kind == "A" and not char.isalpha()):
        return 1.0
    return 0.65 if char.isupper() else 0.5


_UNSEEN = (
    dict.fromkeys((*range(9), *range(14, 32), 0x7F, 0xAD, 0x200B, 0xFEFF))
    | dict.fromkeys((9, 10, 11, 12, 13), " ")
    | {0x2E3A: "——"}
)


def _twice(piece: Piece, other: Piece) -> bool:
    return piece.text == other.text and abs(piece.x - other.x) < 1 and abs(piece.y - other.y) < 1


def _product(m: Sequence[float], n: Sequence[float]) -> tuple[float, float, float, float, float, float]:
    """One transformation after the other."""
    a, b, c, d, e, f = (float(value) for value in m)
    p, q, r, s, t, u = (float(value) for value in n)
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


@contextmanager
def _silent() -> Iterator[None]:
    """The library's complaints about a file are not printed: one line about a bad file is enough."""
    log = logging.getLogger("pypdf")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)
