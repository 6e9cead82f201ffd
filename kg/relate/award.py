"""Who was given which honor, when; or how many, where only a number is told."""

from __future__ import annotations

import re

from kg.model.facts import Mention, Relation
from kg.model.names import EntityKind, FactKind
from kg.relate.place import home_region
from kg.relate.scene import Scene
from kg.relate.status import Progress
from kg.relate.year import year_of

__all__ = ["relate_awards"]

_RECIPIENTS = (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PROGRAM, EntityKind.REGION)
_BODIES = (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.REGION)
_OF_WORK = re.compile(r"项目|案例|经验|成果|奖|报道|推介|推广|介绍|肯定|课程|品牌|等次|优秀$")
"""Titles that an initiative can win; a school's or a region's title it cannot."""
_COUNT = re.compile(r"(?:”|称号|共|各|（[^）]{1,8}）|的)*(?P<count>\d+)余?(?:名|人|个|所|项|件|篇|节|次|位|处)")
_WINNER = re.compile(r"”?(?:荣誉)?(?:称号|荣誉)?的")
_COLON_LIST = re.compile(r"[^。；，\n]{0,14}(?:[：:]|（[^）]{1,6}）\n)")
_GIVES = re.compile(
    r"(?:[、和与及][\u4e00-\u9fff]{2,12})*(?:正式|联合|决定|共同|日前|近日)*(?:授予|表彰|命名|认定|评为|评定|公布|颁发|遴选|确定|批准|发文|通报|公示|印发|下发|组织|启动|主办)"
)
_FROM = re.compile(r"(?:被|由|经|获|获得|荣获|受到|得到)(?:了)?(?:[\u4e00-\u9fff]{2,12}[、和])*$")
_LATER = re.compile(r"获此殊荣|榜上有名|上榜|入选|入围|名列其中|在列|获奖|当选")
_NAMED_LATER = re.compile(r"(?:分别)?(?:是|为|有)：?|名单(?:如下|为)?：?|：")
_PERSONAL = re.compile(
    r"教师|老师|班主任|辅导员|校长|园长|工作者|个人|标兵|能手|学生|少年|队员|干部|骨干|带头人|保育员|党员|团员|家长|园丁|新秀"
)
_OF_PERSON = re.compile(
    r"(?:教师|老师|班主任|辅导员|校长|园长|工作者|个人|能手|三好学生|学生干部|好少年|保育员|党员|团员|家长|园丁|教练员?|劳动模范|骨干|带头人|名师)$"
)
"""The last words of titles that only a person can be given."""
_HEADING = re.compile(r"\n(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、．]|附|[^\n]{0,40}。)")
_REGIONAL = re.compile(r"(?:县|区|市|州|旗|考区|单位|实验区|示范区|先行区)[”’]?$")
_OWN_TITLE = re.compile(r"(?:校|学校|园|幼儿园|高中|中学|小学|单位|集体|基地|中心|组织)[”’]?$")
_CALLED = re.compile(
    r"(?:^|(?<=[，。；：\n]))(?:20\d\d年)?(?:该校|该园|我校|我园|学校)(?=[^，。；：]{0,16}$)|(?:^|(?<=[，。；：\n]))(?:20\d\d年)?(?:该校|该园|我校|我园|学校)(?=被|获|荣|先后|连续|还|也|曾|多次|在)"
)
"""A clause whose subject is the school that the text has named before."""
_NOT_RECEIVED = re.compile(r"未能|未入选|未获|没有获|落选|未通过|未入围|尚待|未列入")


def relate_awards(scene: Scene) -> list[Relation]:
    """A relation for each honor and recipient; without a recipient where the text only counts or names none."""
    relations: list[Relation] = []
    for index, honor in enumerate(scene.mentions):
        sentence = scene.sentence_at(honor.start)
        if honor.kind is not EntityKind.HONOR or sentence is None:
            continue
        clause_start, clause_end = scene.clause_at(honor.start, sentence)
        if _NOT_RECEIVED.search(scene.text, clause_start, clause_end):
            continue
        dating = year_of(scene, honor.start, honor.end, sentence)
        progress = Progress(sentence.context.status, sentence.context.status_rule)
        count = _COUNT.match(scene.text, honor.end)
        attributes = ({"count": count["count"]} if count else {}) | dating.attributes() | progress.attributes()
        recipients = _listed_behind(scene, honor) or ([] if count else _recipients(scene, honor, sentence.start))
        recipients = recipients or _told_later(scene, honor, sentence.end)
        near = [scene.mentions[r] for r in recipients if sentence.start <= scene.mentions[r].start]
        start = min([clause_start, *(m.start for m in near)])
        # The words of a list behind the title hold its schools too.
        stop = max([clause_end, honor.end, *(m.end for m in near if m.start > honor.start)])
        sure = honor.confidence if recipients else honor.confidence * 0.9
        ends = [{"honor": index, "to": r} for r in recipients] or [{"honor": index}]
        year, status = dating.year, progress.status
        relations.extend(
            Relation(FactKind.AWARD, each, year, status, start, stop, honor.rule, sure, attributes) for each in ends
        )
    return relations


def _told_later(scene: Scene, honor: Mention, end: int) -> list[int]:
    """Schools or persons behind the honor in its sentence of whom it is said that they won it: …3所学校获此殊荣."""
    candidates = scene.within(honor.end, end, EntityKind.SCHOOL, EntityKind.PERSON)
    if any(honor.end <= m.start < end for m in scene.mentions if m.kind is EntityKind.HONOR):
        return []
    for group in scene.groups(candidates):
        first, last = scene.mentions[group[0]], scene.mentions[group[-1]]
        told = _LATER.search(scene.text, last.end, min(end, last.end + 14))
        if told and "，" not in scene.text[last.end : told.start()]:
            return group
        if _LATER.search(scene.text, honor.end, first.start) and _NAMED_LATER.search(
            scene.text, first.start - 4, first.start
        ):
            return group
    return []


def _listed_behind(scene: Scene, honor: Mention) -> list[int]:
    """Recipients in a list behind the honor: 县级文明校园12所：德一中、… and a heading with a list below it."""
    match = _COLON_LIST.match(scene.text, honor.end)
    if not match:
        return []
    if "\n" in match[0]:
        return _listed_below(scene, match.end())
    candidates = scene.outer(scene.within(match.end(), min(len(scene.text), match.end() + 160), *_RECIPIENTS))
    found: list[int] = []
    at = match.end()
    for group in scene.groups(candidates):
        if scene.mentions[group[0]].start - at > 2:
            break
        found.extend(group)
        at = scene.mentions[group[-1]].end
    return found


def _listed_below(scene: Scene, start: int) -> list[int]:
    """All schools, else persons or bodies, of the lines below a title, to the next title or heading."""
    end = next((m.start for m in scene.mentions if m.kind is EntityKind.HONOR and m.start > start), len(scene.text))
    heading = _HEADING.search(scene.text, start, end)
    end = heading.start() if heading else end
    for kind in (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION):
        found = scene.within(start, end, kind)
        if found:
            return found
    return []


def _recipients(scene: Scene, honor: Mention, sentence_start: int) -> list[int]:
    """Who receives the honor: the nearest list before it, in its own clause first, then in the clauses before."""
    text = scene.text
    behind = _WINNER.match(text, honor.end)
    if behind:
        # 获“先进单位”的县一中: the winner stands behind.
        at = behind.end()
        named = [i for i in scene.outer(scene.within(at, at + 30, *_RECIPIENTS)) if scene.mentions[i].start == at]
        if named:
            return named[:1]
    # Only what stands after the last semicolon can be the subject.
    begin = max(sentence_start, text.rfind("；", sentence_start, honor.start) + 1)
    clause = max(begin, text.rfind("，", begin, honor.start) + 1)
    title = text[honor.start : honor.end].rstrip("”")
    if _OF_PERSON.search(title):
        # 县一中李芳、县二中王梅: the schools join the names to one list and win nothing.
        named = scene.within(begin, honor.start, EntityKind.SCHOOL, EntityKind.PERSON)
        lists = [[i for i in g if scene.mentions[i].kind is EntityKind.PERSON] for g in scene.groups(named)]
        return next((persons for persons in reversed(lists) if persons), [])
    kinds = _RECIPIENTS if _OF_WORK.search(text, honor.start, honor.end) else _BODIES
    before = [i for i in scene.outer(scene.within(begin, honor.start, *kinds)) if not _is_giver(scene, i, honor)]
    for start in dict.fromkeys((clause, begin)):
        found = _subject(scene, [i for i in before if scene.mentions[i].start >= start], text[start : honor.start])
        if found:
            return found
    called = _CALLED.search(text, begin, honor.start)
    if called:
        school = _antecedent(scene, called.start())
        if school is not None:
            return [school]
    if scene.subject is not None:
        # A school's own page: what is won there, the school has won, unless it is a person's title.
        own = _OWN_TITLE.search(text, honor.start, honor.end) or not _PERSONAL.search(text, honor.start, honor.end)
        return [scene.subject] if own else []
    home = home_region(scene)
    return [home] if home is not None and _REGIONAL.search(text, honor.start, honor.end) else []


def _antecedent(scene: Scene, at: int) -> int | None:
    """The school that 学校, 该校 stands for: the last one before it in its paragraph, else the document's own."""
    line = scene.text.rfind("\n", 0, at) + 1
    named = scene.within(line, at, EntityKind.SCHOOL)
    if named and len({scene.mentions[i].name for i in named}) == 1:
        return named[-1]
    return scene.subject


def _subject(scene: Scene, candidates: list[int], words: str) -> list[int]:
    """The last list of schools or persons, else of bodies, else the last region; 后者 is the last of its list."""
    groups = scene.groups(candidates)
    kinds = [scene.mentions[g[-1]].kind for g in groups]
    for wanted in (
        (EntityKind.SCHOOL, EntityKind.PERSON),
        (EntityKind.ORGANIZATION,),
        (EntityKind.REGION,),
        (EntityKind.PROGRAM,),
    ):
        matching = [g for g, kind in zip(groups, kinds, strict=True) if kind in wanted]
        if not matching:
            continue
        group = matching[-1]
        if scene.mentions[group[-1]].kind is EntityKind.PERSON:
            return [i for i in group if scene.mentions[i].kind is EntityKind.PERSON]
        if scene.mentions[group[-1]].kind is EntityKind.REGION or "后者" in words:
            return group[-1:]
        return group[:1] if "前者" in words else group
    return []


def _is_giver(scene: Scene, index: int, honor: Mention) -> bool:
    """Whether a body or a region before the honor gives it or is part of its name, and does not receive it."""
    mention = scene.mentions[index]
    if mention.end > honor.start:
        return True
    between = scene.text[mention.end : honor.start]
    before = scene.text[max(0, mention.start - 16) : mention.start]
    if mention.kind is EntityKind.REGION and mention.attributes.get("own") != "yes":
        return len(between) > 12 or bool(_FROM.search(before)) or before.endswith("在") or bool(_GIVES.match(between))
    if mention.kind is EntityKind.ORGANIZATION:
        # 被市教育局和县政府评为, 教育部联合表彰的, 获教育部“…”; bodies of the nation give and never receive.
        given = bool(_FROM.search(before)) or bool(_GIVES.match(between)) or between in ("", "“")
        return given or mention.rule == "national-body"
    return False
