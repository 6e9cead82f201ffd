"""Names that a text gives in brackets behind a longer one: 阳光护航工程（以下简称“护航工程”）."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.model.document import SegmentedDocument
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["names_in_brackets"]

_KINDS = frozenset({EntityKind.PROGRAM, EntityKind.ORGANIZATION, EntityKind.DOCUMENT})
"""Schools have a way of their own: they also stand in brackets without these words."""
_CALLED = re.compile(r"[”》]?(?:的通知|的意见)?[”》]?（(?:以下)?(?:统称|简称)为?[“《]?")


def names_in_brackets(
    document: SegmentedDocument, mentions: Sequence[Mention], keys: Mapping[int, str]
) -> dict[tuple[EntityKind, str], str]:
    """Kind and key of each name that a bracket introduces as a short one, to the key of what stands before the bracket.

    `keys` gives the canonical key of each mention by its index.
    """
    found: dict[tuple[EntityKind, str], str] = {}
    before: dict[EntityKind, int] = {}
    for index, mention in enumerate(mentions):
        if mention.kind not in _KINDS:
            continue
        longer = before.get(mention.kind)
        before[mention.kind] = index
        if longer is None or keys[longer] == keys[index]:
            continue
        if _CALLED.fullmatch(document.text, mentions[longer].end, mention.start):
            found[mention.kind, keys[index]] = keys[longer]
    return found
