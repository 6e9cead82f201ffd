"""Which short names of schools stand for which longer ones of the same document, and which cannot be told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model.document import SegmentedDocument
from kg.model.facts import Mention
from kg.model.identity import Reason
from kg.model.names import EntityKind
from kg.resolve.school_key import is_short_for, is_telling

__all__ = ["ShortSchools", "merge_short_schools"]

Keyed = Mapping[tuple[EntityKind, str], Sequence[int]]
"""Kind and canonical key to the mentions of that key."""
_TOWN = re.compile(r"镇|乡|街道")
_ALSO = re.compile(r"（(?P<former>原)?(?:以下简称|简称|即|下称)?[“]?")
_HIGH_NUMBER = re.compile(r"第(?:十[一二三四五六七八九]|[二三四五六七八九]十)")
"""第四十六中学: only a city has so many."""
_BRANCH = re.compile(r"分校|分园|校区|新园|附属")


@dataclass(frozen=True, slots=True)
class ShortSchools:
    """What is decided about the schools' keys of one document."""

    merged: Mapping[str, tuple[str, Reason]]
    """Key of a short name to the key that it stands for, and why."""
    refused: tuple[tuple[tuple[str, ...], Reason], ...]
    """Keys that could have been taken for one and were not, and why."""


def merge_short_schools(document: SegmentedDocument, mentions: Sequence[Mention], keyed: Keyed) -> ShortSchools:
    """Short names with the only longer name that they can stand for, or that a bracket gives; and what was refused."""
    keys = sorted(key for kind, key in keyed if kind is EntityKind.SCHOOL)
    merged = _in_brackets(document, mentions, keyed)
    lists = _lists(document, mentions, keyed)
    by_core, by_pair = _by_core(keys), _by_pair(keys)
    refused: dict[tuple[str, ...], Reason] = {}
    for key in keys:
        same = [other for other in by_core[_core(key)] if other != key]
        longer = _longer_than(key, by_pair.get(_core(key)[:2], ()))
        together = {other for other in (*same, *longer) if not lists[key].isdisjoint(lists[other])}
        for other in (*same, *longer):
            if other in together and key not in merged:
                refused.setdefault(tuple(sorted((key, other))), Reason.LISTED_TOGETHER)
        target = _target(key, [k for k in same if k not in together], document.info.region_code)
        if target is not None:
            merged.setdefault(key, target)
            continue
        # Several longer names are one if each is short for the longest (银河学校, 银河实验学校, 天山学院银河实验学校).
        longer = [k for k in longer if k not in together]
        longest = max(longer, key=lambda k: (len(k), k), default="")
        if longest and all(o == longest or is_short_for(_core(o), _core(longest)) for o in longer):
            merged.setdefault(key, (longest, Reason.SHORT_FORM))
        elif key not in merged and (several := longer or ([] if key.partition(":")[0] else same)):
            refused.setdefault((key, *several), Reason.TWO_CANDIDATES)
    # A chain of short forms ends at its longest name.
    final = {k: (_end_of(k, merged), why) for k, (_, why) in merged.items()}
    return ShortSchools(
        {k: (target, why) for k, (target, why) in final.items() if target != k},
        tuple((names, why) for names, why in refused.items() if len({final.get(k, (k, why))[0] for k in names}) > 1),
    )


def _core(key: str) -> str:
    return key.partition(":")[2]


def _end_of(key: str, merged: Mapping[str, tuple[str, Reason]]) -> str:
    """The key at the end of a chain of merges, two steps on."""
    first = merged[key][0]
    second = merged[first][0] if first in merged else first
    return merged[second][0] if second in merged and merged[second][0] != key else second


def _by_core(keys: Sequence[str]) -> Mapping[str, list[str]]:
    """The keys of one name behind whatever region; a text of a whole province names tens of thousands of schools."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        found[_core(key)].append(key)
    return found


def _by_pair(keys: Sequence[str]) -> Mapping[str, list[str]]:
    """For each two characters side by side the keys whose name holds them: a short form begins with two of its name."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        core = _core(key)
        for pair in {core[i : i + 2] for i in range(len(core) - 1)}:
            found[pair].append(key)
    return found


def _target(key: str, same: Sequence[str], region_code: str) -> tuple[str, Reason] | None:
    """What a name without region stands for: the document's own school of the name, else the only one that tells.

    一中 is the document's own 县一中; 恒雅高中 the only 常德市恒雅高级中学, 46中 the only 合肥市第四十六中学.
    But 一中 of a county's report is not 市一中 merely because no 县一中 is named.
    """
    scope, _, core = key.partition(":")
    own = f"{region_code}:{core}"
    if scope or not same:
        return None
    if own in same:
        return own, Reason.OWN_REGION
    if len(same) == 1 and (is_telling(core) or not region_code or _HIGH_NUMBER.match(core)):
        return same[0], Reason.ONLY_CANDIDATE
    return None


def _longer_than(key: str, keys: Sequence[str]) -> list[str]:
    """The keys of the longer names for which a name can be short."""
    scope, _, core = key.partition(":")
    return [
        other
        for other in keys
        if other != key
        and is_short_for(core, _core(other))
        and (not scope or other.partition(":")[0] in ("", scope))
        and not (scope and _TOWN.search(other))
        and not _BRANCH.search(_core(other).replace(core, "", 1))
    ]


def _placed(mentions: Sequence[Mention], keyed: Keyed) -> list[tuple[int, int, str]]:
    """Start, end and key of each mention of a school, from left to right."""
    return sorted(
        (mentions[i].start, mentions[i].end, key)
        for (kind, key), group in keyed.items()
        if kind is EntityKind.SCHOOL
        for i in group
    )


def _lists(document: SegmentedDocument, mentions: Sequence[Mention], keyed: Keyed) -> Mapping[str, set[int]]:
    """For each key the lists in which it stands: 明德中学、明德华兴中学 in one list are two schools."""
    found: dict[str, set[int]] = defaultdict(set)
    number, last = 0, -1
    for start, end, key in _placed(mentions, keyed):
        if start - last != 1 or document.text[last] not in "、和与及":
            number += 1
        found[key].add(number)
        last = end
    return found


def _in_brackets(
    document: SegmentedDocument, mentions: Sequence[Mention], keyed: Keyed
) -> dict[str, tuple[str, Reason]]:
    """Names in brackets behind another: 逸夫小学（原和平路小学）, 凤岭中学（区二初）, …第一中学（以下简称一中）."""
    found: dict[str, tuple[str, Reason]] = {}
    for (_, end, key), (start, _, other) in pairwise(_placed(mentions, keyed)):
        behind = key != other and end < start and document.text[end] == "（"
        bracket = _ALSO.fullmatch(document.text, end, start) if behind else None
        if bracket:
            found[other] = key, Reason.FORMER_NAME if bracket["former"] else Reason.IN_BRACKET
    return found
