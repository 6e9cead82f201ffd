"""Characters lost in dates and numbers: 20225月 is 2022年5月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.clean.data import NumberRule, number_rules, suspect_number
from kg.clean.step import MARK, Mended, repair
from kg.model.aligned import AlignedText, Edit
from kg.model.document import Repair

__all__ = ["numbers"]

_PLACE = re.compile(r"\{([a-z])\}|([^{}]+)")


def numbers(view: AlignedText) -> Mended:
    """The text with the lost characters put in where only one reading makes sense; where two do, the place is marked.

    >>> numbers(AlignedText.plain("20225月开工，截至20221027日，在228日"))[0].text
    '2022年5月开工，截至2022年10月27日，在2月28日'
    """
    repairs: list[Repair] = []
    if not suspect_number().search(view.text):
        return view, repairs
    for rule in number_rules():
        edits: list[Edit] = []
        for found in rule.pattern.finditer(view.text):
            lost = list(_lost(rule, found)) if rule.confidence >= MARK else []
            edits += lost
            whole = AlignedText.plain(found[0]).edited(
                [Edit(e.start - found.start(), e.end - found.start(), e.after) for e in lost]
            )
            repairs.append(repair(view, rule.id, *found.span(), whole.text, rule.confidence))
        view = view.edited(edits) if edits else view
    return view, repairs


def _lost(rule: NumberRule, found: re.Match[str]) -> Iterator[Edit]:
    """What a rule puts in: insertions, so that every other character keeps its own place."""
    groups = {name[0]: name for name, value in found.groupdict().items() if value is not None}
    lost = ""
    for name, literal in _PLACE.findall(rule.template):
        if literal:
            lost += literal
        elif lost:
            start = found.start(groups[name])
            yield Edit(start, start, lost)
            lost = ""
