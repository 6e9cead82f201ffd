"""How far along a building work is, and of which year: the words behind its name, before it, and above it."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.knowledge.cues import Hit
from kg.model.document import Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind, Status
from kg.relate.scene import Scene
from kg.relate.status import Progress, inherited, settled_by_year
from kg.relate.work_window import words_about
from kg.relate.year import Dating, base_year, last_mark
from kg.text.opening_line import opening_line

__all__ = ["work_status"]

_DATED = re.compile(r"\d{1,2}月|\d{4}年|年底|年初|秋季|春季")
_WEAK = "work-plans-money"
_LINE = 40
"""A line longer than so many characters opens no list."""
_LINK = re.compile(r"(?:(?:与此同时|同时|此外|另外|其中|据悉|据介绍|目前|据了解)，)")
_MONEY_MEANT = re.compile(r"(?:规划|计划|拟|预计)(?:总)?投(?:资|入)")
_HEADING = 20
"""A heading longer than so many characters speaks of more than the state of the works below it."""


def work_status(scene: Scene, work: Mention, sentence: Sentence, dating: Dating) -> tuple[Progress, Dating]:
    """How far along a building work is, and its year: the first word about it after its name, else before it.

    What follows the name up to the next work or the end of the sentence tells first (…：旧楼已拆); then the words
    before it in its clause (新建…); then the head of the list (在建4个，有…); then the section's heading
    (（四）未开工2个).
    """
    cues = scene.knowledge.cues["work_status"]
    clause_start, _ = scene.clause_at(work.start, sentence)
    window = words_about(scene, work, sentence)
    found = _telling(scene, work, window, sentence)
    if found is not None and found.says == "cancelled":
        return _progress(found), dating
    told = _year_told(scene, sentence, work.end, found.start, dating) if found is not None else dating
    settled = settled_by_year(scene, sentence, told.year)
    intended = scene.knowledge.cues["intention"].first(scene.text, clause_start, work.start)
    meant = intended is not None or (found is not None and found.says == Status.PLANNED)
    if settled is not None and not (meant and settled.rule == "year-past"):
        # 计划于2021年8月交付 is meant, also in a part that plans 2022.
        return settled, told
    if intended is not None:
        return Progress(Status.PLANNED, intended.cue.id), dating
    head = _head_will(scene, work, sentence)
    if head is not None:
        return head, dating
    if found is not None:
        if found.says == Status.PLANNED and told == dating and "明年" in scene.text[work.end : window]:
            base = base_year(scene, sentence)
            told = Dating(base + 1, "next-year") if base is not None else dating
        return _progress(found), told
    before = cues.last(scene.text, clause_start, work.start)
    if before is not None:
        return _progress(before), dating
    head = _list_head(scene, clause_start, sentence)
    if head is not None:
        return head, dating
    if _MONEY_MEANT.search(scene.text, sentence.start, work.start):
        return Progress(Status.PLANNED, "money-meant"), dating
    return _heading(scene, work, sentence) or inherited(sentence), dating


def _head_will(scene: Scene, work: Mention, sentence: Sentence) -> Progress | None:
    """Planned where the first clause of the sentence says what will be: 河东区将完成A改造，启动B重建."""
    link = _LINK.match(scene.text, sentence.start)
    start = link.end() if link else sentence.start
    _, first_end = scene.clause_at(start, sentence)
    hit = scene.knowledge.cues["paragraph_plan"].first(scene.text, start, min(first_end, work.start))
    return None if hit is None else Progress(Status.PLANNED, "sentence-will")


def _telling(scene: Scene, work: Mention, window: int, sentence: Sentence) -> Hit | None:
    """The cue behind a work's name that tells its state: the first, or of a row of dated ones the last that is past.

    5月开工，12月竣工: it is done. 前者 and 后者 are the first and the last of the list.
    """
    hits = [
        hit
        for hit in scene.knowledge.cues["work_status"].all(scene.text, work.end, window)
        if _is_of(scene, work, hit, sentence)
    ]
    if len(hits) > 1 and hits[0].cue.id == _WEAK:
        del hits[0]
    if not hits or not _DATED.search(scene.text, scene.clause_at(hits[0].start, sentence)[0], hits[0].start):
        return hits[0] if hits else None
    base = base_year(scene, sentence)
    told = hits[0]
    for hit in hits[1:]:
        start, _ = scene.clause_at(hit.start, sentence)
        mark = last_mark(scene, sentence, start, hit.start)
        to_come = mark is not None and base is not None and mark.year > base
        if hit.says == Status.COMPLETED and _DATED.search(scene.text, start, hit.start) and not to_come:
            told = hit
    return told


def _is_of(scene: Scene, work: Mention, hit: Hit, sentence: Sentence) -> bool:
    """Whether a cue can be of this work: one in a clause of 前者 or 后者 only of the first or last of its list."""
    start, _ = scene.clause_at(hit.start, sentence)
    which = scene.text[start : start + 2]
    if which not in ("前者", "后者"):
        return True
    works = scene.within(sentence.start, start, EntityKind.PROJECT)
    group = next((g for g in scene.groups(works) if any(scene.mentions[i] is work for i in g)), [])
    if len(group) < 2:
        return True
    return scene.mentions[group[0 if which == "前者" else -1]] is work


def _progress(hit: Hit, where: str = "") -> Progress:
    """What a cue says of a work."""
    if hit.says == "cancelled":
        return Progress(None, hit.cue.id + where, given_up=True)
    return Progress(Status(hit.says), hit.cue.id + where)


def _heading(scene: Scene, work: Mention, sentence: Sentence) -> Progress | None:
    """What the nearest heading above a work says of its state: （四）未开工2个."""
    index = sentence.section
    while index > 0:
        section = scene.document.sections[index]
        if len(section.heading) <= _HEADING and (section.start < work.start or section.rank < 5):
            cue = scene.knowledge.cues["work_status"].first(section.heading)
            if cue is not None:
                return _progress(cue, "-in-heading")
        index = section.parent
    return None


def _list_head(scene: Scene, clause_start: int, sentence: Sentence) -> Progress | None:
    """The status at the head of the list in which a work stands: 在建4个，有A、B等; 续建项目：A、B."""
    left = scene.text[max(sentence.start, clause_start - 24) : clause_start]
    last = re.split(r"[。；\n]", left)[-1]
    if not last:
        last = opening_line(scene.text, sentence.start, _LINE) if not left.strip() or left.endswith("；") else ""
    if not last:
        return None
    cue = scene.knowledge.cues["work_status"].last(re.split(r"[，：:]", last.rstrip("，：:"))[-1])
    return _progress(cue, "-at-list-head") if cue is not None else None


def _year_told(scene: Scene, sentence: Sentence, start: int, end: int, dating: Dating) -> Dating:
    """The last year between a work and the word that tells its state (2018年征地的X，2019年9月建成), else the given."""
    if scene.within(start, end, EntityKind.SCHOOL):
        # Another school's name stands between: the word may be of that.
        return dating
    mark = last_mark(scene, sentence, start, end)
    if mark is None or mark.year == dating.year:
        return dating
    return replace(dating, year=mark.year, rule=mark.rule)
