"""How characters are typed: as they stand, in traditional script, as pinyin or by the first letter of a reading."""

from __future__ import annotations

from collections.abc import Iterable

from kg.text.pinyin import common_readings, plain_reading
from kg.text.simplify import simplify, traditional_forms

__all__ = ["readings", "traditional"]


def readings(texts: Iterable[str]) -> dict[str, str]:
    """Each Chinese character of the texts, in simplified form, with all its readings in ASCII, the usual one first.

    >>> readings(["重庆"])
    {'庆': 'qing', '重': 'zhong chong tong'}
    """
    chars = sorted(set(simplify("".join(sorted(set("".join(texts)))))))
    told = {char: list(dict.fromkeys(map(_typed, common_readings(char)))) for char in chars}
    return {char: " ".join(found) for char, found in told.items() if found}


def _typed(reading: str) -> str:
    return plain_reading(reading).replace("ü", "v").replace("ê", "e")


def traditional(chars: Iterable[str]) -> dict[str, str]:
    """Each traditional form of the given simplified characters, and the simplified form that it is typed for.

    >>> traditional("双减")["雙"]
    '双'
    """
    wanted = set(chars)
    return {form: plain for form, plain in sorted(traditional_forms().items()) if plain in wanted and form < "\uf900"}
