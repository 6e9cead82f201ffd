"""Who receives an honor as told behind it: lists, those of whom it is said later, and those who did likewise."""

from __future__ import annotations

import re

from kg.model.document import Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.relate.scene import Scene

__all__ = ["also_of", "listed_behind", "told_later"]

_RECIPIENTS = (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PROGRAM, EntityKind.REGION)
_COLON_LIST = re.compile(
    r"[^。；，\n]{0,14}?(?:[：:]|（[^）]{1,6}）\n)|”?(?:拟)?(?:入选|公示|获奖|获评|推荐)?名单?的?(?:[一二两三四五六七八九十\d]*[个所名位家]?(?:学校|单位|集体|区|县|县市区|县区|市))?(?:公示)?\s*\n|(?:”|称号)*\d+余?[个所名项家](?:学校|单位|集体)?（(?=[^）]{4})"
)
_ALSO = re.compile(
    r"亦然|也?(?:同获|共获|获)此|(?:也|亦|同时|一并|一同|成功|顺利)(?:荣?获|被评|入选|获评|榜上有名)|补录|名列其中|同获"
)
_LATER = re.compile(r"获此殊荣|榜上有名|上榜|入选|入围|名列其中|在列|获奖|当选")
_NAMED_LATER = re.compile(r"(?:分别)?(?:是|为|有)：?|名单(?:如下|为)?：?|：")
_OF_BODY = re.compile(r"(?:集体|单位|学校|校|园|组织|支部|团队|县|区|市)$")
"""Titles that no person bears."""
_PLACE_LINE = 16
_BELOW = re.compile(r"(?:（[^）\n]{1,8}）)?[。：]?\n(?:[^\n。]{0,16}名单(?:（[^（）\n]{1,10}）)?[。：]?\n)?")
"""Between a heading and its list: the end of its line, and a line that says that a list follows."""
_HEADING = re.compile(r"\n(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、．]|附|[^\n]{0,40}。)")


def also_of(scene: Scene, honor: Mention, sentence: Sentence) -> list[int]:
    """Who received the same honor, as told behind it in the sentence: …，臧湾中学亦然; …，第二小学2018年补录."""
    text = scene.text
    others = scene.within(honor.end, sentence.end, EntityKind.HONOR)
    end = min([sentence.end, *(scene.mentions[i].start for i in others)])
    candidates = scene.outer(scene.within(honor.end, end, EntityKind.SCHOOL, EntityKind.PERSON))
    for group in scene.groups(candidates):
        at = scene.mentions[group[-1]].end
        told = _ALSO.search(text, at, min(end, at + 12))
        if told and not re.search("[，；]", text[at : told.start()]):
            return group
    return []


def told_later(scene: Scene, honor: Mention, end: int) -> list[int]:
    """Schools or persons behind the honor in its sentence of whom it is said that they won it: …3所学校获此殊荣."""
    candidates = scene.within(honor.end, end, EntityKind.SCHOOL, EntityKind.PERSON)
    following = scene.first_from(honor.end, EntityKind.HONOR)
    if following is not None and following.start < end:
        return []
    for group in scene.groups(candidates):
        first, last = scene.mentions[group[0]], scene.mentions[group[-1]]
        if "；" in scene.text[honor.end : first.start]:
            return []
        told = _LATER.search(scene.text, last.end, min(end, last.end + 14))
        if told and "，" not in scene.text[last.end : told.start()]:
            return group
        if _LATER.search(scene.text, honor.end, first.start) and _NAMED_LATER.search(
            scene.text, first.start - 4, first.start
        ):
            return group
    return []


def listed_behind(scene: Scene, honor: Mention) -> list[int]:
    """Recipients in a list behind the honor: 县级文明校园12所：德一中、… and a heading with a list below it."""
    match = _COLON_LIST.match(scene.text, honor.end)
    below = _BELOW.match(scene.text, honor.end) if honor.rule == "heading-title" else None
    if below:
        return _listed_below(scene, below.end(), persons=not _OF_BODY.search(honor.name))
    if not match:
        return []
    if "\n" in match[0]:
        return _listed_below(scene, match.end(), persons=not _OF_BODY.search(honor.name))
    candidates = scene.outer(scene.within(match.end(), min(len(scene.text), match.end() + 160), *_RECIPIENTS))
    line = scene.text.find("\n", match.end())
    roll = scene.within(match.end(), line if line >= 0 else len(scene.text), EntityKind.PERSON)
    if len(roll) > 2 and all(scene.mentions[i].rule == "name-in-roll" for i in roll):
        # 优秀校长：苏建 育才学校 董芳 实验中学: the schools only tell whose they are.
        return roll
    found: list[int] = []
    at = match.end()
    for group in scene.groups(candidates):
        if scene.mentions[group[0]].start - at > 2:
            break
        found.extend(group)
        at = scene.mentions[group[-1]].end
    return found


def _listed_below(scene: Scene, start: int, *, persons: bool = False) -> list[int]:
    """All schools, else persons or bodies, of the lines below a title, to the next title or heading.

    Where `persons` may be honored, those of a roll come first: their schools only tell whose they are.
    """
    following = scene.first_from(start, EntityKind.HONOR)
    end = following.start if following is not None else len(scene.text)
    heading = _HEADING.search(scene.text, start, end)
    end = heading.start() if heading else end
    roll = [i for i in scene.within(start, end, EntityKind.PERSON) if scene.mentions[i].rule == "name-in-roll"]
    if persons and roll:
        return roll
    for kind in (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION):
        found = scene.within(start, end, kind)
        if found:
            return found
    return _region_lines(scene, start)


def _region_lines(scene: Scene, start: int) -> list[int]:
    """The regions of the lines below a title that hold nothing else: of 太原市小店区 the last."""
    found: list[int] = []
    at = start
    for line in scene.text[start:].split("\n"):
        end = at + len(line)
        last = [i for i in scene.within(at, end, EntityKind.REGION) if scene.mentions[i].end == at + len(line.rstrip())]
        if line.strip() and not (last and len(line.strip()) <= _PLACE_LINE):
            break
        found.extend(last[-1:])
        at = end + 1
    return found
