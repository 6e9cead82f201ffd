"""The pages for people: one look, Chinese first; every text of the graph is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.explain.text import CHANGES
from kg.export.page.kinds import FACT_WORDS, STATUS_WORDS
from kg.graph.questions import ShippedQuery
from kg.serve.addresses import address
from kg.serve.jobs import Found, Refused, Table, Thing

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["editor_page", "found_page", "question_page", "refusal_page", "start_page", "thing_page"]

_FOLDER = Path(__file__).resolve().parent / "templates"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _page(template: str, **values: object) -> str:
    return _environment().get_template(template).render(values)


def start_page(questions: Sequence[ShippedQuery]) -> str:
    """What can be asked, each question with its fields."""
    return _page("start.html", questions=questions)


def question_page(asked: ShippedQuery, values: Mapping[str, str], answer: Table | Refused, csv: str) -> str:
    """A question with its fields filled in, and its answer as a table; `csv` is the address of the whole answer."""
    refused = isinstance(answer, Refused)
    return _page("question.html", asked=asked, values=values, answer=answer, csv=csv, refused=refused)


def found_page(words: str, found: Found) -> str:
    """The things that have the words in their names, by kind."""
    return _page("found.html", words=words, found=found)


def thing_page(thing: Thing) -> str:
    """A thing with its facts, their years, statuses and quotes."""
    facts = [
        (
            FACT_WORDS[said.kind],
            [(address(iri, thing.base), name, iri == thing.iri) for _, iri, name in said.ends],
            "" if said.year is None else str(said.year),
            STATUS_WORDS[said.status] if said.status is not None else "",
            CHANGES.get(said.change, said.change),
            address(said.iri, thing.base),
            said.evidence,
        )
        for said in thing.facts
    ]
    return _page("thing.html", thing=thing, facts=facts)


def editor_page(text: str) -> str:
    """The SPARQL editor, with a question to begin with."""
    return _page("editor.html", text=text)


def refusal_page(refused: Refused) -> str:
    """Why there is no page."""
    return _page("refused.html", refused=refused)
