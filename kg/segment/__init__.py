"""The clean text as sections and sentences, each sentence with the year and status that it inherits."""

from __future__ import annotations

from collections.abc import Sequence

from kg.knowledge import Knowledge
from kg.model.document import CleanDocument, Context, DocumentInfo, Section, SegmentedDocument, Sentence
from kg.model.names import Status
from kg.segment.document_years import YEARS_OF_SPEECH, is_plan_title, years_of_document
from kg.segment.headings import Heading, find_headings
from kg.segment.identity import find_date, find_issuer, find_title
from kg.segment.page_hints import date_of_page, lines_around, place_of_page
from kg.segment.periods import heading_period, says_period, years_in
from kg.segment.place import find_place
from kg.segment.sentences import split_sentences
from kg.segment.told import told_head, told_issuer, told_place, told_title

__all__ = ["segment"]


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
    review, plan, years_rule = years_of_document(title, date, text, knowledge)
    if not date and not review and not plan:
        date = date_of_page((*around, *text.split("\n")[:5]))
        review, plan, years_rule = years_of_document(title, date, text, knowledge)
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


def _sections(text: str, info: DocumentInfo, knowledge: Knowledge) -> tuple[Section, ...]:
    """The section tree; the first section is the whole document."""
    review = info.review_years[-1] if info.review_years else None
    plan = info.plan_years[-1] if info.plan_years else None
    status = Status.COMPLETED if review is not None else Status.PLANNED if plan is not None else None
    if status is None and is_plan_title(info.title):
        status = Status.PLANNED
    why = "" if status is None else "review-document" if status is Status.COMPLETED else "plan-document"
    year = review if review is not None else plan
    sections = [Section(0, len(text), info.title, 0, -1, year, status, info.years_rule, why)]
    open_: list[int] = [0]
    title = text.find(info.title) if info.title else -1
    headings = find_headings(text, title + len(info.title) if title >= 0 else 0)
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
    told = above.status_rule in ("review-heading", "plan-heading")
    # Below a heading that told its period, and below one of rank 1 that told none, only clear words open another.
    clear = heading.bare or (heading.rank <= 3 and says_period(label, review, plan))
    if clear or (heading.rank <= 2 and not told and (parent == 0 or above.status is None)):
        speech = info.years_rule == YEARS_OF_SPEECH
        period = heading_period(label, knowledge, review, plan, mere_plan=not info.review_years, speech=speech)
        word = "plan-heading" if period.status is Status.PLANNED else "review-heading"
        named = "year-in-heading" if years_in(label) else word
        if named == word and period.status is above.status and above.year_rule == "year-in-heading":
            # 一、总体思路 below 2020年工作要点 is of 2020, whatever else the file plans.
            return above.year, above.status, above.year_rule, word
        if period.status is not None:
            return period.year or above.year, period.status, named if period.year else above.year_rule, word
        if period.year is not None:
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
