"""Other encodings: the same text in other bytes, and bytes that were read in the wrong encoding and saved again."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from random import Random

from tests.metamorphic.script import traditional

__all__ = ["as_big5", "as_encoding", "as_utf_16_be", "misread"]

Recode = Callable[[str, Random], bytes]


def as_encoding(encoding: str) -> Recode:
    """The text in an encoding that Python knows; what it cannot say is a number: &#9999;."""

    def recode(text: str, draw: Random) -> bytes:
        return text.encode(encoding, "xmlcharrefreplace")

    return recode


def as_utf_16_be(text: str, draw: Random) -> bytes:
    """UTF-16 with the high byte first and a mark at the start."""
    return codecs.BOM_UTF16_BE + text.encode("utf-16-be", "replace")


def as_big5(text: str, draw: Random) -> bytes:
    """The text in traditional characters in Big5."""
    return traditional(text, draw).encode("cp950", "xmlcharrefreplace")


def misread(true: str, read_as: str) -> Recode:
    """The bytes of one encoding read in another and saved as UTF-8: æ•™è‚² for 教育.

    Only wrong readings that lose no byte are made: from them the text can be had back.
    """

    def recode(text: str, draw: Random) -> bytes:
        lines = []
        for line in text.splitlines(keepends=True):
            data = line.encode(true, "xmlcharrefreplace")
            try:
                wrong = data.decode(read_as)
                lines.append(wrong if wrong.encode(read_as) == data else line)
            except UnicodeDecodeError:
                lines.append(line)
        return "".join(lines).encode("utf-8")

    return recode
