"""A network as any file can hold it: nodes and edges with words and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kg.export.characters import xml_words
from kg.export.page.kinds import FACT_WORDS
from kg.export.tables.attributes import number_of
from kg.model.graph import KnowledgeGraph
from kg.model.names import FactKind

__all__ = ["Edge", "Network", "Node", "Value", "network_of", "types_of"]

Value: TypeAlias = str | int | float

_NUMBERS = ("count", "amount", "seats", "area")
"""Attributes of facts that are numbers wherever the text writes one."""
_PLACES = {"start": "quote_start", "end": "quote_end"}
"""Where a quote stands: under other names, since `start` and `end` of an edge are its time."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity."""

    id: str
    label: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """What a fact says of two entities."""

    id: str
    """Unique: the key of the fact and the role of the target, `event/proj-…#region`."""
    source: str
    target: str
    label: str
    """The kind of the fact in Chinese."""
    values: Mapping[str, Value]
    """As in `to_network`, and `fact`, the key of the fact."""


@dataclass(frozen=True, slots=True)
class Network:
    """All nodes and edges, in the order of the graph."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    without_edge: str
    """The keys of the facts that speak of one entity only, parted by spaces."""


def network_of(graph: KnowledgeGraph) -> Network:
    """The network of `kg.graph.network`, without characters that XML cannot hold.

    A number that the text writes in words (`amount`: 约一千万) stands under another name, `amount_words`: a column of a
    network file has one type.
    """
    from kg.graph.network import to_network

    network = to_network(graph)
    nodes = tuple(
        Node(key, xml_words(told["label"]), _values((name, value) for name, value in told.items() if name != "label"))
        for key, told in network.nodes(data=True)
    )
    edges = tuple(
        Edge(
            f"{key}#{told['role']}", source, target, FACT_WORDS[FactKind(told["kind"])],
            {"fact": key} | _values((_PLACES.get(name, name), value) for name, value in told.items()),
        )
        for source, target, key, told in network.edges(keys=True, data=True)
    )  # fmt: skip
    return Network(nodes, tuple(sorted(edges, key=lambda edge: edge.id)), network.graph["without_edge"])


def _values(told: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Words that XML can hold, and numbers as numbers."""
    values: dict[str, Value] = {}
    for name, value in told:
        if name in _NUMBERS and isinstance(value, str):
            number = number_of(value)
            if number is not None:
                values[name] = float(number)
                continue
            name += "_words"
        values[xml_words(name)] = xml_words(value) if isinstance(value, str) else value
    return values


def types_of(things: Iterable[Node] | Iterable[Edge]) -> dict[str, type[str] | type[int] | type[float]]:
    """Each attribute and its one type, sorted by name: words where some value is words, else the wider number."""
    found: dict[str, set[type]] = {}
    for thing in things:
        for name, value in thing.values.items():
            found.setdefault(name, set()).add(type(value))
    return {name: str if str in types else float if float in types else int for name, types in sorted(found.items())}
