"""Traditional to simplified characters, place by place."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

__all__ = ["has_traditional", "simplify", "traditional_forms", "traditional_share"]

CONFIG = "tw2s"
"""The conversion of OpenCC that also turns 著力 into 着力 and leaves 著名; t2s and hk2s do not."""

_OTHER_FORMS = (("衞", "卫"), ("敍", "叙"))
"""Forms of Hong Kong that this conversion does not know."""
_UNFIT = re.compile(r"([\0\ud800-\udfff])")
"""A NUL would end the text on the C++ side, a lone surrogate cannot reach it."""
_IDEOGRAPHS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2FA20))
_CHINESE = re.compile(r"[㐀-䶿一-鿿]+")


@lru_cache(maxsize=1)
def _converter() -> Any:
    # Imported here: a text that needs no conversion should not pay for the dictionaries.
    import opencc

    return opencc.OpenCC(CONFIG)


def simplify(text: str) -> str:
    """The text in simplified characters, always of the same length, so that every place keeps its number.

    >>> simplify("著力體現教育公平")
    '着力体现教育公平'
    >>> simplify("著名學校、乾縣、衞生學校")
    '著名学校、乾县、卫生学校'
    """
    if text.isascii():
        return text
    if len(text) == 1:
        return traditional_forms().get(text, text)
    return _converted(text)


def _converted(text: str) -> str:
    """The same by OpenCC alone, which takes long to begin with each text."""
    if _UNFIT.search(text):
        return "".join(part if _UNFIT.match(part) else _converted(part) for part in _UNFIT.split(text))
    converted: str = _converter().convert(text)
    for form, plain in _OTHER_FORMS:
        if form in converted:
            converted = converted.replace(form, plain)
    if len(converted) == len(text):
        return converted
    if len(text) == 1:
        return text
    lines = text.splitlines(keepends=True)
    return "".join(map(_converted, lines if len(lines) > 1 else text))


@lru_cache(maxsize=1)
def traditional_forms() -> Mapping[str, str]:
    """Every character that changes when it stands alone, and its simplified form."""
    every = [chr(code) for start, end in _IDEOGRAPHS for code in range(start, end)]
    pairs = zip(every, _converted("\n".join(every)).split("\n"), strict=True)
    return {before: after for before, after in pairs if before != after}


@lru_cache(maxsize=1)
def _traditional() -> re.Pattern[str]:
    """Any character that simplified Chinese does not have, but whose simplified form it has."""
    # Only the basic plane: with one character beyond it, the search takes a hundred times as long.
    strange = (c for c in traditional_forms() if c < "\U00010000" and not c.encode("gb2312", "ignore"))
    return re.compile(f"[{''.join(strange)}]")


def has_traditional(text: str) -> bool:
    """Whether any character is surely a traditional one: one quick pass, where a conversion would take thirty.

    >>> has_traditional("全縣教育"), has_traditional("全县教育、著名学校")
    (True, False)
    """
    return _traditional().search(text) is not None


def traditional_share(text: str, simple: str | None = None) -> float:
    """How much of the Chinese in a text is traditional: 0.0 for simplified text, a third or more for traditional.

    `simple` is the same text in simplified characters, where it is known already.

    >>> traditional_share("全县教育") < 0.02 < traditional_share("全縣教育")
    True
    """
    changed = sum(map(operator.ne, text, simplify(text) if simple is None else simple))
    return changed / max(sum(map(len, _CHINESE.findall(text))), 1) if changed else 0.0
