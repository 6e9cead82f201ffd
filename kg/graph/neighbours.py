"""Which things facts link, looked up in a store: of one thing, and of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from kg.graph.vocabulary import CLASS_OF_FACT, CLASS_OF_KIND, ek, role_property, term
from kg.model.names import FACT_ENDS, EntityKind

__all__ = ["Around", "Links", "around", "kind_of", "links", "sizes"]

_A = term("rdf:type")
_KIND_OF_THING = {term(name): kind for kind, name in CLASS_OF_KIND.items()}
_FACTS = {term(name): kind for kind, name in CLASS_OF_FACT.items()}
_ROLES = {kind: [term(role_property(kind, role)) for role in FACT_ENDS[kind]] for kind in CLASS_OF_FACT}
_ALL_ROLES = sorted({role for roles in _ROLES.values() for role in roles}, key=str)
_ABOUT, _AREA = ek("about"), term("sdmx-dimension:refArea")


@dataclass(frozen=True, slots=True)
class Links:
    """All things of a graph and what links them, by IRI."""

    kinds: dict[str, EntityKind]
    facts: dict[str, tuple[str, ...]]
    """Fact to the things that it names."""
    figures: dict[str, str]
    """Figure to the school that it is about, else to its region."""
    reports: tuple[str, ...]
    reporting: frozenset[str]
    """The regions that have reports."""


def sizes(store: Store) -> tuple[int, int, int]:
    """How many things, facts and figures a graph has."""
    counts = [_count(store, classes) for classes in (_KIND_OF_THING, _FACTS, (ek("Figure"),))]
    return counts[0], counts[1], counts[2]


def links(store: Store) -> Links:
    """What links all things: a pass over the ends of all facts, nothing else is read."""
    kinds = {iri: kind for node, kind in _KIND_OF_THING.items() for iri in _of_class(store, node)}
    ends: dict[str, list[str]] = {iri: [] for node in _FACTS for iri in _of_class(store, node)}
    for role in _ALL_ROLES:
        for fact, thing in _pairs(store, role):
            if fact in ends and thing in kinds:
                ends[fact].append(thing)
    figures = dict.fromkeys(_of_class(store, ek("Figure")), "")
    for leading in (_AREA, _ABOUT):
        figures |= {figure: thing for figure, thing in _pairs(store, leading) if figure in figures and thing in kinds}
    reports = frozenset(_of_class(store, ek("Report")))
    reporting = frozenset(region for report, region in _pairs(store, ek("inRegion")) if report in reports)
    facts = {fact: tuple(named) for fact, named in ends.items()}
    return Links(kinds, facts, figures, tuple(sorted(reports)), reporting)


@dataclass(frozen=True, slots=True)
class Around:
    """A thing and what facts link with it, step by step, by IRI."""

    things: frozenset[str]
    facts: frozenset[str]
    """Of the steps: facts all of whose things are among `things`."""
    figures: frozenset[str]
    incomplete: frozenset[str]
    """Things of which the graph tells more."""


def kind_of(store: Store, iri: str) -> EntityKind | None:
    """Of which kind a thing is; None for what is no thing of the world."""
    nodes = (q.object for q in store.quads_for_pattern(NamedNode(iri), _A, None, None))
    return next((_KIND_OF_THING[n] for n in nodes if isinstance(n, NamedNode) and n in _KIND_OF_THING), None)


def around(store: Store, start: str, *, hops: int, most_things: int, most_facts: int) -> Around:
    """What is at most so many steps from a thing or a fact; from a fact only what it names.

    Where a step leads to more than there is room for, what more facts of the step name comes first, then keys decide.
    """
    near = _Near(store)
    named = near.ends(start)
    rings, facts = ([*named], {start: named}) if named else ([start], {})
    things, edge = set(rings), [] if named else rings
    for _ in range(hops):
        told = {fact: near.ends(fact) for thing in edge for fact in near.facts(thing)}
        weight: dict[str, int] = {}
        for ends in told.values():
            for end in ends:
                weight[end] = weight.get(end, 0) + 1
        edge = sorted(weight.keys() - things, key=lambda iri: (-weight[iri], iri))[: max(0, most_things - len(things))]
        things.update(edge)
        facts |= told
    kept = frozenset(sorted(f for f, ends in facts.items() if things.issuperset(ends))[:most_facts])
    figures = frozenset(() if named else sorted(near.figures(start))[:most_facts])
    incomplete = frozenset(thing for thing in things if near.tells_more(thing, kept, figures))
    return Around(frozenset(things), kept, figures, incomplete)


class _Near:
    """What stands beside a node, each looked up once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._facts: dict[str, frozenset[str]] = {}
        self._ends: dict[str, tuple[str, ...]] = {}

    def facts(self, thing: str) -> frozenset[str]:
        """The facts in which a thing plays a role."""
        if thing not in self._facts:
            self._facts[thing] = frozenset(s for s in self._pointing(thing) if thing in self.ends(s))
        return self._facts[thing]

    def _pointing(self, thing: str) -> Iterator[str]:
        for role in _ALL_ROLES:
            for quad in self._store.quads_for_pattern(None, role, NamedNode(thing), None):
                if isinstance(quad.subject, NamedNode):
                    yield quad.subject.value

    def tells_more(self, thing: str, facts: frozenset[str], figures: frozenset[str]) -> bool:
        """Whether there is a fact or a figure about a thing beyond these; looks no further than to the first."""
        if any(s not in facts and thing in self.ends(s) for s in self._pointing(thing)):
            return True
        return not self.figures(thing) <= figures

    def ends(self, fact: str) -> tuple[str, ...]:
        """The things that a fact names; nothing for what is no fact."""
        if fact not in self._ends:
            said = list(self._store.quads_for_pattern(NamedNode(fact), None, None, None))
            kinds = [_FACTS[q.object] for q in said if q.predicate == _A and q.object in _FACTS]  # type: ignore[index]
            named = [q.object.value for kind in kinds[:1] for role in _ROLES[kind]
                     for q in said if q.predicate == role and isinstance(q.object, NamedNode)]  # fmt: skip
            self._ends[fact] = tuple(dict.fromkeys(named))
        return self._ends[fact]

    def figures(self, thing: str) -> frozenset[str]:
        """The figures about a thing: of a region those about no school of it."""
        node = NamedNode(thing)
        about, area = ({q.subject for q in self._store.quads_for_pattern(None, p, node, None)} for p in (_ABOUT, _AREA))
        alone = {s for s in area if next(self._store.quads_for_pattern(s, _ABOUT, None, None), None) is None}
        return frozenset(s.value for s in about | alone if isinstance(s, NamedNode))


def _of_class(store: Store, node: NamedNode) -> Iterator[str]:
    for quad in store.quads_for_pattern(None, _A, node, None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def _pairs(store: Store, predicate: NamedNode) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, predicate, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            yield quad.subject.value, quad.object.value


def _count(store: Store, classes: Iterable[NamedNode]) -> int:
    return sum(1 for node in classes for _ in store.quads_for_pattern(None, _A, node, None))
