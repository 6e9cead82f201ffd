"""Attributes of things and facts as cells: nothing that a report tells is left out for want of a column."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal

__all__ = ["number_of", "other"]

_NUMBER = re.compile(r"-?\d{1,18}(?:\.\d{1,9})?", re.ASCII)


def number_of(words: str) -> Decimal | None:
    """The number that the words write, or None.

    >>> number_of("12000000"), number_of("约一千万"), number_of("")
    (Decimal('12000000'), None, None)
    """
    return Decimal(words) if _NUMBER.fullmatch(words) else None


def other(attributes: Mapping[str, str], known: Collection[str], numbers: Collection[str] = ()) -> str:
    """The attributes that have no column of their own, and those whose column takes numbers only and that are none.

    >>> other({"code": "1", "b": "2", "a": "3", "amount": "约一千万"}, ["code"], ["amount"])
    'a: 3；amount: 约一千万；b: 2'
    """
    return "；".join(
        f"{name}: {value}"
        for name, value in sorted(attributes.items())
        if name not in known and (name not in numbers or number_of(value) is None)
    )
