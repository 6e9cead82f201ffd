"""Why a question has no answer: what to change in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pyoxigraph import DefaultGraph, Literal, Store

from kg.graph.ontology import own_terms
from kg.graph.query import ask
from kg.graph.questions import fill
from kg.graph.vocabulary import term

__all__ = ["why_nothing"]

_OWN_TERM = re.compile(r"(?<![\w:-])ek:([A-Za-z]\w*)")
_NAMES = ("skos:prefLabel", "skos:altLabel")
_MOST = 5
"""So many names like the one asked for are told."""


def why_nothing(store: Store, question: str, settings: Mapping[str, str], *, base_iri: str) -> Iterator[str]:
    """Lines on a question without rows: terms that the vocabulary does not have, names that nothing bears and those
    like them, how many rows there are without each setting; if none of these helps, that the reports tell nothing.

    `question` is the SPARQL before `settings` are filled in.

    >>> list(why_nothing(Store(), "SELECT * { ?s a ek:Schol }", {}, base_iri="https://example.org/id/"))
    ['词表中没有 / no term of the vocabulary: ek:Schol; 是不是 / did you mean: ek:School']
    """
    told = [*_unknown_terms(question), *_without(store, question, settings, base_iri)]
    yield from told or ["读到的报告里没有这样的内容 / the reports that were read tell nothing of this"]


def _unknown_terms(question: str) -> Iterator[str]:
    known = own_terms()
    for word in dict.fromkeys(_OWN_TERM.findall(question)):
        if word not in known:
            near = "".join(f"; 是不是 / did you mean: ek:{one}" for one in get_close_matches(word, sorted(known), 1))
            yield f"词表中没有 / no term of the vocabulary: ek:{word}{near}"


def _without(store: Store, question: str, settings: Mapping[str, str], base_iri: str) -> Iterator[str]:
    """For each setting how many rows there are without it, and what is called nearly as it says."""
    for name, value in settings.items():
        others = {other: words for other, words in settings.items() if other != name}
        rows = len(ask(store, fill(question, others), base_iri=base_iri).rows)
        near = _near(store, value)
        like = f"; 相近的名称 / names like it: {', '.join(near)}" if near else ""
        if rows or like:
            yield f"不加 / without --set {name}={value}: {rows} 行 / rows{like}"


def _near(store: Store, value: str) -> list[str]:
    """Names that hold the words or share most characters with them; none where something is called so."""
    labels = (
        quad.object for name in _NAMES for quad in store.quads_for_pattern(None, term(name), None, DefaultGraph())
    )
    names = sorted({label.value for label in labels if isinstance(label, Literal)})
    if value in names:
        return []
    holding = [name for name in names if len(value) > 1 and value in name]
    return list(dict.fromkeys([*sorted(holding, key=len), *get_close_matches(value, names, _MOST)]))[:_MOST]
