"""How far along an initiative is, and which words told it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.document import Sentence
from kg.model.names import Status
from kg.relate.scene import Scene
from kg.relate.year import looks_ahead, opened_paragraph, past_or_future

__all__ = ["Progress", "given_up", "inherited", "settled_by_year", "status_of"]


@dataclass(frozen=True, slots=True)
class Progress:
    """A status and why: the id of the cue or rule that told it."""

    status: Status | None
    rule: str
    given_up: bool = False
    """Whether the text says that it was cancelled: then there is no fact to state."""

    def attributes(self) -> dict[str, str]:
        """What a fact keeps of it beside the status."""
        return {"status_rule": self.rule} if self.status is not None and self.rule else {}


def status_of(scene: Scene, start: int, sentence: Sentence, year: int | None) -> Progress:
    """How far along a program or paper is: a plan's facts are planned; else the clause's words, else inherited."""
    settled = settled_by_year(scene, sentence, year)
    if settled is not None:
        return settled
    clause_start, clause_end = scene.clause_at(start, sentence)
    hits = list(scene.knowledge.cues["program_status"].all(scene.text, clause_start, clause_end))
    # A word of intention anywhere in the clause outweighs one of lasting work: 拟进一步推进.
    for wanted in (Status.PLANNED, Status.ONGOING, Status.COMPLETED):
        hit = next((h for h in hits if h.says == wanted), None)
        if hit is not None:
            return Progress(wanted, hit.cue.id)
    return inherited(sentence)


def inherited(sentence: Sentence) -> Progress:
    """What section and document tell; where nothing tells, what a text that is no plan says was done."""
    if sentence.context.status is None:
        return Progress(Status.COMPLETED, "told-as-done")
    return Progress(sentence.context.status, sentence.context.status_rule)


def given_up(scene: Scene, start: int, end: int, sentence: Sentence) -> bool:
    """Whether the words right before or behind a name say that it was cancelled, left, or did not come about."""
    cues = scene.knowledge.cues["failure"]
    clause_start, clause_end = scene.clause_at(start, sentence)
    before = cues.last(scene.text[clause_start:start])
    if before is not None and before.says == "before":
        return True
    behind = cues.first(scene.text[end : max(clause_end, end)])
    return behind is not None and behind.says == "behind"


def settled_by_year(scene: Scene, sentence: Sentence, year: int | None) -> Progress | None:
    """The status that section and year alone settle: what a plan says is planned, unless its year is past."""
    told = past_or_future(scene, sentence, year)
    if told is not None:
        return Progress(told, "year-past" if told is Status.COMPLETED else "year-to-come")
    if sentence.context.status is Status.PLANNED:
        return Progress(Status.PLANNED, sentence.context.status_rule)
    if looks_ahead(scene, sentence):
        return Progress(Status.PLANNED, "sentence-ahead")
    opened = opened_paragraph(scene, sentence)
    return Progress(Status.PLANNED, "paragraph-will") if opened is not None and opened[1] else None
