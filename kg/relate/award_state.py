"""Whether an honor is held, hoped for, or lost: the state that its clause tells."""

from __future__ import annotations

import re

from kg.model.document import Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind, Status
from kg.relate.scene import Scene
from kg.relate.status import Progress, inherited, settled_by_year
from kg.relate.year import Dating

__all__ = ["NOT_AWARDED", "OPEN", "award_progress", "award_state"]

NOT_AWARDED = "not-awarded"
OPEN = ("applied-for", "nominated", "to-be-awarded")
"""States in which nothing is held yet: the fact is planned."""
_NEAR = 20
"""A loss told further behind an honor than so many characters is another's."""
_NAMED = (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.REGION)


def award_state(scene: Scene, honor: Mention, sentence: Sentence) -> tuple[str, str]:
    """The state of an honor and the id of the cue that tells it.

    The cue nearest before the honor in its clause decides, else one in the clause before it; what stands behind can
    still say that nothing is decided or that it was missed. In a plan nothing is held: what is not said to be
    nominated or to come is applied for.
    """
    if honor.rule == "levels-selected":
        # Who takes part in a selection does not have the title.
        return "applied-for", honor.rule
    cues = scene.knowledge.cues["award_state"]
    clause_start, clause_end = scene.clause_at(honor.start, sentence)
    hits = [*cues.all(scene.text, clause_start, honor.start), *cues.all(scene.text, honor.end, clause_end)]
    # 目标 in 目标管理考核一等奖 is another title's word.
    others = [scene.mentions[i] for i in scene.within(clause_start, clause_end, EntityKind.HONOR)]
    hits = [hit for hit in hits if not any(m.start < hit.start and hit.end <= m.end for m in others)]
    lost = next((hit for hit in hits if hit.says == NOT_AWARDED), None)
    if lost is not None:
        return NOT_AWARDED, lost.cue.id
    told = [hit for hit in hits if hit.start < honor.start and hit.says != "pending"]
    state, why = (told[-1].says, told[-1].cue.id) if told else ("awarded", "")
    behind = cues.first(scene.text, honor.end, _own_end(scene, honor, sentence.end))
    if behind is not None and behind.says == NOT_AWARDED and behind.start - honor.end <= _NEAR:
        return NOT_AWARDED, behind.cue.id
    if behind is not None and behind.says in ("pending", "to-be-awarded") and state not in OPEN:
        return "to-be-awarded", behind.cue.id
    if (
        behind is not None
        and behind.says in ("applied-for", "nominated")
        and re.fullmatch(r"[”（\d]*", scene.text[honor.end : behind.start])
    ):
        # “…示范校”申报, …提名: the work for the title, or that it may come, stands right behind it.
        return behind.says, behind.cue.id
    if sentence.context.status is Status.PLANNED and state not in OPEN:
        return "applied-for", why
    return state, why


def _own_end(scene: Scene, honor: Mention, end: int) -> int:
    """How far the words behind an honor speak of it: to the next honor, the next named body or ；."""
    stop = scene.text.find("；", honor.end, end)
    end = stop if stop >= 0 else end
    others = scene.within(honor.end, end, EntityKind.HONOR, *_NAMED)
    return min([end, *(scene.mentions[i].start for i in others)])


def award_progress(scene: Scene, sentence: Sentence, dating: Dating, state: str, why: str) -> Progress:
    """The status that follows from an honor's state: what is not yet held is planned."""
    settled = settled_by_year(scene, sentence, dating.year)
    if settled is not None:
        return settled
    if state in OPEN:
        return Progress(Status.PLANNED, why or sentence.context.status_rule)
    return inherited(sentence)
