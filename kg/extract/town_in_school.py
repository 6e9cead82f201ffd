"""Towns that only the names of schools name: the gazetteer knows today's townships, texts those of their year."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_towns_in_schools"]

_TOWN = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:镇|乡|街道)(?=[\u4e00-\u9fff]{2})")
_NO_TOWN = re.compile(
    r"[县市区州省旗所个各等在的和与及]|[城集村古重小名]镇|乡镇|[水侨山故家老他外异瓷茶竹歌]乡$|第[一二三四五六七八九十]"
)


def find_towns_in_schools(page: Page) -> None:
    """Write the towns that begin schools' names and that the gazetteer does not hold: 旧州镇|环城小学."""
    known = page.knowledge.regions.local_names(page.document.info.region_code)
    for school in page.of_kind(EntityKind.SCHOOL):
        if school.name != page.text[school.start : school.end]:
            continue
        regions = [m.end for m in page.touching(EntityKind.REGION, school.start, school.end)]
        start = max([end for end in regions if end < school.end], default=school.start)
        town = _TOWN.match(page.text, start, school.end)
        if town is None or _NO_TOWN.search(town[0]) or page.touching(EntityKind.REGION, start, town.end()):
            continue
        # 韩村乡 of old is 韩村镇 today.
        code = known.known(town[0].removesuffix("街道") if town[0].endswith("街道") else town[0][:-1])
        attributes = {"code": code} if code else {}
        page.add(
            EntityKind.REGION, start, town.end(), "town-in-school", confidence=0.6, taking=False, attributes=attributes
        )
