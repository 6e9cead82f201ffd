"""Titles for which a selection of several levels is held: 参加全国全省模范教师、优秀教师选树活动 speaks of four."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.honor_level import honor_level
from kg.extract.page import Page
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["selected_titles"]

_LEVELS = re.compile(
    r"(?P<levels>(?:全国|国家级|全省|全市|全区|全县|[省市县区州]级?)(?:[、和及]?(?:全省|全市|全区|全县|[省市县区州]级?))*)(?P<titles>.+)"
)
_TITLE = re.compile(r"[^、和及]+")


def selected_titles(page: Page, match: re.Match[str], rule: str, confidence: float) -> Iterator[Mention]:
    """The title of each level and each item, at the words of the item; a match that no level opens gives none."""
    whole = _LEVELS.fullmatch(page.text, *match.span("name"))
    if whole is None:
        return
    levels = re.findall(r"全[国省市区县]|国家级|[省市县区州]级?", whole["levels"])
    heads = page.knowledge.pattern("{honor_head}")
    for number, title in enumerate(_TITLE.finditer(page.text, *whole.span("titles"))):
        last = [*heads.finditer(title[0])]
        if not last or last[-1].end() < len(title[0]) or not page.free(*title.span()):
            continue
        for order, level in enumerate(levels):
            name = level + title[0]
            told = honor_level(page, name)
            known = {"order": str(order)} | ({"level": told.word} if told is not None else {})
            start = title.start() if number else whole.start()
            yield Mention(EntityKind.HONOR, start, title.end(), name, rule, confidence, known)
