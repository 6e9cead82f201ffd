"""Pinyin that a machine wrote behind characters: 縣(xiàn)政府."""

from __future__ import annotations

import re
import unicodedata

from kg.clean.step import CERTAIN, Mend, Mended, mended
from kg.model.aligned import AlignedText
from kg.text.pinyin import pinyin_readings, plain_reading
from kg.text.simplify import simplify

__all__ = ["READING", "inserted_pinyin", "reading_of"]

READING = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɑɡ\u0300-\u030c]{1,9}"
"""One syllable as such pages write it; some use ɑ and ɡ, some put the tone as a mark of its own."""

_INSERTED = re.compile(rf"([㐀-䶿一-鿿𠀀-𿿽])([(（]({READING})[)）])")
_ENOUGH = 3
"""Insertions with the exact reading from which a document is known to have them: then a reading without its tone,
or with the tone that the word has in speech (不(bú)), is one too."""


def inserted_pinyin(view: AlignedText) -> Mended:
    """The text without the readings behind characters; brackets that hold anything else stay.

    >>> inserted_pinyin(AlignedText.plain("縣(xiàn)政府參加PISA(pisa)，學(xué)校(A)"))[0].text
    '縣政府參加PISA(pisa)，學校(A)'
    """
    found = list(_INSERTED.finditer(view.text))
    exact = [reading_of(match[1], match[3]) for match in found]
    damaged = sum(exact) >= _ENOUGH
    mends = []
    for match, is_exact in zip(found, exact, strict=True):
        if is_exact:
            mends.append(Mend("inserted-pinyin", *match.span(2), "", CERTAIN))
        elif damaged and reading_of(match[1], match[3], toneless=True):
            mends.append(Mend("inserted-pinyin", *match.span(2), "", 0.9))
        elif damaged and plain_reading(_tidy(match[3])) != _tidy(match[3]):
            mends.append(Mend("inserted-pinyin", *match.span(2), "", 0.7))
    return mended(view, mends)


def reading_of(char: str, reading: str, *, toneless: bool = False) -> bool:
    """Whether a character, or its simplified form, can be read so.

    >>> reading_of("縣", "xiàn"), reading_of("縣", "xian"), reading_of("縣", "xian", toneless=True)
    (True, False, True)
    """
    wanted = _tidy(reading)
    if toneless:
        known = pinyin_readings(char) | pinyin_readings(simplify(char))
        return plain_reading(wanted) in map(plain_reading, known)
    return wanted in pinyin_readings(char) or wanted in pinyin_readings(simplify(char))


def _tidy(reading: str) -> str:
    """The reading in the letters that dictionaries use."""
    return unicodedata.normalize("NFC", reading.replace("ɑ", "a").replace("ɡ", "g"))
