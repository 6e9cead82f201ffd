"""Which named schools pilot, join or are an example of a program."""

from __future__ import annotations

import re

from kg.model.document import Sentence
from kg.model.facts import Relation
from kg.model.names import EntityKind, FactKind
from kg.relate.scene import Scene
from kg.relate.status import given_up, status_of
from kg.relate.year import year_of

__all__ = ["relate_participation"]

_BREAK = re.compile(r"[；。\n]|[一二三四五六七八九十]是")
_PICKS_UP = re.compile(r"(?:该|这一|此项?|本)(?:项目|计划|工程|行动|活动|改革|工作|机制|模式)")
"""What opens a sentence that goes on about the initiative of the one before."""
_ITEM = re.compile(
    r"(?:(?<=\n)|^)(?:（?[一二三四五六七八九十\d]+[）、.．]|第[一二三四五六七八九十]+，)|[一二三四五六七八九十]是"
)
_RUN = re.compile(r"\s*(?:深入|全面|扎实|大力|加快)?(?:实施|推进|推动|落实|启动|开展)?(?:好|了)?[“]?")
_PILOT = re.compile(r"试点(?:校|学校|园|幼儿园|单位)$")
"""A title that says of a school that it pilots something."""
FAR = 70
"""A school and a program further apart than so many characters are not taken together, tuned on the gold at hand."""


def relate_participation(scene: Scene) -> list[Relation]:
    """A relation for each program and each school that one stretch of text puts together.

    A list of schools goes with the nearest list of programs of its sentence; where its sentence names no program but
    says that the schools lead, join or pilot, with the last program of the paragraph. Schools that the stretch says
    are built, or are given an honor, take no part by that.
    """
    built = _built_schools(scene)
    busy = built | _honoured_schools(scene)
    subject = scene.subject
    relations: list[Relation] = []
    for sentence in scene.document.sentences:
        named = scene.within(sentence.start, sentence.end, EntityKind.PROGRAM)
        schools = scene.within(sentence.start, sentence.end, EntityKind.SCHOOL)
        if not schools and (subject is None or not named):
            continue
        left = [i for i in named if given_up(scene, scene.mentions[i].start, scene.mentions[i].end, sentence)]
        programs = [i for i in named if i not in left]
        # A did not join “X”, B did: what is said of A stands in the clause of the program that it left.
        away = {scene.clause_at(scene.mentions[i].start, sentence) for i in left}
        schools = [
            i for i in schools if i not in busy and scene.clause_at(scene.mentions[i].start, sentence) not in away
        ]
        if subject is not None:
            # A school's own page: what it names is what the school takes part in.
            relations.extend(_relation(scene, p, subject, sentence, "subject-school", 0.6) for p in programs)
        if not programs:
            # 3.县域高中振兴工程。力争A中学建成省级标准化高中: what stands in the item is the initiative's, titles too.
            named = [i for i in scene.within(sentence.start, sentence.end, EntityKind.SCHOOL) if i not in built]
            head = _head_of_item(scene, sentence.start) if named else None
            if head is not None:
                relations.extend(_relation(scene, head, school, sentence, "item-program", 0.5) for school in named)
                continue
        if not schools:
            continue
        for group in scene.groups(schools):
            near, rule, sure = _nearest(scene, group, _rows(scene, programs), sentence), "same-stretch", 0.6
            if (
                not near
                and not _runs_its_own(scene, group, sentence)
                and (_joins(scene, group, sentence) or _PICKS_UP.match(scene.text, sentence.start))
            ):
                near, rule, sure = _before(scene, scene.mentions[group[0]].start), "paragraph-program", 0.5
            for program in near:
                relations.extend(_relation(scene, program, school, sentence, rule, sure) for school in group)
    return relations


def _rows(scene: Scene, programs: list[int]) -> list[list[int]]:
    """The lists of programs; those in quotation marks without a mark between them are one: “书香校园”“阳光体育”."""
    rows: list[list[int]] = []
    for group in scene.groups(programs):
        between = scene.text[scene.mentions[rows[-1][-1]].end : scene.mentions[group[0]].start] if rows else ""
        if between and not between.strip("“”"):
            rows[-1].extend(group)
        else:
            rows.append(group)
    return rows


def _relation(scene: Scene, program: int, school: int, sentence: Sentence, rule: str, sure: float) -> Relation:
    """One relation; its evidence is the stretch from the first to the last of the two names."""
    mention, named = scene.mentions[school], scene.mentions[program]
    about = mention if rule != "subject-school" else named
    dating = year_of(scene, about.start, about.end, sentence)
    progress = status_of(scene, about.start, sentence, dating.year)
    near = rule == "same-stretch"
    start = min(named.start, mention.start) if near else sentence.start
    end = max(named.end, mention.end) if near else sentence.end
    ends, told = {"program": program, "school": school}, dating.attributes() | progress.attributes()
    return Relation(FactKind.PARTICIPATION, ends, dating.year, progress.status, start, end, rule, sure, told)


def _has_its_own(scene: Scene, program: int, sentence: Sentence) -> bool:
    """Whether a school stands in the program's clause before it."""
    start, _ = scene.clause_at(scene.mentions[program].start, sentence)
    return bool(scene.within(start, scene.mentions[program].start, EntityKind.SCHOOL))


def _runs_its_own(scene: Scene, schools: list[int], sentence: Sentence) -> bool:
    """Whether something in quotation marks follows a list of schools in its clause, read as a program or not."""
    end = scene.mentions[schools[-1]].end
    return "“" in scene.text[end : scene.clause_at(end, sentence)[1]]


def _nearest(scene: Scene, schools: list[int], lists: list[list[int]], sentence: Sentence) -> list[int]:
    """The list of programs nearest to a list of schools in its stretch; none if nothing is near."""
    low, high = scene.mentions[schools[0]].start, scene.mentions[schools[-1]].end
    best: tuple[int, list[int]] | None = None
    for programs in lists:
        first, last = scene.mentions[programs[0]].start, scene.mentions[programs[-1]].end
        gap = (last, low) if last <= low else (high, first)
        distance = gap[1] - gap[0]
        if distance < 0 or distance > FAR or _BREAK.search(scene.text, *gap):
            continue
        between = scene.text[gap[0] : gap[1]]
        joined = scene.knowledge.cues["joining"].first(between) is not None or _joins(scene, schools, sentence)
        if between.count("，") > 1 and not joined:
            # Two clauses further on, only a word of joining holds them together.
            continue
        apart = "，" in between and last <= low and _has_its_own(scene, programs[0], sentence)
        if apart and (not joined or _runs_its_own(scene, schools, sentence)):
            # A中学“X”建设稳步推进，B学院更名: what one school runs is no other's, B学校承担“Y” still less.
            continue
        # A program beyond a comma belongs to another statement if one of this clause is there.
        distance += FAR * between.count("，")
        if last > low and between in ("“", "的“"):
            # A小学“X”、B小学“Y”: each school's own stands right behind it.
            distance = -1
        if best is None or distance < best[0]:
            best = distance, programs
    return best[1] if best else []


def _joins(scene: Scene, schools: list[int], sentence: Sentence) -> bool:
    """Whether the clauses of a list of schools say that they lead, join or pilot something.

    A word inside an honor's name (试点县) says nothing.
    """
    start, _ = scene.clause_at(scene.mentions[schools[0]].start, sentence)
    _, end = scene.clause_at(scene.mentions[schools[-1]].end - 1, sentence)
    if scene.text[end : end + 1] == "，":
        _, end = scene.clause_at(end + 1, sentence)
    honors = [scene.mentions[i] for i in scene.within(start, end, EntityKind.HONOR)]
    hits = list(scene.knowledge.cues["joining"].all(scene.text, start, end))
    if any(hit.says == "not" for hit in hits):
        return False
    return any(not any(h.start <= hit.start < h.end for h in honors) for hit in hits)


def _before(scene: Scene, at: int) -> list[int]:
    """The last program that the paragraph names before a place; none if an honor is nearer: that is told."""
    paragraph = scene.text.rfind("\n", 0, at) + 1
    named = scene.within(paragraph, at, EntityKind.PROGRAM, EntityKind.HONOR)
    if not named or scene.mentions[named[-1]].kind is EntityKind.HONOR:
        return []
    return scene.groups([i for i in named if scene.mentions[i].kind is EntityKind.PROGRAM])[-1]


def _head_of_item(scene: Scene, at: int) -> int | None:
    """The program that heads the numbered item of a list in which a sentence stands: 4.职教赋能工程。; None if none."""
    line = scene.text.rfind("\n", 0, at) + 1
    heads = list(_ITEM.finditer(scene.text, line, at))
    if not heads:
        return None
    named = scene.within(heads[-1].end(), at, EntityKind.PROGRAM)
    if len(named) != 1:
        return None
    head = scene.mentions[named[0]]
    opens = _RUN.fullmatch(scene.text, heads[-1].end(), head.start)
    return named[0] if opens and scene.text[head.end : head.end + 1] in ("。", "：") else None


def _built_schools(scene: Scene) -> set[int]:
    """The schools that stand in a project."""
    built = {scene.mentions[i].attributes.get("school", "") for i in scene.of_kind(EntityKind.PROJECT)}
    schools = ((i, scene.mentions[i]) for i in scene.of_kind(EntityKind.SCHOOL) if built)
    return {i for i, school in schools if f"{school.start}-{school.end}-{school.name}" in built}


def _honoured_schools(scene: Scene) -> set[int]:
    """The schools that receive an honor in their own clause."""
    busy: set[int] = set()
    for honor in (scene.mentions[i] for i in scene.of_kind(EntityKind.HONOR)):
        sentence = scene.sentence_at(honor.start)
        if sentence is None or _PILOT.search(honor.name):
            continue
        start, _ = scene.clause_at(honor.start, sentence)
        busy.update(scene.within(start, honor.start, EntityKind.SCHOOL))
    return busy
