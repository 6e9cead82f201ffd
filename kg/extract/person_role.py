"""What a person is, and where: the role and the school or body that the words around the name give."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from kg.extract.page import Page
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["find_roles"]

_PARTY = r"党(?:委|组|总支|支部|工委)(?:副)?书记"
_RANK = r"(?:常务|执行|名誉|专职|第一)?副?"
_ROLE_BEFORE = rf"(?:(?:原|时任|前任|新任)?(?:{_PARTY}|{_RANK}(?:{{person_title}}))(?:、|兼|暨)?)+$"
_COUNT = r"(?:（[^（）]{2,16}）)?(?:等?(?:\d+|[一二两三四五六七八九十]+)余?(?:名|位))?"
_KIND = r"(?:支教|骨干|优秀|青年|援疆|援藏)?"
_ROLE_BEHIND = rf"{_COUNT}(?P<role>{_KIND}(?:{{person_title}}))(?!们|队伍)"
_NO_ROLE = re.compile(r"同志|先生|女士|烈士|领导|负责人$")
_SAME = {"老师": "教师", "同学": "学生", "学子": "学生", "教师代表": "教师", "学生代表": "学生", "家长代表": "家长"}
_OF_MANY = re.compile(r"教师|老师|学生|同学|学子|学员|队员|选手|家长|教练|辅导员|班主任|名师|教研员|评委|干部|代表")
"""Roles that a whole list of names shares; 校长 is only the first one's."""
_JOIN = re.compile(r"(?:（[^（）]{2,16}）)?[、和与及]")
_INSIDE = re.compile(
    r"(?:的|（[^（）]{1,16}）|[\u4e00-\u9fff\d（）()]{0,8}?(?:班|级|组|科|部|处|室|办|园区|校区))?"
    r"(?:党(?:委|组|总支|支部))?(?:的|青年|优秀|骨干|退休|在职|[\u4e00-\u9fff]{2})?"
)
"""What may stand between a school and the role of one of its people: 秀水中学|初三数学|教师王泉."""
_BODIES = (EntityKind.SCHOOL, EntityKind.ORGANIZATION)
_LEFT = 26
_AWAY = 14


def find_roles(page: Page) -> None:
    """Give each person of the page the role and the affiliation that the text tells."""
    persons = page.of_kind(EntityKind.PERSON)
    if not persons:
        return
    role_before, role_behind = page.knowledge.pattern(_ROLE_BEFORE), page.knowledge.pattern(_ROLE_BEHIND)
    bodies = sorted((m for m in page.mentions if m.kind in _BODIES), key=lambda m: m.end)
    told: dict[int, dict[str, str]] = {}
    head: dict[str, str] = {}
    for number, person in enumerate(persons):
        last = persons[number - 1] if number else None
        listed = last is not None and bool(_JOIN.fullmatch(page.text, last.end, person.start))
        before = role_before.search(page.text, max(0, person.start - _LEFT), person.start)
        at = before.start() if before else person.start
        known = {"role": _role(before[0])} if before else {}
        known |= _affiliation(page, bodies, at, person)
        if listed:
            known = {k: v for k, v in head.items() if k != "role" or _OF_MANY.search(v)} | known
        told[id(person)] = known
        head = known
    _from_behind(page, persons, told, role_behind)
    page.mentions[:] = [_with(m, told[id(m)]) if id(m) in told else m for m in page.mentions]


def _from_behind(page: Page, persons: list[Mention], told: dict[int, dict[str, str]], pattern: re.Pattern[str]) -> None:
    """The role behind a list of names is that of all of them that have none: 张三、李四等5名教师."""
    names: list[Mention] = []
    for number, person in enumerate(persons):
        names.append(person)
        following = persons[number + 1] if number + 1 < len(persons) else None
        if following is not None and _JOIN.fullmatch(page.text, person.end, following.start):
            continue
        found = pattern.match(page.text, person.end)
        if found and (role := _role(found["role"])):
            for name in names:
                told[id(name)].setdefault("role", role)
        names = []


def _role(words: str) -> str:
    """A role without what is none (同志), in the word that stands for it: 老师 is 教师."""
    roles = [part for part in re.split(r"[、兼暨]", words) if part and not _NO_ROLE.search(part)]
    return "、".join(dict.fromkeys(_SAME.get(role, role) for role in roles))


def _affiliation(page: Page, bodies: list[Mention], at: int, person: Mention) -> dict[str, str]:
    """The school or body right before a role or a name, or in brackets behind the name; empty if there is none."""
    if page.text[person.end : person.end + 1] == "（":
        begin = person.end + 1
        behind = [m for kind in _BODIES for m in page.touching(kind, begin, begin + 1) if m.start == begin]
        if behind:
            return {"affiliation": _key(max(behind, key=lambda m: m.end))}
    position = bisect_right(bodies, at, key=lambda m: m.end)
    body = bodies[position - 1] if position else None
    if body is None or at - body.end > _AWAY or not _INSIDE.fullmatch(page.text, body.end, at):
        return {}
    return {"affiliation": _key(body)}


def _key(body: Mention) -> str:
    """By what a mention is found again when all are sorted."""
    return f"{body.start}-{body.end}-{body.name}"


def _with(mention: Mention, told: dict[str, str]) -> Mention:
    known = {name: value for name, value in told.items() if value}
    return replace(mention, attributes={**mention.attributes, **known}) if known else mention
