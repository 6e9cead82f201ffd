"""Readings of Chinese characters, and names as ASCII slugs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

__all__ = ["ascii_reading", "common_readings", "pinyin_readings", "plain_reading", "slug", "syllables"]

_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
_TONE = re.compile("[\u0300-\u036f]+")
_V = str.maketrans("üǖǘǚǜ", "vvvvv")


@lru_cache(maxsize=1 << 12)
def pinyin_readings(char: str) -> frozenset[str]:
    """All readings of one character with tone marks; none for what is not a Chinese character.

    >>> "xiào" in pinyin_readings("校"), "jiào" in pinyin_readings("校"), "sān" in pinyin_readings("校")
    (True, True, False)
    >>> pinyin_readings("A")
    frozenset()
    """
    return frozenset(common_readings(char))


@lru_cache(maxsize=1 << 12)
def common_readings(char: str) -> tuple[str, ...]:
    """The same readings, the usual one first.

    >>> common_readings("重")[:2]
    ('zhòng', 'chóng')
    """
    from pypinyin.constants import PINYIN_DICT

    known = PINYIN_DICT.get(ord(char))
    return tuple(unicodedata.normalize("NFC", known).split(",")) if known else ()


def plain_reading(reading: str) -> str:
    """A reading without its tone; ü stays.

    >>> plain_reading("lǜ"), plain_reading("xiào")
    ('lü', 'xiao')
    """
    parts = unicodedata.normalize("NFD", reading)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c == "\u0308" or not unicodedata.combining(c)))


def slug(text: str) -> str:
    """The name in lower-case ASCII letters, digits and single hyphens, fit for an IRI; equal names, equal slugs.

    Chinese is read as pinyin by word (重庆 is chongqing), syllables run together; anything without a reading parts
    the words, and a text without any letter gives its code points.

    >>> slug("双减"), slug("重庆市第一中学"), slug("“三个课堂”2.0"), slug("吕梁市")
    ('shuangjian', 'chongqingshidiyizhongxue', 'sangeketang-2-0', 'lvliangshi')
    >>> slug("☆")
    'u2606'
    """
    made = _NOT_ASCII_WORD.sub("-", ascii_reading("".join(_readings(text)))).strip("-")
    return made or "-".join(f"u{ord(c):x}" for c in text)


def syllables(text: str) -> tuple[str, ...]:
    """How a name is spelled on a keyboard: a word for each character that has a reading, without tones, ü as v.

    >>> syllables("重庆市A4区"), syllables("吕梁")
    (('chong', 'qing', 'shi', 'a', '4', 'qu'), ('lv', 'liang'))
    """
    return tuple(word for reading in _readings(text) if (word := _NOT_ASCII_WORD.sub("", ascii_reading(reading))))


def ascii_reading(reading: str) -> str:
    """Pinyin without tones, small, ü as v; what is no Latin letter stays.

    >>> ascii_reading("Lǚliáng")
    'lvliang'
    """
    return _TONE.sub("", unicodedata.normalize("NFKD", reading.lower().translate(_V)))


def _readings(text: str) -> Iterator[str]:
    """The usual reading of each phrase or character with tone marks; what has none as it stands.

    The same that `pypinyin.lazy_pinyin` reads: it takes twenty times as long, for it can write in twenty styles.
    """
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    longest = _longest_phrases()
    at = 0
    while at < len(text):
        most = longest.get(text[at : at + 2], 1)
        size = next((n for n in range(most, 1, -1) if text[at : at + n] in PHRASES_DICT), 1)
        piece = text[at : at + size]
        at += size
        if piece in PHRASES_DICT:
            yield from (readings[0] for readings in PHRASES_DICT[piece])
        else:
            known = PINYIN_DICT.get(ord(piece))
            yield known.partition(",")[0] if known else piece


@lru_cache(maxsize=1)
def _longest_phrases() -> Mapping[str, int]:
    """For the first two characters of each phrase that has a reading of its own, how long such phrases can be."""
    from pypinyin.constants import PHRASES_DICT

    longest: dict[str, int] = {}
    for phrase in PHRASES_DICT:
        longest[phrase[:2]] = max(longest.get(phrase[:2], 1), len(phrase))
    return longest
