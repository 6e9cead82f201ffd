"""Things of one kind and region whose names differ by little."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from kg.model.curation import Action
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.names import EntityKind
from kg.review.words import Words
from kg.text.names import plain_name

__all__ = ["likeness", "near_pairs"]

_COUNTED = re.compile(r"[0-9一二三四五六七八九十东西南北中上下左右大小初高甲乙丙丁国省州市县区镇乡A-Za-z]")
"""Signs in which names of different things differ: 第一中学 and 第二中学, 东校区 and 西校区, 小学 and 中学,
初级中学 and 高级中学, 省级示范园 and 市级示范园."""
_SCOPE = re.compile(r"/([0-9]{6})-")
"""The region inside which a key is unique: the 优秀教师 of two counties are two titles."""
_OWN = re.compile(r"-[a-z2-7]{8}$")
"""The end of a key made from a name; that of a published concept has none, and concepts were told apart by people."""
ALIKE = 0.8
MOST_OF_ONE_WORD = 40
"""Two signs that more names of a kind share do not make them look alike."""


def near_pairs(graph: KnowledgeGraph) -> Iterator[tuple[float, GraphEntity, GraphEntity]]:
    """Pairs of things with how alike their names are; those that people said to be two are left out.

    So are those that one report names in one breath: it tells them apart.
    """
    words = Words(graph)
    apart = {c.subjects for c in graph.curations if c.action is Action.NOT_SAME_AS}
    groups: dict[tuple[EntityKind, str], list[GraphEntity]] = defaultdict(list)
    for entity in graph.entities:
        if entity.kind is not EntityKind.REGION:
            groups[entity.kind, entity.region].append(entity)
    for group in groups.values():
        for left, right in sorted(_candidates(group)):
            one, other = group[left], group[right]
            alike = likeness(one.name, other.name)
            scopes = {scope[1] for key in (one.key, other.key) if (scope := _SCOPE.search(key))}
            made = _OWN.search(one.key) or _OWN.search(other.key)
            if alike < ALIKE or not made or len(scopes) > 1 or tuple(sorted((one.key, other.key))) in apart:
                continue
            if not _said_together(one, other, words):
                yield alike, one, other


def _said_together(one: GraphEntity, other: GraphEntity, words: Words) -> bool:
    """Whether a report tells of both in the same words, or names both in the words about one."""
    left, right = words.about(one.key), words.about(other.key)
    if {(e.document, e.start, e.end) for e in left} & {(e.document, e.start, e.end) for e in right}:
        return True
    names = sorted((one.name, other.name), key=len)
    quotes = (plain_name(e.quote) for e in (*left, *right))
    return any(names[1] in quote and names[0] in quote.replace(names[1], "") for quote in quotes)


def _candidates(group: list[GraphEntity]) -> set[tuple[int, int]]:
    """Pairs that share two signs in a row which not too many names have."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for index, entity in enumerate(group):
        for pair in {entity.name[i : i + 2] for i in range(len(entity.name) - 1)}:
            sharing[pair].append(index)
    return {pair for theirs in sharing.values() if len(theirs) <= MOST_OF_ONE_WORD for pair in combinations(theirs, 2)}


def likeness(left: str, right: str) -> float:
    """From 0 to 1; 0 where a number, a direction or the like tells the names apart, and for short names.

    Another sign in the first half is another proper name (滨湖路小学, 园湖路小学), several are another body (财政局,
    教育局): only one sign in the second half can be a slip or another word for the same.

    >>> likeness("江滨实验小学", "江滨实验学校"), likeness("第一中学", "第二中学")
    (0.0, 0.0)
    >>> likeness("滨湖路小学", "园湖路小学")
    0.0
    >>> round(likeness("教师教学技能比赛", "教师教学技能竞赛"), 2)
    0.88
    """
    if min(len(left), len(right)) < 4:
        return 0.0
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal" and (_COUNTED.search(left[a:b]) or _COUNTED.search(right[c:d])):
            return 0.0
        if tag == "replace" and (a < len(left) / 2 or max(b - a, d - c) > 1):
            return 0.0
    return matcher.ratio()
