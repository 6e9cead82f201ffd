"""The region of a text that says only 我省 or 我县, told by the papers that it names: 《湖北省…实施方案》."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.knowledge import Division, Knowledge

__all__ = ["of_papers"]

_PAPER = re.compile(r"《(?P<name>[^《》\n]{4,60})》")


def of_papers(text: str, knowledge: Knowledge, word: str, fits: Callable[[Division, str], bool]) -> Division | None:
    """The one region of the text's own rank with whose full name a paper begins; None if there is none or several.

    A county's report names its own papers and those of the levels above it, hardly ever another county's.
    """
    found: dict[str, Division] = {}
    for match in _PAPER.finditer(text):
        for start, _, name in knowledge.region_matcher().find(match["name"]):
            for division in map(knowledge.regions.by_code, knowledge.region_codes()[name] if start == 0 else ()):
                if division is not None and division.name == name and fits(division, word):
                    found[division.code] = division
    return next(iter(found.values())) if len(found) == 1 else None
