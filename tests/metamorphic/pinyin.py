"""The injector of pinyin: a page's program that writes readings behind traditional characters, on the bytes of GBK.

As the pages show, the program has a list of some hundred characters and replaces the two bytes of each by the same
bytes and the reading in brackets, one character of the list after the other, wherever the bytes stand: also where
they are the second byte of one character and the first of the next. Such a character is cut in two: 總人 is BF82 C8CB,
and in the middle stand the bytes 82C8 of 側, so that 總 (BF82) is followed by C8, `(cè)`, CB. Decoding then turns the
lone C8 and the bracket into one question mark, and reads what follows one byte late until it falls in step again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from random import Random

from tests.metamorphic.script import traditional

__all__ = ["decoded_late", "injected", "listed", "pinyin_inserted", "pinyin_unreadable", "reading", "written"]

SHARE = 0.45
"""Of the traditional characters of the seed's text, so many stand in the program's list."""
LIST = "側冊請謹"
"""Characters that cut others; so frequent that any list has them."""

_TRADITIONAL = re.compile("[㐀-䶿一-鿿]")


def pinyin_inserted(text: str, draw: Random) -> str:
    """The text in traditional characters with the readings of those in a list that is drawn; what has a reading
    behind it already gets no second one."""
    converted = traditional(text, draw)
    return injected(converted, _program(text, converted, draw))


def _program(text: str, converted: str, draw: Random) -> list[str]:
    """The list of a program that is drawn for the text."""
    changed = sorted({new for old, new in zip(text, converted, strict=True) if old != new} | set(_shown(converted)))
    return listed(changed, draw.randrange(1 << 30))


def _shown(text: str) -> Iterable[str]:
    """Characters of a traditional text that simplification would change."""
    from kg.text.simplify import simplify

    return (a for a, b in zip(text, simplify(text), strict=True) if a != b)


def listed(characters: Iterable[str], seed: int) -> list[str]:
    """The list of the program: a share of the characters, in an order of its own."""

    def rank(char: str) -> str:
        return hashlib.sha256(f"{seed}{char}".encode()).hexdigest()

    chosen = [char for char in characters if int(rank(char)[:4], 16) < SHARE * 0x10000]
    return sorted({*chosen, *LIST}, key=rank)


def pinyin_unreadable(text: str, draw: Random) -> str:
    """The same, decoded by a program that shows a broken byte as the sign for that, and leaves the bracket behind it.

    >>> data = written("學生總人數36308人", "學數側")
    >>> data.decode("gbk", errors="replace")
    '學(xué)生總\ufffd(cè)藬\ufffd(shù)36308人'
    """
    converted = traditional(text, draw)
    return written(converted, _program(text, converted, draw)).decode("gbk", errors="replace")


def injected(text: str, characters: Iterable[str]) -> str:
    """The text with the reading of each of the characters behind it, inserted into its GBK bytes.

    >>> injected("學生總人數36308人", "學數側")
    '學(xué)生總?cè)藬?shù)36308人'
    >>> injected("成績評價方式", "評冊績")
    '成績(jī)?cè)u(píng)價方式'
    """
    return decoded_late(written(text, characters))


def written(text: str, characters: Iterable[str]) -> bytes:
    """The GBK bytes of the text with the readings written into them."""
    data = text.encode("gb18030", errors="replace")
    for char in characters:
        code = char.encode("gbk")
        written = f"({reading(char)})".encode("gb18030")
        data = re.sub(re.escape(code) + rb"(?!\((?:[a-z]|\xa8))", lambda found, w=written: found[0] + w, data)  # type: ignore[misc]
    return data


def decoded_late(data: bytes) -> str:
    """GBK as a forgiving program decodes it: a first byte without its second is a question mark that takes a bracket
    with it.

    >>> decoded_late(b"\\xc8(c")
    '?c'
    """
    out: list[str] = []
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            out.append(chr(data[at]))
            at += 1
            continue
        size = 4 if at + 1 < len(data) and 0x30 <= data[at + 1] <= 0x39 else 2
        for length in (size, 2):
            try:
                char = data[at : at + length].decode("gb18030")
            except UnicodeDecodeError:
                continue
            if len(char) == 1:
                out.append(char)
                at += length
                break
        else:
            out.append("?")
            at += 2 if data[at + 1 : at + 2] == b"(" else 1
    return "".join(out)


def reading(char: str) -> str:
    """The usual reading of a character with its tone, as the pages write it.

    >>> reading("學")
    'xué'
    """
    from pypinyin import Style, pinyin

    return str(pinyin(char, style=Style.TONE)[0][0])
