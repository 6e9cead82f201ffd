"""Text whose bytes were once read in the wrong encoding, and saved so: æ•™è‚² for 教育."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["is_misread", "read_again"]

SAMPLE = 600
"""Characters in which the traces are looked for; a text is misread as a whole or not at all."""
FEW = 3
"""Stretches of six Western letters with marks, from which these are GBK: a word of such letters alone may be one."""
CHINESE = 0.6
"""Share of Chinese among what is read again beyond ASCII, from which it is what was meant."""
LOST = 0.02
"""Share of characters that may be broken in what was meant: some programs drop what they cannot show."""
_UPPER = "".join(bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0))
_UTF_8_AS_LATIN = re.compile(rf"(?:[\xe2-\xe9\xef][\x80-\xbf{_UPPER}]{{2}}){{2}}")
_GBK_AS_LATIN = re.compile(r"(?:[\xb0-\xf7][\xa1-\xfe]){3}")
_UTF_8_AS_GBK = ("锛", "銆")
"""How the first bytes of ， and of 。 look in GBK: hardly a Chinese sentence is without, and hardly one holds these."""
_CHINESE = re.compile("[㐀-䶿一-鿿，。、；：？！“”‘’（）《》—…·]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")


def is_misread(text: str) -> bool:
    """Whether there are traces of a wrong reading; most texts have none, and finding that out costs little.

    >>> is_misread("æ•™è‚²å±€"), is_misread("教育局"), is_misread("école à côté")
    (True, False, False)
    """
    sample = text[:SAMPLE]
    return (
        any(trace in text for trace in _UTF_8_AS_GBK)
        or _UTF_8_AS_LATIN.search(sample) is not None
        or len(_GBK_AS_LATIN.findall(sample)) >= FEW
    )


def read_again(line: str) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """What was meant, and for each of its characters from where to where in the line it comes; None if nothing was.

    >>> read_again("æ•™è‚²")
    ('教育', ((0, 3), (3, 6)))
    >>> read_again("½ÌÓý¾Ö")
    ('教育局', ((0, 2), (2, 4), (4, 6)))
    >>> read_again("鏁欒偛灞€锛")[0][:2]
    '教育'
    >>> read_again("教育局") is None
    True
    """
    if _UTF_8_AS_LATIN.search(line):
        return _again(line, [_latin_bytes(char) for char in line], "utf-8")
    if _GBK_AS_LATIN.search(line):
        return _again(line, [_latin_bytes(char) for char in line], "gb18030")
    if line.isascii():
        return None
    try:
        parts = [_gbk_bytes(char) for char in line]
    except UnicodeEncodeError:
        return None
    return _again(line, parts, "utf-8")


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
    """The characters that the bytes make, each with how many bytes it takes; broken bytes make one character."""
    at = 0
    while at < len(data):
        try:
            good, bad = data[at:].decode(encoding), 0
        except UnicodeDecodeError as error:
            good, bad = data[at : at + error.start].decode(encoding), error.end - error.start
        for char in good:
            size = len(char.encode(encoding))
            yield char, size
            at += size
        if bad:
            yield "\ufffd", bad
            at += bad


@lru_cache(maxsize=1 << 13)
def _gbk_bytes(char: str) -> bytes:
    """The bytes that a Chinese program shows as this character; it shows a lone 80 as €."""
    return b"\x80" if char == "€" else char.encode("gb18030")


@lru_cache(maxsize=512)
def _latin_bytes(char: str) -> bytes:
    """The byte that a Western program shows as this character; others in UTF-8."""
    if ord(char) < 0x100:
        return bytes([ord(char)])
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("utf-8", "replace")
