"""Regions with names that are also words (城区, 矿区, 市中区), and those told by what lies in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kg.knowledge import Division, Knowledge
from kg.model.names import Level

__all__ = ["county_of_town", "plain_district", "region_above"]

_TOWN = re.compile(r"[\u4e00-\u9fff]{2,5}?(?:镇|乡|街道)")


def plain_district(prefecture: Division | None, title: str, text: str, knowledge: Knowledge) -> Division | None:
    """The district with a plain name that a text speaks for, below the prefecture that is known; else None.

    阳泉市矿区…, or 矿区区委 in a text whose only 矿区 of today it can be.
    """
    found: list[Division] = []
    for name, codes in knowledge.regions.names(Level.COUNTY).items():
        if not name.endswith("区") or not (name in knowledge.words("ambiguous_place") or name.startswith("市")):
            continue
        if name not in text:
            continue
        for division in filter(None, map(knowledge.regions.by_code, codes)):
            above = knowledge.regions.by_code(division.parent)
            if division.until is not None or division.name != name or above is None:
                continue
            if prefecture is not None and prefecture.code != above.code:
                continue
            alone = rf"(?<![\u4e00-\u9fff]){name}(?:区委|区政府|教育|教体|召开|人民政府)"
            spoken = rf"(?:{above.name}|{above.short}){name}|{alone}"
            if re.search(spoken, title) or len(re.findall(spoken, text)) >= 2:
                found.append(division)
    return found[0] if len(found) == 1 else None


def county_of_town(title: str, knowledge: Knowledge) -> Division | None:
    """The county of the township that a title names, if only one township of today bears that name; else None."""
    for match in _TOWN.finditer(title):
        for size in range(3, len(match[0]) + 1):
            towns = [d for d in knowledge.regions.by_name(match[0][-size:]) if d.level is Level.TOWNSHIP]
            if len(towns) == 1:
                return knowledge.regions.by_code(towns[0].parent)
    return None


def region_above(names: Iterable[str], word: str, text: str, knowledge: Knowledge) -> Division | None:
    """The province or prefecture whose places alone a text names that says 我省, 自治区 or 全市; else None.

    A text of an autonomous region may name one of its counties only once: there are five such regions.
    """
    autonomous = word == "区" and "自治区" in text
    if not (autonomous or word in ("省", "市", "州")):
        return None
    level = Level.PREFECTURE if word in ("市", "州") else Level.PROVINCE
    below: dict[str, set[str]] = defaultdict(set)
    for name in set(names):
        divisions = [d for d in map(knowledge.regions.by_code, knowledge.region_codes()[name]) if d and d.until is None]
        above = {a.code for d in divisions for a in knowledge.regions.ancestors(d.code) if a.level is level}
        if len(above) == 1:
            below[above.pop()].add(name)
    if len(below) != 1:
        return None
    ((code, children),) = below.items()
    division = knowledge.regions.by_code(code)
    fits = division is not None and division.name.endswith("自治区" if autonomous else word)
    return division if fits and len(children) >= (1 if autonomous else 2) else None
