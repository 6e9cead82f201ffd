"""Who receives an honor: whom it is given to, who stands before it, or who is told of behind it."""

from __future__ import annotations

import re

from kg.model.document import Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.relate.place import home_region
from kg.relate.recipients_behind import listed_behind, told_later
from kg.relate.recipients_counted import counted_winners
from kg.relate.scene import Scene

__all__ = ["recipients_of"]

_RECIPIENTS = (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PROGRAM, EntityKind.REGION)
_BODIES = (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.REGION)
_OF_WORK = re.compile(r"项目|案例|经验|成果|奖|报道|推介|推广|介绍|肯定|课程|品牌|等次|优秀$")
"""Titles that an initiative can win; a school's or a region's title it cannot."""
_WINNER = re.compile(r"”?(?:荣誉)?(?:称号|荣誉)?的")
_GIVES = re.compile(
    r"(?:[、和与及][\u4e00-\u9fff]{2,12})*(?:正式|联合|决定|共同|日前|近日)*(?:授予|表彰|命名|认定|评为|评定|公布|颁发|遴选|确定|批准|发布|发文|通报|公示|印发|下发|组织|启动|主办|指出|要求|明确)|(?:、[\u4e00-\u9fff]{2,10})*《"
)
_FROM = re.compile(r"(?:被|由|经|获|获得|荣获|受到|得到)(?:了)?(?:[\u4e00-\u9fff]{2,12}[、和])*(?:中共)?$")
_GIVEN = re.compile(r"授予|命名|认定|评定|确定|表彰|奖励")
_ROLE = re.compile(r"的?(?:青年|优秀|骨干)?[\u4e00-\u9fff]{0,2}(?:教师|老师|学生|同学|校长|园长|班主任|教练)?")
_TOLD = re.compile(r"\d|[一二三四五六七八九十]+[个名所位]")
_UNREAD = re.compile(
    r"、(?:[\u4e00-\u9fff]{2,6}、){1,2}|、[\u4e00-\u9fff]{2,12}(?:中心|集团|基地|总校)、"
    r"|[、和](?:[\u4e00-\u9fff]{2,10}?(?:区|县|市|州|旗|镇|乡|街道|教育集团|学区|教联体))"
)
"""Items of a list that nothing was read in: 四中、航高、南白中学, 、城东教育集团|朝阳中学."""
_UNREAD_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}、")
_PERSONAL = re.compile(
    r"教师|老师|班主任|辅导员|校长|园长|工作者|个人|标兵|能手|学生|(?<!青)少年|队员|干部|骨干|带头人|保育员|党员|团员|家长|园丁|新秀"
)
_OF_PERSON = re.compile(
    r"(?:教师|老师|班主任|辅导员|校长|园长|工作者|个人|能手|三好学生|学生干部|好少年|保育员|党员|团员|家长|园丁奖?|教练员?|劳动模范|骨干|带头人|名师)$"
)
"""The last words of titles that only a person can be given."""
_REGIONAL = re.compile(r"(?:县|区|市|州|旗|考区|单位|实验区|示范区|先行区)[”’]?$")
_ONLY_REGION = re.compile(
    r"(?:(?:均衡|先进|示范|强|试点|实验|创新|先行|优秀|达标|合格|普惠|模范)(?:县|市|旗)|(?:均衡|强|先进)区)[”’]?$"
)
"""The last words of titles that only a county or a city can be given."""
_OWN_TITLE = re.compile(
    r"(?:之家|队伍|支部|团队|班级|中队|大队|校|学校|园|幼儿园|高中|中学|小学|单位|集体|基地|中心|组织)[”’]?$"
)
_NO_SUBJECT = re.compile(
    r"(?:\s|（?[一二三四五六七八九十\d]+[）、.．]|[一二三四五六七八九十]是|并|先后|(?:连续)?[一二三四五六七八九十两\d]+[年届次]|再次|成功|还|也|同时|今年|20\d\d年|当年){0,4}"
    r"(?:荣?获得?|获评|获颁|荣膺|喜获|斩获|夺得|取得|入选|创成|被(?!评审)[\u4e00-\u9fff]{0,16}?(?:评|授|命名|认定|确定|列|表彰|通报))"
)
"""A clause that begins with its verb of winning."""
_TOLD_OTHERS = re.compile(
    r"学生|教师|老师|选手|运动员|同学|校长|园长|队员|代表队|队(?!伍)|作品|案例|论文|课例|课题|节目|学校|幼儿园|中学|小学|个人|[一二两三四五六七八九十\d]+(?:名|人|所|位|支|件|篇|节|项)"
)
_OTHERS_WIN = re.compile(
    r"[^，；]{2,16}?(?:等?(?:[一二两三四五六七八九十\d]+)?(?:名|位)?(?:同学|老师|教师|学生|选手)?)(?<=[等位名人员师学生手])(?:分别|均|也|还)*(?:荣?获|被评)"
)
"""Persons who win, as a clause begins: 林某等二人获, 多位教师荣获."""
_CALLED = re.compile(
    r"(?:^|(?<=[，。；：\n]))(?:20\d\d年)?(?:该校|该园|我校|我园|学校)(?=[^，。；：]{0,16}$)|(?:^|(?<=[，。；：\n]))(?:20\d\d年)?(?:该校|该园|我校|我园|学校)(?=被|获|荣|先后|连续|还|也|曾|多次|在)"
)
"""A clause whose subject is the school that the text has named before."""


def recipients_of(scene: Scene, honor: Mention, sentence: Sentence, *, counted: bool) -> list[int]:
    """The mentions that receive an honor: a list behind it, whom it is given to, who stands before it, or told later.

    A counted honor is nobody's by what stands before it, but for our own region: 我县荣获一等奖3个.
    """
    listed = listed_behind(scene, honor)
    if listed:
        return listed
    given = _given_to(scene, honor, sentence)
    if given is not None:
        return given
    before = counted_winners(scene, honor, sentence) if counted else _recipients(scene, honor, sentence.start)
    return before or told_later(scene, honor, sentence.end)


def _given_to(scene: Scene, honor: Mention, sentence: Sentence) -> list[int] | None:
    """Whom somebody gives it to: 市教育局授予区教育局“…”; empty if only counted, None if nobody is said to give.

    Passive clauses (被市教育局授予) tell the giver before the verb and the recipient before that.
    """
    start, _ = scene.clause_at(honor.start, sentence)
    verbs = list(_GIVEN.finditer(scene.text, start, honor.start))
    if not verbs:
        return None
    at = verbs[-1].end()
    if any(hit.says == "lead" for hit in scene.knowledge.cues["issuer"].all(scene.text, start, at)):
        return None
    named = scene.outer(scene.within(at, honor.start, *_BODIES))
    if named:
        return _subject(scene, named, "")
    return [] if _TOLD.search(scene.text, at, honor.start) else None


def _recipients(scene: Scene, honor: Mention, sentence_start: int) -> list[int]:
    """Who receives the honor: the nearest list before it, in its own clause first, then in the clauses before."""
    text = scene.text
    behind = _WINNER.match(text, honor.end)
    if behind:
        # 获“先进单位”的县一中: the winner stands behind.
        at = behind.end()
        named = [i for i in scene.outer(scene.within(at, at + 30, *_RECIPIENTS)) if scene.mentions[i].start == at]
        if named:
            # 获得一等奖的县一中张蓉: she has won it.
            after = scene.mentions[named[0]].end
            people = [i for i in scene.within(after, after + 8, EntityKind.PERSON) if scene.mentions[i].start == after]
            return (people or named)[:1]
    titled = scene.within(honor.end, min(len(text), honor.end + 60), EntityKind.PERSON)
    if titled and scene.mentions[titled[0]].start == honor.end:
        # 全国模范教师赵洪银
        return scene.groups(titled)[0]
    # Only what stands after the last semicolon can be the subject.
    begin = max(sentence_start, text.rfind("；", sentence_start, honor.start) + 1)
    clause = max(begin, text.rfind("，", begin, honor.start) + 1)
    title = text[honor.start : honor.end].rstrip("”")
    if _OF_PERSON.search(title):
        # 县一中李芳、县二中王梅: the schools join the names to one list and win nothing.
        named = scene.within(begin, honor.start, EntityKind.SCHOOL, EntityKind.PERSON)
        lists = [[i for i in g if scene.mentions[i].kind is EntityKind.PERSON] for g in _rows(scene, named)]
        return next((persons for persons in reversed(lists) if persons), [])
    kinds: tuple[EntityKind, ...] = _RECIPIENTS if _OF_WORK.search(text, honor.start, honor.end) else _BODIES
    if _ONLY_REGION.search(title):
        kinds = (EntityKind.REGION,)
    before = [i for i in scene.outer(scene.within(begin, honor.start, *kinds)) if not _is_giver(scene, i, honor)]
    far = clause if _has_subject(scene, clause, begin, honor) else begin
    for start in dict.fromkeys((clause, far)):
        found = _subject(scene, [i for i in before if scene.mentions[i].start >= start], text[start : honor.start])
        regions = all(scene.mentions[i].kind is EntityKind.REGION for i in found)
        if found and not (regions and scene.subject is not None):
            # On a school's own page a region is where the school lies, or gives; it does not receive.
            return found
    called = _CALLED.search(text, begin, honor.start)
    if called:
        # A school that is named nowhere: what it has won, its county has not.
        school = _antecedent(scene, called.start())
        return [school] if school is not None else []
    if scene.subject is not None:
        # A school's own page: what is won there, the school has won, unless it is a person's title.
        own = _OWN_TITLE.search(text, honor.start, honor.end) or not _PERSONAL.search(text, honor.start, honor.end)
        return [scene.subject] if own else []
    home = home_region(scene)
    if _ONLY_REGION.search(title):
        # 秀水区教委主任李明说，…获评“…均衡区”: the region of the body that speaks.
        inside = [scene.mentions[i] for i in scene.within(begin, clause, EntityKind.ORGANIZATION)]
        spoken = [r for m in inside[-1:] for r in scene.within(m.start, m.end, EntityKind.REGION)]
        home = spoken[-1] if spoken else home
    if home is None:
        return []
    own = _REGIONAL.search(text, honor.start, honor.end) or _is_ours(scene, honor, clause, begin)
    return [home] if own else []


def _has_subject(scene: Scene, clause: int, begin: int, honor: Mention) -> bool:
    """Whether a clause behind another honor tells of winners of its own, whom nothing has named: …，林某等获二等奖."""
    return bool(scene.within(begin, clause, EntityKind.HONOR) and _OTHERS_WIN.match(scene.text, clause, honor.start))


def _is_ours(scene: Scene, honor: Mention, clause: int, begin: int) -> bool:
    """Whether a bureau's report leaves out who won: …，荣获全市教育质量综合评价一等奖, and nobody else is told of."""
    text = scene.text
    if not scene.document.info.region_code or not _NO_SUBJECT.match(text, clause):
        return False
    title = text[honor.start : honor.end].rstrip("”")
    if _PERSONAL.search(title) or (_OWN_TITLE.search(title) and not title.endswith("集体")):
        return False
    return not scene.within(begin, honor.start, EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.PROJECT) and not (
        _TOLD_OTHERS.search(text, begin, honor.start)
    )


def _rows(scene: Scene, named: list[int]) -> list[list[int]]:
    """Lists of schools and their people: a role may stand between (A校教师甲和B校教师乙)."""
    rows: list[list[int]] = []
    for group in scene.groups(named):
        if rows:
            last, first = scene.mentions[rows[-1][-1]], scene.mentions[group[0]]
            between = scene.text[last.end : first.start]
            bracketed = between == "（" or (last.kind is EntityKind.SCHOOL and re.fullmatch("）[、和与及]?", between))
            of_school = last.kind is EntityKind.SCHOOL and first.kind is EntityKind.PERSON
            # A校甲、B校某某、C校乙: whom nothing was read in stands in the list all the same.
            unread = last.kind is first.kind is EntityKind.SCHOOL and _UNREAD_PERSON.fullmatch(between)
            if bracketed or unread or (of_school and _ROLE.fullmatch(between)):
                rows[-1].extend(group)
                continue
        rows.append(list(group))
    return rows


def _antecedent(scene: Scene, at: int) -> int | None:
    """The school that 学校, 该校 stands for: the one its paragraph names, else that with which a sentence begins.

    Of several schools in a paragraph the last one that opens a sentence is spoken of; else the document's own is.
    """
    line = scene.text.rfind("\n", 0, at) + 1
    named = scene.within(line, at, EntityKind.SCHOOL)
    if named and len({scene.mentions[i].name for i in named}) == 1:
        return named[-1]
    opening = [i for i in named if _opens_sentence(scene, i)]
    return opening[-1] if opening and scene.subject is None else scene.subject


def _opens_sentence(scene: Scene, index: int) -> bool:
    """Whether a school is what its sentence begins with and no item of a list: 石门一中秉承…."""

    mention = scene.mentions[index]
    sentence = scene.sentence_at(mention.start)
    alone = scene.text[mention.end : mention.end + 1] not in ("、", "和", "与", "及")
    return sentence is not None and sentence.start == mention.start and alone


def _subject(scene: Scene, candidates: list[int], words: str) -> list[int]:
    """The last list of schools or persons, else of bodies, else the last region; 后者 is the last of its list."""
    groups = _joined(scene, scene.groups(candidates))
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
        if scene.mentions[group[-1]].kind is EntityKind.REGION:
            return _last_row(scene, group)
        if "后者" in words:
            return group[-1:]
        return group[:1] if "前者" in words else group
    return []


def _last_row(scene: Scene, regions: list[int]) -> list[int]:
    """The last regions of a list with marks between them (渝中区、璧山区); of 湖南省石门县 only the last."""
    row = regions[-1:]
    for index in reversed(regions[:-1]):
        if not re.fullmatch("[、和与及]", scene.text[scene.mentions[index].end : scene.mentions[row[0]].start]):
            break
        row.insert(0, index)
    return row


def _joined(scene: Scene, groups: list[list[int]]) -> list[list[int]]:
    """Lists as one where only items that nothing was read in stand between them."""
    joined: list[list[int]] = []
    for group in groups:
        if joined:
            last, first = scene.mentions[joined[-1][-1]], scene.mentions[group[0]]
            if last.kind is first.kind is EntityKind.SCHOOL and scene.text[last.end : first.start] == "（":
                # 甲学校、乙学校（丙学院）: the last one's other name in brackets.
                joined[-1].extend(group[1:])
                continue
            if last.kind is first.kind and _UNREAD.fullmatch(scene.text, last.end, first.start):
                joined[-1].extend(group)
                continue
        joined.append(list(group))
    return joined


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
