"""Damage to the script: simplified reports as traditional ones, as sites for readers abroad convert them."""

from __future__ import annotations

import re
from functools import lru_cache
from random import Random
from typing import Any

__all__ = ["by_character", "hong_kong", "mixed", "taiwan", "traditional"]

_WORD = re.compile("[㐀-䶿一-鿿]+")


@lru_cache(maxsize=4)
def _converter(config: str) -> Any:
    import opencc

    return opencc.OpenCC(config)


def _converted(text: str, config: str) -> str:
    """The text converted, unless it is traditional already: nobody converts twice."""
    if sum(map(text.count, "學縣區")) > sum(map(text.count, "学县区")):
        return text
    return str(_converter(config).convert(text))


def traditional(text: str, draw: Random) -> str:
    """The text in the traditional script of the dictionaries: 裏, 臺, 着."""
    return _converted(text, "s2t")


def taiwan(text: str, draw: Random) -> str:
    """The text in Taiwan's forms: 裡, 臺, 著."""
    return _converted(text, "s2tw")


def hong_kong(text: str, draw: Random) -> str:
    """The text in Hong Kong's forms: 裏, 台, 着, 户."""
    return _converted(text, "s2hk")


def by_character(text: str, draw: Random) -> str:
    """Traditional by single characters, as the page of one seed is: 后 and 于 stay, 着 is always 著.

    >>> by_character("着力建设，于会后", Random(0))
    '著力建設，于會后'
    """
    return "".join(
        char if char in "后于里台干范制周准志余云并松" else _converted(char, "s2t") for char in text
    ).replace("着", "著")


def mixed(text: str, draw: Random) -> str:
    """A text of which a third of the paragraphs is traditional, as pages pasted from two sources are."""
    return "".join(
        _converted(line, "s2t") if draw.random() < 1 / 3 else line for line in text.splitlines(keepends=True)
    )
