"""One title of two levels: 省、市级骨干教师 and 全国和全省优秀教师 are two honors each."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.honor_level import honor_level
from kg.extract.page import Page
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["find_coordinated_levels"]

_OWN = re.compile(r"“?(?:全国|国家级?|全省|全市|全县|全区|全州|[省市县区州]级?)")
_BEFORE = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<level>全国|国家级?|全省|全市|全县|[省市县区州]级?)(?:、|和|及|与)$"
    r"|(?<=[了为成获评选增有得报建])(?P<also>全国|国家级?|全省|全市|全县|[省市县区州]级?)(?:、|和|及|与)$"
)


_LEVELS = r"全国|国家级|自治区级|全省|全市|全县|全区|全州|[省市县区州]级?"
_BOTH = re.compile(rf"(?P<first>{_LEVELS})(?:、|和|及|与)(?P<second>{_LEVELS})(?P<rest>[\u4e00-\u9fff].+)")


def find_coordinated_levels(page: Page) -> None:
    """Write the honor of the level that stands before another's: both have the same words behind their levels."""
    found: list[tuple[Mention, Mention, Mention]] = []
    for honor in page.of_kind(EntityKind.HONOR):
        both = _BOTH.fullmatch(honor.name)
        if both:
            second = replace(honor, start=honor.start + both.start("second"))
            upper = _level(both["first"], both["second"])
            pair = upper + both["rest"], both["second"] + both["rest"]
            found.append((honor, _named(page, honor, pair[0], 0), _named(page, second, pair[1], 1)))
            continue
        own = _OWN.match(honor.name)
        before = _BEFORE.search(page.text, max(0, honor.start - 6), honor.start)
        if own is None or before is None or not page.free(before.start(), honor.start):
            continue
        level = _level(before["level"] or before["also"], own[0])
        first = _named(page, replace(honor, start=before.start()), level + honor.name[own.end() :], 0)
        found.append((honor, first, _named(page, honor, honor.name, 1)))
    for honor, first, second in found:
        page.mentions.remove(honor)
        for each in (first, second):
            page.add(
                each.kind, each.start, each.end, each.rule,
                name=each.name, confidence=each.confidence, attributes=each.attributes,
            )  # fmt: skip


def _level(first: str, second: str) -> str:
    """The first level in the form of the second: 省、市级 gives 省级."""
    return first + "级" if second.endswith("级") and len(first) == 1 else first


def _named(page: Page, honor: Mention, name: str, order: int) -> Mention:
    """The honor under the name of one level, and which of the two it is."""
    level = honor_level(page, name)
    known = {"order": str(order)} | ({"level": level.word} if level is not None else {})
    return replace(honor, name=name, attributes={**honor.attributes, **known})
