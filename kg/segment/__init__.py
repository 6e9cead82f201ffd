"""The clean text as sections and sentences, each sentence with the year and status that it inherits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.knowledge import Knowledge
from kg.model.document import CleanDocument, Context, DocumentInfo, Section, SegmentedDocument, Sentence
from kg.model.names import Status
from kg.segment.headings import Heading, find_headings
from kg.segment.identity import find_date, find_issuer, find_title
from kg.segment.page_hints import date_of_page, lines_around, place_of_page
from kg.segment.periods import five_years, heading_period, title_periods, years_in, years_of_headings
from kg.segment.place import find_place
from kg.segment.sentences import split_sentences
from kg.segment.told import told_head, told_issuer, told_place, told_title

__all__ = ["segment"]

_FOUNDED = r"创办|创建|始建|筹建|建校|建于|成立|更名|前身|至今|以来|民国|原名"
OPENING = 300
"""The years of a report that its title does not tell are looked for in so many characters of its opening."""
_NO_DATE = re.compile(
    r"(?:到|至|截至|力争|面向)(?:19|20)\d\d年(?!\d{1,2}月|底|末)"
    r"|(?:19|20)\d\d-\d{1,2}-\d{1,2}[ T]?\d{1,2}:\d\d(?::\d\d)?"
)


def segment(document: CleanDocument, knowledge: Knowledge) -> SegmentedDocument:
    """The document as a tree of sections and a row of sentences; never fails.

    Sentences never overlap and hold every character but line ends. What a sentence inherits is decided here:
    a heading with a year or a word for review or plan opens a period for all below it; the title's years give the
    rest.
    """
    info = _info(document, knowledge)
    sections = _sections(document.text, info, knowledge)
    sentences = _sentences(document.text, sections)
    return SegmentedDocument(document.source, document.raw, document.body, info, sections, sentences, document.repairs)


def _info(document: CleanDocument, knowledge: Knowledge) -> DocumentInfo:
    """What the document says of itself."""
    text, given = document.text, document.metadata
    title = told_title(given) or find_title(given.title, text, knowledge.words("title_word"))
    place = told_place(given, knowledge) or find_place(told_head(title, given), text, knowledge)
    around = lines_around(given.publisher, document.repairs)
    if place.division is None and place.word:
        place = place_of_page(around, place.word, knowledge) or place
    date = find_date(given.published, title, text)
    review, plan, years_rule = _years(title, date, text, knowledge)
    if not date and not review and not plan:
        date = date_of_page((*around, *text.split("\n")[:5]))
        review, plan, years_rule = _years(title, date, text, knowledge)
    return DocumentInfo(
        source=document.source,
        title=title,
        issuer=find_issuer(title, text, place) or told_issuer(given),
        region=place.division.name if place.division else "",
        region_code=place.division.code if place.division else "",
        region_level=place.division.level if place.division else None,
        region_why=place.why if place.division or not place.word else f"{place.why}: {place.word}",
        date=date,
        review_years=review,
        plan_years=plan,
        language=given.language or "zh-Hans",
        years_rule=years_rule,
        url=given.url,
    )


def _years(title: str, date: str, text: str, knowledge: Knowledge) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Years reviewed, years planned, and where they come from: the title, else the opening, else the date."""
    review, plan = title_periods(title, knowledge)
    rule = "year-in-title" if review or plan else ""
    if len(review) > 2 and any(y in review for y in years_in(text)):
        # “十三五”期间…情况汇报 of 2018 looks back on the years so far.
        review = tuple(y for y in review if y <= max(t for t in years_in(text) if t in review))
    if not rule and (told := years_of_headings(text)):
        return (told[0],), (told[1],), "years-in-headings"
    if not rule:
        # 到2020年 and a page's clock time do not date a text.
        opening = years_in(_NO_DATE.sub("", text[:OPENING]))
        written = years_in(date[:4])
        if (
            re.search(r"简介|规划", title) is None
            and opening
            and written
            and opening[0] in (written[0], written[0] - 1)
        ):
            base, rule = opening[0], "year-in-opening"
        elif written:
            # What a report of January says was done, was done the year before.
            early = date[5:7] in ("01", "02") and re.search(r"总结|完成情况|回顾|小结", title)
            base, rule = written[0] - bool(early), "date-of-document"
        else:
            base, rule = _year_told(opening, text), "year-in-opening"
        if not base and (plan := five_years(title + text[:OPENING])):
            return (), plan, "five-year-plan"
        if base:
            planning = re.search(r"要点|计划|方案|打算", title) and not re.search(r"总结|情况|报告", title)
            review, plan = ((), (base,)) if planning else ((base,), ())
    if review and not plan and re.search(r"下一?步|今后|打算|展望|下半年|明年|来年|工作要点|计划", text):
        half = re.search(r"上半年|进展|1[-—至]\d月", title)
        plan = (review[-1],) if half else (review[-1] + 1,)
    return review, plan, rule if review or plan else ""


def _year_told(opening: list[int], text: str) -> int:
    """The year of a text without date or year in its title: the first of its opening, 0 if it names none.

    A school's page that begins with its founding and goes on to later years is of no one year.
    """
    if opening and not re.search(_FOUNDED, text[:OPENING]):
        return opening[0]
    told = [
        y
        for y in opening
        if not re.search(rf"{y}年?[^，。]{{0,8}}(?:{_FOUNDED})|(?:{_FOUNDED})[^，。]{{0,4}}{y}年", text)
    ]
    latest = max(years_in(text), default=0)
    return max(told) if told and latest - max(told) <= 1 else 0


def _sections(text: str, info: DocumentInfo, knowledge: Knowledge) -> tuple[Section, ...]:
    """The section tree; the first section is the whole document."""
    review = info.review_years[-1] if info.review_years else None
    plan = info.plan_years[-1] if info.plan_years else None
    status = Status.COMPLETED if review is not None else Status.PLANNED if plan is not None else None
    why = "" if status is None else "review-document" if status is Status.COMPLETED else "plan-document"
    year = review if review is not None else plan
    sections = [Section(0, len(text), info.title, 0, -1, year, status, info.years_rule, why)]
    open_: list[int] = [0]
    headings = find_headings(text)
    for heading, end in zip(headings, _ends(headings, len(text)), strict=True):
        while len(open_) > 1 and sections[open_[-1]].rank >= heading.rank:
            open_.pop()
        parent = open_[-1]
        label = text[heading.start : heading.end]
        told = _period(label, heading, parent, sections, knowledge, info)
        sections.append(Section(heading.start, end, label, heading.rank, parent, *told))
        open_.append(len(sections) - 1)
    return tuple(sections)


def _ends(headings: Sequence[Heading], length: int) -> list[int]:
    """Where the section of each heading ends: at the next heading of its rank or above, else with the text."""
    following: dict[int, int] = {}
    ends: list[int] = []
    for heading in reversed(headings):
        ends.append(min((start for rank, start in following.items() if rank <= heading.rank), default=length))
        following[heading.rank] = heading.start
    return ends[::-1]


def _period(
    label: str, heading: Heading, parent: int, sections: list[Section], knowledge: Knowledge, info: DocumentInfo
) -> tuple[int | None, Status | None, str, str]:
    """Year and status of a section and the rules that told them: its own heading's, else its parent's.

    Only headings of rank 1 and 2 open a period by a word: deeper ones use 计划 and 总结 for other things.
    """
    above = sections[parent]
    plan = info.plan_years[-1] if info.plan_years else None
    review = info.review_years[-1] if info.review_years else _year_before(info)
    if heading.rank <= 2:
        period = heading_period(label, knowledge, review, plan)
        settled = parent != 0 and above.status is not None
        word = "plan-heading" if period.status is Status.PLANNED else "review-heading"
        named = "year-in-heading" if years_in(label) else word
        if period.status is not None and not settled:
            return period.year or above.year, period.status, named if period.year else above.year_rule, word
        if period.year is not None and not settled:
            return period.year, above.status, named, above.status_rule
    return above.year, above.status, above.year_rule, above.status_rule


def _year_before(info: DocumentInfo) -> int | None:
    """The year of which a mere plan speaks when it looks back: the one before its first."""
    return info.plan_years[0] - 1 if info.plan_years else None


def _sentences(text: str, sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    """The sentences with the innermost section that each begins in."""
    found: list[Sentence] = []
    current = 0
    order = sorted(range(1, len(sections)), key=lambda i: (sections[i].start, sections[i].rank))
    position = 0
    for start, end in split_sentences(text):
        # A section that begins inside the sentence (一是 after a semicolon) counts from the next sentence on.
        while position < len(order) and sections[order[position]].start <= start:
            current = order[position]
            position += 1
        section = sections[current]
        context = Context(section.year, section.status, section.year_rule, section.status_rule)
        found.append(Sentence(start, end, current, context))
    return tuple(found)
