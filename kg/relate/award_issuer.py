"""Who gives an honor: the body that its clause or its name tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.model.document import Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.relate.scene import Scene

__all__ = ["Issuer", "issuer_of"]

MOST = 40
"""The names of all bodies that give one honor together are at most so long."""
_MARKS = re.compile(r"^[“”、和与及，]+|[“”、和与及，了]+$")
_NO_BODY = re.compile(r"[，。；：！？《》“”\d]|的|各级|有关|上级|相关|本次|本届|运动会|大会|比赛|年会|晚会|博览会")

_OPENING = (
    r"“?(?:{national_body}|[\u4e00-\u9fff]{0,8}?[省市县区州旗](?:委|人民)?(?:教育局|教育厅|教体局|教育体育局|教委|政府|{office}))"
    r"(?=[“\u4e00-\u9fff])"
)
"""A body of the nation, or a level or region with its office, at the start of an honor's name."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """The bodies as the text names them, and the mention of the first that is one."""

    words: str
    mention: int | None


def issuer_of(scene: Scene, honor: Mention, sentence: Sentence) -> Issuer | None:
    """Who gives an honor: behind 被 or 获 (获市教育局“…”), before 授予, or in its own name; None if nothing tells.

    The words must end as bodies' names do; several bodies stand together (团中央、全国少工委).
    """
    start, _ = scene.clause_at(honor.start, sentence)
    place = _span(scene, start, honor.start) or _in_name(scene, honor)
    if place is None:
        return None
    inside = scene.within(*place, EntityKind.ORGANIZATION)
    words = _MARKS.sub("", scene.text[slice(*place)])
    return Issuer(words, inside[0] if inside else None)


def _span(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The words between lead and verb, or between lead and honor, or from the clause's start to the verb."""
    hits = list(scene.knowledge.cues["issuer"].all(scene.text, start, end))
    verb = next((hit for hit in reversed(hits) if hit.says == "verb"), None)
    stop = verb.start if verb is not None else end
    leads = [hit.end for hit in hits if hit.says == "lead" and hit.end <= stop]
    for begin in [*reversed(leads), *([start] if verb is not None else [])]:
        if 0 < stop - begin <= MOST and _is_body(scene.text[begin:stop], scene.knowledge):
            return begin, stop
    return None


def _in_name(scene: Scene, honor: Mention) -> tuple[int, int] | None:
    """The body with whose name the honor's begins: 教育部“…”, 市教育局优秀教师."""
    opening = scene.knowledge.pattern(_OPENING).match(scene.text, honor.start, honor.end)
    return opening.span() if opening else None


def _is_body(words: str, knowledge: Knowledge) -> bool:
    """Whether words end as a body's name does and hold nothing that no name holds."""
    bare = _MARKS.sub("", words)
    return len(bare) >= 2 and not _NO_BODY.search(bare) and bool(knowledge.pattern("{issuer_ending}$").search(bare))
