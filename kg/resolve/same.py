"""Which mentions of one document name the same thing, and why: by canonical keys, then by what only the text tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Mention
from kg.model.identity import Reason
from kg.model.names import EntityKind
from kg.resolve.called import names_in_brackets
from kg.resolve.keys import name_key
from kg.resolve.prefix import bare_name
from kg.resolve.schools import merge_short_schools

__all__ = ["Choice", "Grouping", "group_mentions"]

_TELLING = 5
"""A title's name longer than so many characters less one tells which title is meant."""
_KEYED = {EntityKind.SCHOOL: Reason.WRITTEN_OUT, EntityKind.REGION: Reason.SAME_CODE}
"""Why names of one key are one thing; for the other kinds because they share a core or a concept."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision about mentions, by their indices: one for each of the names that were compared."""

    same: bool
    reason: Reason
    mentions: tuple[int, ...]
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The mentions of one document, those of one thing together, and why."""

    groups: tuple[tuple[int, ...], ...]
    """Indices of mentions, one group for each thing of the world."""
    choices: tuple[Choice, ...]


def group_mentions(document: SegmentedDocument, mentions: Sequence[Mention], knowledge: Knowledge) -> Grouping:
    """The mentions of a document in groups, one for each thing of the world, with the reason of each decision."""
    keyed: dict[tuple[EntityKind, str], list[int]] = defaultdict(list)
    own = {index: name_key(mention, document, knowledge) for index, mention in enumerate(mentions)}
    schools = {index: own[index] for index, mention in enumerate(mentions) if mention.kind is EntityKind.SCHOOL}
    called = names_in_brackets(document, mentions, own)
    for index, mention in enumerate(mentions):
        keyed[mention.kind, own[index]].append(index)
    short = merge_short_schools(document, mentions, keyed)
    merged = {key: target for key, (target, _) in short.merged.items()}
    choices = [c for (kind, key), group in keyed.items() if len(group) > 1 for c in _equal(kind, key, group, mentions)]
    first = {key: group[0] for (kind, key), group in keyed.items() if kind is EntityKind.SCHOOL}
    choices += [Choice(True, why, (first[key], first[target])) for key, (target, why) in short.merged.items()]
    choices += [Choice(False, why, tuple(first[k] for k in keys)) for keys, why in short.refused]
    has_works = any(kind is EntityKind.PROJECT for kind, _ in keyed)
    by_span = {
        f"{m.start}-{m.end}-{m.name}": merged.get(schools[i], schools[i])
        for i, m in enumerate(mentions)
        if i in schools and has_works
    }
    groups: dict[tuple[EntityKind, str], list[int]] = defaultdict(list)
    for (kind, key), indices in keyed.items():
        if kind is not EntityKind.PROJECT:
            groups[kind, merged.get(key, key) if kind is EntityKind.SCHOOL else key].extend(indices)
            continue
        for index in indices:
            final, attributes = key, mentions[index].attributes
            if attributes.get("school"):
                school = by_span.get(attributes["school"], "")
                final = f"{school}|{_work_class(attributes.get('work', ''))}"
            groups[kind, final].append(index)
    choices += [
        Choice(True, Reason.SAME_WORK, names)
        for (kind, _), group in groups.items()
        if kind is EntityKind.PROJECT and len(group) > 1 and len(names := _distinct(group, mentions)) > 1
    ]
    choices += _merge_honors(groups)
    choices += _merge_documents(groups)
    choices += _merge_called(groups, called)
    return Grouping(tuple(tuple(sorted(group)) for group in groups.values()), tuple(choices))


def _distinct(group: Sequence[int], mentions: Sequence[Mention]) -> tuple[int, ...]:
    """The first mention of each name in a group."""
    seen: dict[str, int] = {}
    for index in group:
        seen.setdefault(bare_name(mentions[index].name), index)
    return tuple(seen.values())


def _equal(kind: EntityKind, key: str, group: Sequence[int], mentions: Sequence[Mention]) -> Iterator[Choice]:
    """The decision that the names of one key are one thing; none if there is only one name, or for works."""
    names = _distinct(group, mentions)
    if len(names) < 2 or kind is EntityKind.PROJECT:
        return
    concept, _, name = key.partition(":")
    if concept == "concept":
        yield Choice(True, Reason.SAME_CONCEPT, names, {"form": name})
    else:
        form = key.rpartition(":")[2] or key
        yield Choice(True, _KEYED.get(kind, Reason.SAME_CORE), names, {"form": form})


def _merge_honors(groups: dict[tuple[EntityKind, str], list[int]]) -> Iterator[Choice]:
    """A title without a level is the only one of its name, or that ends in it, that has one.

    优秀教师 is 石门县优秀教师 and 足球特色学校 is 全国青少年校园足球特色学校, if no other title can be meant.
    """
    titles = [k for k in groups if k[0] is EntityKind.HONOR]
    by_name: dict[str, list[tuple[EntityKind, str]]] = defaultdict(list)
    by_end: dict[str, list[tuple[EntityKind, str]]] = defaultdict(list)
    for title in titles:
        if not title[1].startswith(":"):
            by_name[title[1].partition(":")[2]].append(title)
            by_end[title[1][-_TELLING:]].append(title)
    for kind, key in [k for k in titles if k[1].startswith(":")]:
        same = by_name.get(key[1:], [])
        if not same and len(key) > _TELLING:
            same = [k for k in by_end.get(key[-_TELLING:], []) if k[1].endswith(key[1:])]
        if len(same) == 1:
            yield Choice(True, Reason.LEVEL_LEFT_OUT, (groups[kind, key][0], groups[same[0]][0]))
            groups[same[0]].extend(groups.pop((kind, key)))


def _merge_documents(groups: dict[tuple[EntityKind, str], list[int]]) -> Iterator[Choice]:
    """A paper without a region is the only one of its title that has one: 《实施方案》 is 《石门县实施方案》."""
    papers = [key for kind, key in groups if kind is EntityKind.DOCUMENT]
    placed: dict[str, list[str]] = defaultdict(list)
    for key in papers:
        code, _, title = key.partition(":")
        if code:
            placed[title].append(key)
    for key in papers:
        same = placed[key[1:]] if key.startswith(":") else []
        if len(same) == 1:
            whole = groups[EntityKind.DOCUMENT, same[0]]
            yield Choice(True, Reason.LEVEL_LEFT_OUT, (groups[EntityKind.DOCUMENT, key][0], whole[0]))
            whole.extend(groups.pop((EntityKind.DOCUMENT, key)))


def _merge_called(
    groups: dict[tuple[EntityKind, str], list[int]], called: Mapping[tuple[EntityKind, str], str]
) -> Iterator[Choice]:
    """A short name is what the bracket that introduces it stands behind."""
    for (kind, short), longer in called.items():
        if (kind, short) in groups and (kind, longer) in groups:
            yield Choice(True, Reason.IN_BRACKET, (groups[kind, short][0], groups[kind, longer][0]))
            groups[kind, longer].extend(groups.pop((kind, short)))


def _work_class(work: str) -> str:
    """Which work of a school it is: building it in general, or one building."""
    work = re.sub(r"(?:建设)?(?:项目|工程)?$", "", work.split("：")[0])
    if work in ("", "建设", "新建", "改扩建", "扩建", "改建", "迁建", "重建", "筹建", "续建", "异地新建"):
        return "school"
    return work
