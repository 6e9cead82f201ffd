"""Who was given which honor, when; or how many, where only a number is told."""

from __future__ import annotations

import re

from kg.model.facts import Mention, Relation
from kg.model.names import EntityKind, FactKind
from kg.relate.place import home_region
from kg.relate.scene import Scene
from kg.relate.when import year_of

__all__ = ["relate_awards"]

_RECIPIENTS = (EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PROGRAM, EntityKind.REGION)
_COUNT = re.compile(r"(?:”|称号|共|各|（[^）]{1,8}）|的)*(?P<count>\d+)余?(?:名|人|个|所|项|件|篇|节|次|位|处)")
_COLON_LIST = re.compile(r"[^。；，\n]{0,14}(?:[：:]|（[^）]{1,6}）\n)")
_GIVER = re.compile(r"被[^，。]{2,30}$|授予|表彰|命名|认定|评为|评定")
_REGIONAL = re.compile(r"(?:县|区|市|州|考区|单位|实验区|示范区|先行区)[”’]?$")
_OWN_TITLE = re.compile(r"(?:校|学校|园|幼儿园|高中|中学|小学|单位|集体|基地|中心|组织)[”’]?$")
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
        year = year_of(scene, honor.start, honor.end, sentence)
        count = _COUNT.match(scene.text, honor.end)
        attributes = {"count": count["count"]} if count else {}
        recipients = _listed_behind(scene, honor) or ([] if count else _recipients(scene, honor, sentence.start))
        start = min([clause_start, *(scene.mentions[r].start for r in recipients)])
        stop = max(clause_end, honor.end)
        sure = honor.confidence if recipients else honor.confidence * 0.9
        ends = [{"honor": index, "to": r} for r in recipients] or [{"honor": index}]
        status = sentence.context.status
        relations.extend(
            Relation(FactKind.AWARD, each, year, status, start, stop, honor.rule, sure, attributes) for each in ends
        )
    return relations


def _listed_behind(scene: Scene, honor: Mention) -> list[int]:
    """Recipients in a list behind the honor: 县级文明校园12所：德一中、… and a heading with a list below it."""
    match = _COLON_LIST.match(scene.text, honor.end)
    if not match:
        return []
    candidates = scene.outer(scene.within(match.end(), min(len(scene.text), match.end() + 160), *_RECIPIENTS))
    found: list[int] = []
    at = match.end()
    for group in scene.groups(candidates):
        if scene.mentions[group[0]].start - at > 2:
            break
        found.extend(group)
        at = scene.mentions[group[-1]].end
    return found


def _recipients(scene: Scene, honor: Mention, sentence_start: int) -> list[int]:
    """Who receives the honor: the nearest list before it, in its own clause first, then in the clauses before."""
    text = scene.text
    # Only what stands after the last semicolon can be the subject.
    begin = max(sentence_start, text.rfind("；", sentence_start, honor.start) + 1)
    clause = max(begin, text.rfind("，", begin, honor.start) + 1)
    before = [i for i in scene.outer(scene.within(begin, honor.start, *_RECIPIENTS)) if not _is_giver(scene, i, honor)]
    for start in dict.fromkeys((clause, begin)):
        found = _subject(scene, [i for i in before if scene.mentions[i].start >= start], text[start : honor.start])
        if found:
            return found
    if scene.subject is not None and _OWN_TITLE.search(text, honor.start, honor.end):
        return [scene.subject]
    home = home_region(scene)
    return [home] if home is not None and _REGIONAL.search(text, honor.start, honor.end) else []


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
    if mention.kind is EntityKind.REGION and mention.attributes.get("own") != "yes":
        between = scene.text[mention.end : honor.start]
        return len(between) > 12 or scene.text[mention.start - 1 : mention.start] in ("被", "在", "获")
    if mention.kind is EntityKind.ORGANIZATION:
        left = scene.text[max(0, mention.start - 12) : mention.start]
        return "被" in left or bool(
            re.match(
                r"(?:[、和][\u4e00-\u9fff]{2,10})*(?:授予|表彰|命名|认定|评为|评定|公布)",
                scene.text[mention.end : mention.end + 16],
            )
        )
    return False
