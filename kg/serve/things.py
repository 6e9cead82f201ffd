"""What the graph says of one thing: for a page, and as triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.export.page.kinds import FACT_WORDS
from kg.graph.facts import Said, fact_at, facts_about, label_of
from kg.graph.neighbours import kind_of
from kg.graph.query import Term
from kg.graph.vocabulary import PREFIXES, ek, term
from kg.knowledge.folder import ontology_folder
from kg.serve.addresses import address, spelled
from kg.serve.jobs import Cell, Property, Thing

__all__ = ["SHOWN_FACTS", "SHOWN_VALUES", "Words", "cell", "described", "explored", "look", "node_of"]

_ORDER = list(FACT_WORDS)
SHOWN_FACTS = 300
SHOWN_VALUES = 100
"""Of a property's values, and of those who point at a thing by one property."""


@dataclass(frozen=True, slots=True)
class Words:
    """The Chinese names of classes and properties, by IRI."""

    labels: dict[str, str]

    @classmethod
    def load(cls) -> Words:
        """Those of `ontology/edu.ttl`."""
        found = {}
        for quad in parse(path=str(ontology_folder() / "edu.ttl"), format=RdfFormat.TURTLE):
            thing, name = quad.subject, quad.object
            if quad.predicate != term("rdfs:label") or not isinstance(thing, NamedNode):
                continue
            if isinstance(name, Literal) and name.language == "zh":
                found[thing.value] = name.value
        return cls(found)

    def of(self, iri: str) -> str:
        """The name of a class or property; its prefixed name where the ontology does not say one."""
        return self.labels.get(iri) or short(iri)


def short(iri: str) -> str:
    """An IRI by its prefix, where it has one.

    >>> short("https://schema.org/name")
    'schema:name'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def cell(value: Term, *, base: str) -> Cell:
    """A value to show; things of this graph lead to their pages, web addresses to themselves, nothing else anywhere.

    >>> cell(NamedNode("https://example.org/id/school/1"), base="https://example.org/id/")
    Cell(text='school/1', link='/id/school/1', language='')
    >>> cell(NamedNode("javascript:alert(1)"), base="https://example.org/id/").link
    ''
    """
    if value is None:
        return Cell("")
    if isinstance(value, NamedNode):
        return _link(value.value, base, "")
    if isinstance(value, Literal):
        return Cell(value.value, language=value.language or "")
    return Cell(str(value))


def _link(iri: str, base: str, name: str) -> Cell:
    page = address(iri, base)
    if page:
        return Cell(name or iri.removeprefix(base), page)
    return Cell(name or short(iri), iri if iri.startswith(("https://", "http://")) else "")


def node_of(store: Store, key: str, *, base: str) -> NamedNode | None:
    """The thing with a key, as it stands or with its Chinese as %XX; None where the graph knows neither."""
    for written in (key, spelled(key)):
        try:
            node = NamedNode(base + written)
        except ValueError:  # a sign that no IRI can have
            continue
        said = store.quads_for_pattern(node, None, None, None), store.quads_for_pattern(None, None, node, None)
        if any(next(quads, None) for quads in said):
            return node
    return None


def look(store: Store, node: NamedNode, *, base: str, words: Words) -> Thing:
    """All that a page shows of a thing."""
    own = list(store.quads_for_pattern(node, None, None, None))
    to = list(store.quads_for_pattern(None, None, node, None))
    facts = _facts(store, node)
    facts.sort(key=lambda said: _ORDER.index(said.kind))
    told = {said.iri for said in facts}
    kinds = [q.object.value for q in own if q.predicate == term("rdf:type") and isinstance(q.object, NamedNode)]
    rest = [q for q in to if not (isinstance(q.subject, NamedNode) and q.subject.value in told)]
    return Thing(
        address(node.value, base), node.value, label_of(store, node.value), tuple(words.of(kind) for kind in kinds),
        tuple(facts[:SHOWN_FACTS]), len(facts),
        _properties(((q.predicate.value, q.object) for q in own), store, base, words),
        _properties(((q.predicate.value, q.subject) for q in rest), store, base, words), base,
        _place(explored(store, node), node.value.removeprefix(base)),
    )  # fmt: skip


def explored(store: Store, node: NamedNode) -> str:
    """As what the explorer shows a node: `thing`, `fact`, or not at all."""
    if kind_of(store, node.value) is not None:
        return "thing"
    return "fact" if fact_at(store, node.value) else ""


def _place(shown: str, key: str) -> str:
    """A thing stands in the middle of the explorer's network and its facts beside it; a fact only beside it."""
    key = quote(key, safe="")
    return {"thing": f"/explore#focus={key}&selected={key}", "fact": f"/explore#fact={key}"}.get(shown, "")


def _facts(store: Store, node: NamedNode) -> list[Said]:
    """The statement itself where the thing is one, else all in which it plays a role."""
    itself = fact_at(store, node.value)
    return [itself] if itself else facts_about(store, node.value)


def _properties(pairs: Iterable[tuple[str, Term]], store: Store, base: str, words: Words) -> tuple[Property, ...]:
    """Values by property, both sorted; things by their names."""
    found: dict[str, list[Term]] = {}
    for predicate, value in pairs:
        found.setdefault(predicate, []).append(value)
    properties = []
    for predicate, values in sorted(found.items(), key=lambda item: short(item[0])):
        shown = sorted(values, key=str)[:SHOWN_VALUES]
        cells = tuple(_named(value, store, base, words) for value in shown)
        properties.append(Property(words.of(predicate), predicate, cells, len(values) > len(shown)))
    return tuple(properties)


def _named(value: Term, store: Store, base: str, words: Words) -> Cell:
    """A value by its name in the graph or in the ontology."""
    if not isinstance(value, NamedNode):
        return cell(value, base=base)
    label = words.labels.get(value.value, "")
    if not label and value.value.startswith(base):
        label = label_of(store, value.value)
        if label == value.value.rpartition("/")[2]:
            label = value.value.removeprefix(base)
    return _link(value.value, base, label)


def described(store: Store, node: NamedNode) -> list[Triple]:
    """The triples about a thing: its own, then those of the facts in which it plays a role and their quotes, sorted."""
    own = {q.triple for q in store.quads_for_pattern(node, None, None, None)}
    others = {q.triple for said in _facts(store, node) for q in _fact(store, said)}
    return sorted(own, key=str) + sorted(others - own, key=str)


def _fact(store: Store, said: Said) -> Iterator[Quad]:
    """The statement with its evidence down to the words."""
    steps = (ek("hasEvidence"), term("oa:hasTarget"), term("oa:hasSelector"))
    nodes = [NamedNode(said.iri)]
    yield from store.quads_for_pattern(nodes[0], None, None, None)
    for step in steps:
        nodes = [
            q.object for n in nodes for q in store.quads_for_pattern(n, step, None, None)
            if isinstance(q.object, NamedNode)
        ]  # fmt: skip
        for node in nodes:
            yield from store.quads_for_pattern(node, None, None, None)
