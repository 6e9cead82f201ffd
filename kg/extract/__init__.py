"""What a document names: mentions of the eight kinds, each with its place and the rule that found it."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.bare_school import find_bare_schools
from kg.extract.elided_school import find_elided_schools
from kg.extract.honor import find_honors
from kg.extract.honor_of_person import find_titles_of_persons
from kg.extract.listed_school import find_listed_schools
from kg.extract.organization import find_organizations
from kg.extract.page import Page
from kg.extract.person import find_persons
from kg.extract.person_ethnic import find_ethnic_names
from kg.extract.person_likely import find_likely_persons
from kg.extract.person_role import find_roles
from kg.extract.person_roll import find_rolls
from kg.extract.policy_document import find_policy_documents
from kg.extract.program import find_clear_programs, find_known_programs, find_programs
from kg.extract.project import find_clear_schemes, find_projects, find_schemes, without_doubled
from kg.extract.region import find_regions
from kg.extract.school import find_schools
from kg.extract.short_school import find_short_schools
from kg.extract.town_in_school import find_towns_in_schools
from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Mention

__all__ = ["extract"]

FINDERS: tuple[Callable[[Page], None], ...] = (
    find_policy_documents,
    find_regions,
    find_organizations,
    find_honors,
    find_clear_programs,
    find_clear_schemes,
    find_listed_schools,
    find_schools,
    find_short_schools,
    find_towns_in_schools,
    find_elided_schools,
    find_bare_schools,
    find_persons,
    find_rolls,
    find_ethnic_names,
    find_likely_persons,
    find_roles,
    find_titles_of_persons,
    find_schemes,
    find_projects,
    find_known_programs,
    find_programs,
)
"""The order is a decision: what an earlier finder has written, a later one leaves alone. Papers hide what their
titles name, honors hide the kinds of schools and programs in theirs; known initiatives and schemes hide the kinds of
schools and works in theirs (小规模学校建设, 师德师风提升工程); schools must stand before their projects."""


def extract(document: SegmentedDocument, knowledge: Knowledge) -> tuple[Mention, ...]:
    """All mentions of a document, sorted by place; spans count in the clean text."""
    page = Page(document, knowledge)
    for find in FINDERS:
        find(page)
    return tuple(sorted(without_doubled(page), key=lambda m: (m.start, m.end, m.kind, m.name)))
