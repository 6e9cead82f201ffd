"""Who wins honors that are counted: our own region, a school's team, the school of its own page."""

from __future__ import annotations

import re

from kg.model.document import Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.relate.scene import Scene

__all__ = ["counted_winners"]

_BODIES = (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.REGION)
_OURS = re.compile(r"(?:教育)?(?:共|累计|先后|成功|再次|喜)*(?:荣?获|获得|取得|夺得|斩获)")
_TEAM_WINS = re.compile(
    r"(?:代表队|代表团|参赛队|学子|师生|学生|选手|队)?(?:在[^，。；]{2,30}[中上])?(?:共|累计|先后|分别|成功|再次|喜|还)*(?:荣?获|夺|取|斩|摘|捧|包揽|揽)"
)
"""Behind a school: its team wins."""
_WINS = re.compile(
    r"(?:(?:在|于)[^，。；]{2,30}[中上里])?(?:，)?(?:学校|我校|我园)?(?:共|累计|先后|分别|成功|再次|喜|还)*(?:荣?获|夺|斩获|摘|捧)"
)
"""A clause of a school's own page that begins with a verb of winning."""


def counted_winners(scene: Scene, honor: Mention, sentence: Sentence) -> list[int]:
    """Who wins what is counted: 我县荣获一等奖3个, 县一中代表队获一等奖2个, and the school of its own page.

    Nobody else: the teachers of a county (全县教师获一等奖3个) are not named.
    """
    start, _ = scene.clause_at(honor.start, sentence)
    for index in scene.within(start, honor.start, EntityKind.REGION):
        region = scene.mentions[index]
        if region.start == start and scene.text[start] == "我" and _OURS.match(scene.text, region.end):
            return [index]
    schools = scene.within(start, honor.start, EntityKind.SCHOOL)
    if schools and _TEAM_WINS.match(scene.text, scene.mentions[schools[-1]].end, honor.start):
        return scene.groups(schools)[-1]
    alone = scene.subject is not None and not schools and not scene.within(start, honor.start, *_BODIES)
    return [scene.subject] if scene.subject is not None and alone and _WINS.match(scene.text, start) else []
