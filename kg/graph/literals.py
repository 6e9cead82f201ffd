"""Literals that every RDF tool reads back as they were written."""

from __future__ import annotations

import re
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from kg.graph.vocabulary import term

__all__ = ["chinese", "date", "decimal", "english", "exact", "integer", "number", "text", "truth"]

_INTEGER, _DECIMAL = term("xsd:integer"), term("xsd:decimal")
_DATES = (
    (re.compile(r"\d{4}"), term("xsd:gYear")),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])"), term("xsd:gYearMonth")),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"), term("xsd:date")),
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def _storable(words: str) -> str:
    """Without lone surrogates, which are no characters and cannot be written in UTF-8."""
    return _SURROGATE.sub("\ufffd", words)


def text(words: str) -> Literal:
    """Words in no particular language: a quote, a rule's id, a file's name."""
    return Literal(_storable(words))


def chinese(words: str) -> Literal:
    """Words in simplified Chinese, marked `@zh` so that `lang(?x) = "zh"` finds them."""
    return Literal(_storable(words), language="zh")


def english(words: str) -> Literal:
    """Words in English."""
    return Literal(_storable(words), language="en")


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=_INTEGER)


def decimal(value: float) -> Literal:
    """A number with at most four places behind the point, always with a point.

    >>> decimal(0.9).value, decimal(1).value, decimal(0.00001).value
    ('0.9', '1.0', '0.0')
    """
    digits = f"{value:.4f}".rstrip("0")
    return Literal(digits + "0" if digits.endswith(".") else digits, datatype=_DECIMAL)


def number(words: str, *, datatype: NamedNode) -> Literal:
    """The number that `words` write, or the words themselves where they write none: nothing is lost.

    >>> number("12.50", datatype=term("xsd:decimal")).value
    '12.5'
    >>> number("约三百", datatype=term("xsd:integer")).datatype.value.rpartition("#")[2]
    'string'
    """
    if datatype == _INTEGER and re.fullmatch(r"\d{1,18}", words, re.ASCII):
        return integer(int(words))
    if datatype == _DECIMAL and re.fullmatch(r"\d{1,18}(?:\.\d{1,9})?", words, re.ASCII):
        exact = f"{Decimal(words):f}"
        whole, _, places = exact.partition(".")
        return Literal(f"{int(whole)}.{places.rstrip('0') or '0'}", datatype=_DECIMAL)
    return text(words)


def date(words: str) -> Literal:
    """A year, a month or a day as what it is; anything else as words.

    >>> date("2024-09").datatype.value.rpartition("#")[2], date("年底").datatype.value.rpartition("#")[2]
    ('gYearMonth', 'string')
    """
    for form, datatype in _DATES:
        if form.fullmatch(words):
            return Literal(words, datatype=datatype)
    return text(words)


def exact(value: Decimal) -> Literal:
    """A number as it is, with a point.

    >>> exact(Decimal("42.560")).value, exact(Decimal("1E+8")).value
    ('42.56', '100000000.0')
    """
    whole, _, places = f"{value:f}".partition(".")
    return Literal(f"{whole}.{places.rstrip('0') or '0'}", datatype=_DECIMAL)


def truth(value: bool) -> Literal:
    """Yes or no."""
    return Literal(value)
