"""Who was given which honor by whom, when, and whether it is held; or how many, where only a number is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model.document import Sentence
from kg.model.facts import Mention, Relation
from kg.model.names import EntityKind, FactKind, Status
from kg.relate.award_issuer import issuer_of
from kg.relate.award_state import NOT_AWARDED, OPEN, award_progress, award_state
from kg.relate.recipients import recipients_of
from kg.relate.recipients_behind import also_of
from kg.relate.scene import Scene
from kg.relate.year import last_mark, year_of
from kg.text.numerals import parse_number

__all__ = ["relate_awards"]

_COUNT = re.compile(
    r"(?:”|称号|共|各|（[^）]{1,8}）|的)*(?P<count>\d+|[一二两三四五六七八九十]{1,3})余?(?:名|人|个|所|项|件|篇|节|次|位|处|枚|幅|家)"
)
_COUNT_OF_WINNERS = re.compile(
    r"(?:[^，。；、\d]{0,12}?(?:有|共))?(?P<count>\d+|[一二两三四五六七八九十]+)余?(?:名|位|人|所|个|件|篇|项)(?!等奖)"
    r"[^，。；、]{0,12}?(?:被|荣获|获|入选|晋升|当选)[^，。；、]{0,24}$"
)
"""A clause that begins with how many have won: 有3名教师被评为."""
_PERSONAL = re.compile(r"教师|班主任|校长|园长|工作者|个人|标兵|能手|学生|干部|骨干|带头人|党员|辅导员")
_EACH = re.compile(r"分获|分别(?:荣?获|获得|获评|取得|被评为|被授予)|依次(?:荣?获|为)")
_ON_LIST = re.compile(
    r"(?:通过|入选|入围|获评|获奖|上榜|命名|当选)[^，。；：]{0,16}(?:学校|单位|幼儿园|名单)?(?:分别)?(?:是|为|有)：|名列其中|榜上有名|(?:进入|列入)[^，。；]{0,6}名单|获此殊荣|(?:成功|顺利)(?:入选|入围)|在列"
)
_NEXT = re.compile(r"”?(?:（[^（）]{1,12}）)?(?:\d+[个项名人次]+)?[、和及]“?|”?“")


def relate_awards(scene: Scene) -> list[Relation]:
    """A relation for each honor and recipient; without a recipient where the text only counts or names none."""
    relations: list[Relation] = []
    rows = _rows(scene)
    shared: dict[int, list[int]] = {}
    """By the first honor of a row, who receives it."""
    for index in scene.of_kind(EntityKind.HONOR):
        honor = scene.mentions[index]
        sentence = scene.sentence_at(honor.start)
        if sentence is None:
            continue
        state, why = award_state(scene, honor, sentence)
        if state == NOT_AWARDED:
            # A落选“…”，B成功入选: what one missed another may have won.
            relations.extend(_also(scene, index, [], sentence, ("awarded", ""), {"state": "awarded"}))
            continue
        count = _count(scene, honor, sentence)
        row = rows[index]
        first = scene.mentions[row[0]]
        recipients = recipients_of(scene, honor, sentence, counted=bool(count))
        if len(row) > 1 and len(recipients) == len(row) and _EACH.search(scene.text, sentence.start, first.start):
            # A、B分获一等奖、二等奖: to each its own.
            recipients = [recipients[row.index(index)]]
        if not recipients and not count and len(row) > 1 and not _PERSONAL.search(honor.name):
            # The titles of a row have one winner.
            recipients = shared.get(row[0], [])
        shared.setdefault(row[0], recipients)
        about = {"state": state} | ({"count": count} if count else {}) | _issuer(scene, honor, sentence)
        relations.extend(_awards(scene, index, recipients, sentence, (state, why), about))
    return _without_bare(scene, [*relations, *_listed(scene)])


def _listed(scene: Scene) -> Iterator[Relation]:
    """Schools of whom a sentence without an honor says that they are on the list: of the paragraph's last honor.

    省厅启动省级文明校园评选。…50所进入名单，我县煎茶中学名列其中.
    """
    if not scene.of_kind(EntityKind.HONOR) or not scene.of_kind(EntityKind.SCHOOL):
        return
    for sentence in scene.document.sentences:
        told = _ON_LIST.search(scene.text, sentence.start, sentence.end)
        if told is None or scene.within(sentence.start, sentence.end, EntityKind.HONOR, EntityKind.PROGRAM):
            continue
        schools = scene.within(sentence.start, sentence.end, EntityKind.SCHOOL)
        paragraph = scene.text.rfind("\n", 0, sentence.start) + 1
        if told[0].endswith("：") and not scene.within(paragraph, sentence.start, EntityKind.HONOR):
            # The list may stand in a paragraph of its own.
            paragraph = scene.text.rfind("\n", 0, max(0, paragraph - 1)) + 1
        named = scene.within(paragraph, sentence.start, EntityKind.HONOR, EntityKind.PROGRAM)
        if not schools or not named or scene.mentions[named[-1]].kind is not EntityKind.HONOR:
            continue
        open_ = scene.knowledge.cues["award_state"].first(scene.text, sentence.start, sentence.end)
        state = "to-be-awarded" if open_ is not None and open_.says in ("to-be-awarded", "pending") else "awarded"
        for school in schools:
            mention = scene.mentions[school]
            dating = year_of(scene, mention.start, mention.end, sentence)
            progress = award_progress(scene, sentence, dating, state, "award-to-come")
            known = {"state": state} | dating.attributes() | progress.attributes()
            ends = {"honor": named[-1], "to": school}
            span = sentence.start, sentence.end
            yield Relation(FactKind.AWARD, ends, dating.year, progress.status, *span, "paragraph-honor", 0.5, known)


def _count(scene: Scene, honor: Mention, sentence: Sentence) -> str:
    """How many of an honor the text counts before it or right behind it, else empty.

    Of 省、市级骨干教师12名、40名 each has its own.
    """
    if "count" in honor.attributes:
        return honor.attributes["count"]
    start, _ = scene.clause_at(honor.start, sentence)
    told = _COUNT_OF_WINNERS.match(scene.text, start, honor.start)
    if told and not _COUNT.match(scene.text, honor.end):
        return _digits(told["count"])
    counts = []
    at: int | None = honor.end
    while at is not None and (found := _COUNT.match(scene.text, at)):
        counts.append(_digits(found["count"]))
        at = found.end() + 1 if scene.text[found.end() : found.end() + 1] in ("、", "和") else None
    order = int(honor.attributes.get("order", "0"))
    return counts[order] if len(counts) == 2 and "order" in honor.attributes else "".join(counts[:1])


def _digits(count: str) -> str:
    """A count in digits: 两 gives 2; empty where it is no number."""
    number = parse_number(count)
    return "" if number is None else str(int(number))


def _awards(
    scene: Scene,
    index: int,
    recipients: Sequence[int],
    sentence: Sentence,
    told: tuple[str, str],
    about: dict[str, str],
) -> list[Relation]:
    """The relations of one honor; a recipient told later (…今年，县六中也获此称号) has a year of its own."""
    honor = scene.mentions[index]
    clause_start, clause_end = scene.clause_at(honor.start, sentence)
    near = [scene.mentions[r] for r in recipients if sentence.start <= scene.mentions[r].start]
    start = min([clause_start, *(m.start for m in near)])
    # The words of a list behind the title hold its schools too.
    stop = max([clause_end, honor.end, *(m.end for m in near if m.start > honor.start)])
    sure = honor.confidence if recipients else honor.confidence * 0.9
    dating = year_of(scene, honor.start, honor.end, sentence)
    progress = award_progress(scene, sentence, dating, *told)
    if progress.status is Status.PLANNED and about["state"] not in OPEN:
        # What a later year will bring is not yet held.
        about = about | {"state": "to-be-awarded"}
    known = about | dating.attributes() | progress.attributes()
    ends = [{"honor": index, "to": r} for r in recipients] or [{"honor": index}]
    found = [
        Relation(FactKind.AWARD, each, dating.year, progress.status, start, stop, honor.rule, sure, known)
        for each in ends
    ]
    return [*found, *_also(scene, index, recipients, sentence, told, about)]


def _also(
    scene: Scene,
    index: int,
    recipients: Sequence[int],
    sentence: Sentence,
    told: tuple[str, str],
    about: dict[str, str],
) -> Iterator[Relation]:
    """The relations of those who received the same honor as told behind it, each with its own year."""
    honor = scene.mentions[index]
    start, _ = scene.clause_at(honor.start, sentence)
    for other in also_of(scene, honor, sentence):
        if other in recipients:
            continue
        mention = scene.mentions[other]
        _, end = scene.clause_at(mention.start, sentence)
        later = last_mark(scene, sentence, mention.end, end)
        own = year_of(scene, mention.start, mention.end, sentence)
        own = own if later is None else replace(own, year=later.year, rule=later.rule)
        progress = award_progress(scene, sentence, own, *told)
        known = about | own.attributes() | progress.attributes()
        ends = {"honor": index, "to": other}
        yield Relation(FactKind.AWARD, ends, own.year, progress.status, start, end, honor.rule, 0.7, known)


def _issuer(scene: Scene, honor: Mention, sentence: Sentence) -> dict[str, str]:
    """The body that gives the honor by its words, and by the index of its mention where it is one."""
    issuer = issuer_of(scene, honor, sentence)
    if issuer is None:
        return {}
    return {"issuer": issuer.words} | ({"issuer_id": str(issuer.mention)} if issuer.mention is not None else {})


def _rows(scene: Scene) -> dict[int, list[int]]:
    """For each honor the row of honors in which it stands: 一等奖、二等奖."""
    rows: dict[int, list[int]] = {}
    row: list[int] = []
    for index, mention in enumerate(scene.mentions):
        if mention.kind is not EntityKind.HONOR:
            continue
        if not row or not _NEXT.fullmatch(scene.text, scene.mentions[row[-1]].end, mention.start):
            row = []
        row.append(index)
        rows[index] = row
    return rows


def _without_bare(scene: Scene, relations: list[Relation]) -> list[Relation]:
    """Without those that name neither recipient nor number, where another tells who received the same honor."""
    told = {scene.mentions[r.ends["honor"]].name for r in relations if "to" in r.ends}
    return [
        r
        for r in relations
        if "to" in r.ends or "count" in r.attributes or scene.mentions[r.ends["honor"]].name not in told
    ]
