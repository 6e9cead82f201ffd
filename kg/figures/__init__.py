"""The figures of one document: what is counted, how much, when and where; and the sums that they must obey."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.figures.changes import find_changes
from kg.figures.draft import Draft
from kg.figures.numbers import find_numbers
from kg.figures.parts import find_parts
from kg.figures.phrase import Room, draft_figure, shared
from kg.figures.when import Calendar
from kg.figures.where import Places
from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Mention
from kg.model.figures import FigureMention, Tally

__all__ = ["find_figures"]

_ITEMS = re.compile(r"[、和与及]")
_QUOTED = re.compile(r"“[^“”]+”")
_NEAR = 200
"""A state (在建2个) that has no noun in its sentence is of what was counted so many characters before, at most."""
_ENUMERATED = re.compile(r"[两三四五六七八九十](?:项|类|者|地|处)|以上|上述|各项")
_TOTAL = "合计"
_LOOK_BACK = 16
"""A figure takes its noun from one of so many figures before it, so that the work at each stays the same."""
_REACH = 80
"""The evidence of a figure that says no noun of its own reaches back to the noun over so many characters."""


def find_figures(document: SegmentedDocument, mentions: Sequence[Mention], knowledge: Knowledge) -> Tally:
    """All figures of a document, each with what it counts, and the identities between them that hold or fail.

    Numbers are found in one pass over the text; at each the work does not depend on the length of the document.
    """
    calendar = Calendar(document, knowledge)
    places = Places(document, mentions, knowledge)
    drafts = _named(_drafts(document.text, calendar, places, knowledge), document.text, knowledge)
    before: Draft | None = None
    for draft in drafts:
        draft.year = calendar.year_of(draft)
        draft.status = calendar.status_of(draft)
        places.settle(draft, before)
        before = draft
    identities = find_parts(document.text, drafts, knowledge)
    _name_parts(drafts, places)
    identities += find_changes(drafts)
    return Tally(tuple(map(_figure, drafts)), tuple(sorted(identities, key=lambda i: i.figures)))


def _drafts(text: str, calendar: Calendar, places: Places, knowledge: Knowledge) -> list[Draft]:
    """The numbers that count something, with the words that belong to them."""
    numbers = [(n, s) for n in find_numbers(text, knowledge) if (s := calendar.sentence_at(n.start)) is not None]
    found: list[Draft] = []
    for index, (number, sentence) in enumerate(numbers):
        floor = max(sentence.start, found[-1].end if found else 0)
        if floor > number.start or places.names(number.start):
            continue
        ceiling = numbers[index + 1][0].start if index + 1 < len(numbers) else sentence.end
        draft = draft_figure(
            text, number, Room(sentence, floor, min(ceiling, sentence.end), places.name_ends), knowledge
        )
        if draft is not None:
            found.append(draft)
    return found


def _named(drafts: list[Draft], text: str, knowledge: Knowledge) -> list[Draft]:
    """The figures that say what they count, or can take it from their neighbour; the others are dropped."""
    kept: list[Draft] = []
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        if "分别" in text[draft.own : draft.number.start]:
            row = _distributed(drafts, index, text, kept, knowledge)
            kept.extend(row)
            index += max(len(row), 1)
            continue
        before = kept[-1] if kept and kept[-1].sentence is draft.sentence else None
        if _from_neighbour(draft, kept[-_LOOK_BACK:], shared(drafts, index, text), knowledge):
            if before is not None and before.number.unit == draft.number.unit and not draft.fits:
                draft.what = _graded(draft.what, before.what)
            kept.append(draft)
        index += 1
    return kept


def _from_neighbour(draft: Draft, kept: Sequence[Draft], other: Draft | None, knowledge: Knowledge) -> bool:
    """Whether it is known what a draft counts, once what its neighbours count is used."""
    before = kept[-1] if kept and kept[-1].sentence is draft.sentence else None
    relative = draft.change is not None or draft.level or draft.number.unit.kind == "share"
    if before is not None and (draft.what.startswith("占") or (draft.what == "完成" and relative)):
        draft.what = before.what + draft.what
        draft.qualifiers = draft.qualifiers or before.qualifiers
        draft.clause = _reach(before, draft)
        return True
    if draft.sums_up and (not draft.what or _ENUMERATED.fullmatch(draft.what)):
        draft.what, draft.begin = _TOTAL, draft.number.start
        return True
    if draft.what:
        return _take_noun(draft, kept, knowledge)
    if other is not None:
        draft.what, draft.rule = other.what, "shared-noun"
        return True
    if before is not None and relative and draft.number.unit.kind != "share":
        same = [d for d in kept if d.sentence is draft.sentence and d.number.unit == draft.number.unit]
        before = same[-1] if same else None
    if before is None or not (relative or (draft.qualifiers and draft.number.unit == before.number.unit)):
        return False
    draft.what, draft.rule, draft.fits = before.what, "inherited", before.fits
    draft.qualifiers = draft.qualifiers or before.qualifiers
    draft.clause = _reach(before, draft)
    return True


def _take_noun(draft: Draft, kept: Sequence[Draft], knowledge: Knowledge) -> bool:
    """Whether it is known what is counted, where a draft may say only a kind or a state of what was counted before.

    生均校舍面积小学4.9平方米、初中6.3平方米; 规划的98所项目学校，竣工61所，…，在建29所.
    """
    unit = draft.number.unit
    earlier = [d for d in kept if d.number.unit == unit and d.change is None]
    if unit.kind in ("share", "size", "money", "score"):
        _take_kind(draft, [d for d in earlier if d.sentence is draft.sentence], knowledge)
        return True
    if draft.fits or unit.kind not in ("school", "item"):
        return True
    states, verbs = knowledge.words("figure_verb"), knowledge.words("verb", "figure_verb")
    if draft.what.removeprefix("基本").removeprefix("已") in states:
        base = _base(draft, earlier, knowledge)
        if base is not None:
            # 收到问题线索8件，已办结8件 speaks of 问题线索; 新建幼儿园, 建设项目 are named so.
            led = base.what[:2] in verbs and base.what[:2] not in states and len(base.what) > 3
            noun = base.what[2:] if led and "的" not in base.what else base.what
            draft.what, draft.qualifiers, draft.rule = noun, (draft.what, *draft.qualifiers), "noun-of-list"
            draft.clause = _reach(base, draft)
            return True
    if draft.what not in verbs:
        return True
    beside = [d for d in earlier if d.sentence is draft.sentence and d.fits][-1:]
    noun = knowledge.nouns().tail(beside[0].what, unit) if beside else ""
    if noun:
        # 新建学校12所、改扩建41所: schools as well, and none of the twelve.
        draft.what, draft.fits, draft.clause = draft.what + noun, True, _reach(beside[0], draft)
    return bool(noun)


def _take_kind(draft: Draft, earlier: Sequence[Draft], knowledge: Knowledge) -> None:
    """Parts what is measured from the kind of which it is measured, or takes it from the kind before."""
    kinds = knowledge.words("figure_kind")
    if draft.what in kinds and earlier and earlier[-1].qualifiers:
        draft.what, draft.qualifiers, draft.rule = earlier[-1].what, (draft.what,), "noun-of-list"
        draft.clause = _reach(earlier[-1], draft)
        return
    kind = next((k for size in range(6, 1, -1) if (k := draft.what[-size:]) in kinds and k != draft.what), "")
    if kind and not draft.fits:
        draft.what, draft.qualifiers = draft.what.removesuffix(kind), (kind, *draft.qualifiers)


def _base(draft: Draft, earlier: Sequence[Draft], knowledge: Knowledge) -> Draft | None:
    """What a state is a state of: the last noun counted in its sentence, else the largest of the lines before."""
    bases = knowledge.words("figure_base")
    nouns = [d for d in earlier if d.fits and d.rule != "noun-of-list" and d.number.value >= draft.number.value]
    nouns = [d for d in nouns if any(d.what[-size:] in bases for size in range(1, 5))]
    here = [d for d in nouns if d.sentence is draft.sentence]
    heads = [d for d in nouns if _opens(d, earlier) and draft.number.start - d.number.end < _NEAR]
    return here[-1] if here else (heads[-1] if heads else None)


def _opens(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a figure is the first of its measure in its sentence, and no part of the sentence before."""
    first = next(d for d in drafts if d.sentence is draft.sentence)
    return first is draft and not draft.partial


def _graded(what: str, before: str) -> str:
    """What is counted where only its grade is said, with the words of the figure before.

    >>> _graded("“良好”", "评定“优秀”幼儿园")
    '评定“良好”幼儿园'
    """
    if _QUOTED.fullmatch(what) and _QUOTED.search(before):
        return _QUOTED.sub(what, before, count=1)
    return what


def _reach(before: Draft, draft: Draft) -> int:
    """Where the evidence of a draft begins that takes its noun from the figure before it."""
    return before.clause if draft.number.start - before.clause <= _REACH else draft.clause


def _distributed(
    drafts: list[Draft], index: int, text: str, kept: Sequence[Draft], knowledge: Knowledge
) -> list[Draft]:
    """The figures of 小学、初中教师分别为60人、37人, one for each item; none where items and numbers do not match."""
    first = drafts[index]
    row = [first]
    for draft in drafts[index + 1 :]:
        joined = text[row[-1].number.end : draft.number.start].strip("、，和及与 约近")
        if draft.sentence is not first.sentence or joined:
            break
        row.append(draft)
    if not first.what:
        return _in_turn(row, kept)
    items = [item for item in _ITEMS.split(first.what) if item]
    if len(row) == 1:
        return row if first.what else []
    if len(items) != len(row) or any(draft.number.unit != first.number.unit for draft in row):
        return []
    kinds = knowledge.words("figure_kind")
    lead = next((items[-1][:size] for size in range(6, 1, -1) if items[-1][:size] in kinds), "")
    for draft, item in zip(row, items, strict=True):
        draft.fits, draft.rule, draft.clause = True, "in-turn", first.clause
        if lead and len(lead) < len(items[-1]) and all(other in kinds for other in items[:-1]):
            # 小学、初中专任教师: both are teachers.
            draft.what, draft.qualifiers = items[-1].removeprefix(lead), (item if item in kinds else lead,)
        else:
            draft.what = item
    return row


def _in_turn(row: list[Draft], kept: Sequence[Draft]) -> list[Draft]:
    """The changes of 幼儿园57所、幼儿13941人，分别增加12所、960人, each of the figure whose measure it shares."""
    levels = [d for d in kept if d.sentence is row[0].sentence][-len(row) :]
    if [d.number.unit for d in levels] != [d.number.unit for d in row]:
        return []
    for draft, level in zip(row, levels, strict=True):
        draft.what, draft.qualifiers, draft.fits, draft.rule = level.what, level.qualifiers, level.fits, "in-turn"
        draft.change, draft.level, draft.clause = row[0].change, row[0].level, _reach(level, draft)
    return row


def _name_parts(drafts: Sequence[Draft], places: Places) -> None:
    """Gives each part that only says its kind the noun of its whole, and the whole's year and place."""
    for index, draft in enumerate(drafts):
        if draft.part_of is None:
            continue
        whole = drafts[draft.part_of]
        if not draft.fits and draft.part_of < index:
            own = tuple(word for word in (draft.what,) if word and word != whole.what)
            draft.qualifiers = (*whole.qualifiers, *own, *draft.qualifiers)
            draft.what = whole.what
        if whole.sentence is not draft.sentence:
            draft.year, draft.status = whole.year, whole.status
        if draft.about is None and draft.region == places.home:
            draft.about, draft.region = whole.about, whole.region


def _figure(draft: Draft) -> FigureMention:
    number = draft.number
    return FigureMention(
        start=number.start,
        end=number.end,
        evidence_start=draft.clause,
        evidence_end=max(draft.end, number.end),
        what=draft.what,
        qualifiers=draft.qualifiers,
        value=number.value,
        upper=number.upper,
        unit=number.unit.name,
        approximate=draft.approximate,
        change=draft.change,
        region=draft.region,
        about=draft.about,
        year=draft.year,
        status=draft.status,
        part_of=draft.part_of,
        rule=draft.rule,
        confidence=draft.confidence,
    )
