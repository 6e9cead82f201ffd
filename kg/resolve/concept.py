"""The concept that an initiative, title, scheme or paper of one report shares with others, and how that was seen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.identity import LINK, LINK_CONFIDENCE, Reason
from kg.model.names import EntityKind
from kg.resolve.prefix import bare_name, strip_region
from kg.text.keys import named_key

__all__ = ["Shared", "concept_of", "own_form"]

_FOLDER = {
    EntityKind.PROGRAM: "concept",
    EntityKind.HONOR: "honor",
    EntityKind.PROJECT: "scheme",
    EntityKind.DOCUMENT: "policy",
}
"""Kinds whose entities are linked over regions by a concept, and the folder of its key."""
_SHORTEST = 3
_TITLE_LEVEL = re.compile(
    r"^(?:全[国省市县区州旗]|国家级?|自治区级?|[省市县区州](?![域内直])级?|级|首批|20\d\d年度?|[、和及])+"
)
SURE = {Reason.LISTED_NAME: 0.99, Reason.SAME_FORM: 0.95, Reason.NEAR_FORM: 0.85}
"""How often names linked for a reason are one thing: on the pairs of `tests/resolve/pairs.tsv`, and read by sight."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The concept of an entity; no key where it has none."""

    key: str
    reason: Reason | None = None
    """How the link was seen; None where the entity only gives the concept its name."""

    @property
    def attributes(self) -> dict[str, str]:
        """Reason and confidence of the link, as an entity carries them."""
        if self.reason is None:
            return {}
        return {LINK: self.reason.value, LINK_CONFIDENCE: f"{SURE[self.reason]:.2f}"}


def concept_of(kind: EntityKind, known: str, name: str, document: SegmentedDocument, knowledge: Knowledge) -> Shared:
    """The shared concept: the known one, that of a known name of the same form, else that of the name's own form.

    >>> # 市管校聘改革试点工作 is linked to program/xianguanxiaopin by its form, “五育润心”行动 to a concept of its own
    """
    if kind not in _FOLDER:
        return Shared("")
    if known:
        return Shared(known, None if kind is EntityKind.PROGRAM else Reason.LISTED_NAME)
    rest = strip_region(bare_name(name), document, knowledge)[1]
    if kind is EntityKind.HONOR:
        rest = _TITLE_LEVEL.sub("", rest)
        same = knowledge.concepts[kind].get(rest)
        if same is not None:
            return Shared(same.key, Reason.LISTED_NAME)
    if len(rest) < _SHORTEST or kind is EntityKind.PROJECT:
        # Only the schemes that many regions take part in are shared; a region's own works are not.
        return Shared("")
    form = own_form(kind, rest, knowledge)
    listed = knowledge.concept_of_form(kind, form) if len(form) > _SHORTEST else ""
    return Shared(listed or named_key(_FOLDER[kind], "", form), Reason.SAME_FORM)


def own_form(kind: EntityKind, rest: str, knowledge: Knowledge) -> str:
    """The form of a name without its region, by which equal names of several regions meet."""
    if kind is EntityKind.PROGRAM:
        return knowledge.forms.turned_round(knowledge.forms.of(rest))
    return knowledge.forms.of(rest, ending=True) if kind is EntityKind.HONOR else rest
