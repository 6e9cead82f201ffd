"""Text whose bytes were once read in the wrong encoding, and saved so: æ•™è‚² for 教育."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["read_again", "read_as"]

SAMPLE = 600
"""Characters in which the traces are looked for; a text is misread as a whole or not at all."""
FEW = 3
"""Stretches of six Western letters with marks, from which these are GBK: a word of such letters alone may be one."""
CHINESE = 0.6
"""Share of Chinese among what is read again beyond ASCII, from which it is what was meant."""
LOST = 0.02
"""Share of characters that may be broken in what was meant: some programs drop what they cannot show."""
_UPPER = "".join(bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0))
_UTF_8_AS_LATIN = re.compile(rf"(?:[\xe2-\xe9\xef][\x80-\xbf{_UPPER}]{{2}} ?){{2}}")
_GBK_AS_LATIN = re.compile(r"(?:[\xb0-\xf7][\xa1-\xfe] ?){3}")
_UTF_8_AS_GBK = ("锛", "銆", "鏁", "鐨")
"""How the first bytes of ，, of 。, 教 and 的 look in GBK; hardly a text needs these characters themselves."""
_CHINESE = re.compile("[㐀-䶿一-鿿\u2010-\u2026\u2460-\u2473\u3000-\u303f\uff01-\uff5e]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")


def read_as(text: str) -> tuple[str, str] | None:
    """The encoding that was meant and the one that the bytes were read in; None for nearly all texts, at little cost.

    >>> read_as("æ•™è‚²å±€"), read_as("教育局"), read_as("école à côté")
    (('utf-8', 'latin'), None, None)
    """
    sample = text[:SAMPLE]
    if _UTF_8_AS_LATIN.search(sample):
        return "utf-8", "latin"
    if len(_GBK_AS_LATIN.findall(sample)) >= FEW:
        return "gb18030", "latin"
    return ("utf-8", "gb18030") if any(trace in text for trace in _UTF_8_AS_GBK) else None


def read_again(line: str, meant: str, read: str) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """What was meant, and for each of its characters from where to where in the line it comes; None if nothing was.

    >>> read_again("æ•™è‚²", "utf-8", "latin")
    ('教育', ((0, 3), (3, 6)))
    >>> read_again("½ÌÓý¾Ö", "gb18030", "latin")
    ('教育局', ((0, 2), (2, 4), (4, 6)))
    >>> read_again("鏁欒偛灞€", "utf-8", "gb18030")
    ('教育局', ((0, 2), (1, 3), (3, 5)))
    >>> read_again("教育局", "utf-8", "gb18030") is None
    True
    """
    if line.isascii():
        return None
    try:
        parts = [_latin_bytes(char) if read == "latin" else _gbk_bytes(char) for char in line]
    except UnicodeEncodeError:
        return None
    return _again(line, parts, meant)


def _again(line: str, parts: list[bytes], encoding: str) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """The bytes of the characters decoded in the encoding that was meant, if that makes Chinese."""
    data = b"".join(parts)
    pieces = list(_decoded(data, encoding))
    meant = "".join(char for char, _ in pieces)
    foreign = _FOREIGN.findall(meant)
    if meant.count("\ufffd") > max(1, LOST * len(meant)) or meant == line:
        return None
    if not foreign or sum(map(bool, map(_CHINESE.match, foreign))) < CHINESE * len(foreign):
        return None
    owner = [number for number, part in enumerate(parts) for _ in part]
    spans: list[tuple[int, int]] = []
    at = 0
    for _, size in pieces:
        spans.append((owner[at], owner[at + size - 1] + 1))
        at += size
    return meant, tuple(spans)


def _decoded(data: bytes, encoding: str) -> Iterator[tuple[str, int]]:
    """The characters that the bytes make, each with how many bytes it takes; a broken byte makes one of its own."""
    for char in data.decode(encoding, "surrogateescape"):
        if "\udc80" <= char <= "\udcff":
            yield "\ufffd", 1
        else:
            yield char, len(char.encode(encoding))


@lru_cache(maxsize=1 << 13)
def _gbk_bytes(char: str) -> bytes:
    """The bytes that a Chinese program shows as this character; it shows a lone 80 as €."""
    return b"\x80" if char == "€" else char.encode("gb18030")


@lru_cache(maxsize=512)
def _latin_bytes(char: str) -> bytes:
    """The byte that a Western program shows as this character."""
    if ord(char) < 0x100:
        return bytes([ord(char)])
    return char.encode("cp1252")
