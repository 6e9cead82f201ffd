"""Other encodings: the same text in other bytes, and bytes that were read in the wrong encoding and saved again."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
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

    A line that loses a byte by that stays as it is, for it could not be had back. Western programs show what has no
    character as a control character, Chinese ones a lone 80 as €.
    """

    def recode(text: str, draw: Random) -> bytes:
        return "".join(map(_line, text.splitlines(keepends=True))).encode("utf-8")

    def _line(line: str) -> str:
        data = line.encode(true, "xmlcharrefreplace")
        if read_as == "cp1252":
            return "".join(_western(byte) for byte in data)
        wrong = "".join(_chinese(data))
        return line if "\ufffd" in wrong else wrong

    return recode


def _western(byte: int) -> str:
    """The character that a Western program shows for a byte."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _chinese(data: bytes) -> Iterator[str]:
    """The characters that a Chinese program shows for the bytes."""
    at = 0
    while at < len(data):
        size = 1 if data[at] <= 0x80 else 2
        yield "€" if data[at] == 0x80 else data[at : at + size].decode("gb18030", "replace")
        at += size
