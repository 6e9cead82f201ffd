"""The bytes of GBK: in them some pages were cut in the middle of a character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.text.dictionary import word_counts
from kg.text.simplify import simplify

__all__ = ["best", "candidates", "character", "fitness", "two_bytes"]


def two_bytes(char: str) -> tuple[int, int] | None:
    """The two bytes of a character, None if it has not exactly two.

    >>> [f"{b:X}" for b in two_bytes("校")]
    ['D0', 'A3']
    """
    try:
        # Its successor also has the places that GBK leaves to its users: a text read one byte late hits them.
        data = char.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return (data[0], data[1]) if len(data) == 2 else None


@lru_cache(maxsize=1 << 12)
def character(lead: int, trail: int) -> str:
    """The character of two bytes, empty if there is none.

    >>> character(0xA1, 0xB1), character(0xC8, 0x28)
    ('”', '')
    """
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""


def candidates(lead: int | None, trail: int | None) -> Iterator[str]:
    """All Chinese characters with this first or this second byte; a lost second byte was not an ASCII letter.

    An ASCII letter would have stayed in the text.
    """
    leads = range(0x81, 0xFF) if lead is None else (lead,)
    trails = range(0x80, 0xFF) if trail is None else (trail,)
    for first in leads:
        for second in trails:
            char = character(first, second)
            if "一" <= char <= "鿿":
                yield char


def fitness(before: str, middle: str, after: str) -> int:
    """How often the words are seen that the middle forms with its neighbours; 0 if it forms none.

    >>> fitness("学生总", "人數", "36308人") > fitness("学生总", "入數", "36308人")
    True
    """
    return _fitness(simplify(before[-3:]), simplify(middle), simplify(after[:3]))


@lru_cache(maxsize=1 << 14)
def _fitness(left: str, inner: str, right: str) -> int:
    """The same for three simplified stretches."""
    text = left + inner + right
    counts = word_counts()
    total = 0
    for start in range(len(left) + len(inner)):
        for end in range(max(start + 2, len(left) + 1), min(start + 5, len(text)) + 1):
            # Longer words say more than their parts.
            total += counts.get(text[start:end], 0) * (end - start - 1) ** 2
    return total


def best(before: str, options: Sequence[str], after: str) -> tuple[str, float]:
    """The option that forms the most frequent words, and its share of all; an empty text if none forms any."""
    left, right = simplify(before[-3:]), simplify(after[:3])
    scores = {option: _fitness(left, simplify(option), right) for option in options}
    total = sum(scores.values())
    if not total:
        return "", 0.0
    top = max(scores, key=lambda option: (scores[option], option))
    return top, scores[top] / total
