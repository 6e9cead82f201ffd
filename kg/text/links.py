"""Attributes that name other things: those whose name ends with `_id`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

__all__ = ["linked"]


def linked(attributes: Mapping[str, str], target: Callable[[str], str | None]) -> dict[str, str]:
    """The attributes with what `target` gives for each value of an `_id`; those for which it gives nothing are left.

    >>> linked({"role": "校长", "affiliation_id": "S1"}, {"S1": "school/a"}.get)
    {'role': '校长', 'affiliation_id': 'school/a'}
    >>> linked({"affiliation_id": "S2"}, {"S1": "school/a"}.get)
    {}
    """
    return {
        name: known for name, value in attributes.items() if (known := target(value) if name.endswith("_id") else value)
    }
