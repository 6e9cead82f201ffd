"""What hangs together in the graph, and what part each thing plays in it."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.model.graph import KnowledgeGraph
from kg.model.names import FACT_ENDS

__all__ = ["Place", "Role", "communities"]

_HUB = 2.5
"""So many standard deviations above the mean of its community are the ties of a hub within it."""
_BRIDGE = 0.5
"""So evenly spread over communities are the ties of a bridge: 0 within one, 1 over endlessly many."""


class Role(StrEnum):
    """The part that a thing plays, after Guimerà and Amaral (2005), with one word for what lies between."""

    HUB = "hub"
    """Far more ties within its community than the others there."""
    BRIDGE = "bridge"
    """Its ties lead into several communities."""
    MEMBER = "member"
    ALONE = "alone"
    """No fact links it with anything."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands in the graph."""

    community: int
    """The largest is 1; 0 for what is alone."""
    role: Role


def communities(graph: KnowledgeGraph) -> Mapping[str, Place]:
    """The place of each entity by its key, in the order of the graph.

    Communities are found by the Leiden method (modularity) over the ties that facts tell, each as heavy as it has
    facts; nothing is inferred. Equal graphs give equal places with one version of igraph.
    """
    ties = _ties(graph)
    order = {entity.key: n for n, entity in enumerate(graph.entities)}
    edges = sorted((min(order[a], order[b]), max(order[a], order[b]), weight) for (a, b), weight in ties.items())
    found = _numbered(_leiden(len(order), edges), [entity.key for entity in graph.entities], edges)
    roles = _roles(found, edges)
    return {
        entity.key: Place(found[n], roles[n]) if found[n] else Place(0, Role.ALONE)
        for n, entity in enumerate(graph.entities)
    }


def _ties(graph: KnowledgeGraph) -> Counter[tuple[str, str]]:
    """How many facts link each pair, as the edges of the network do: from the first end of a fact to each other."""
    known = {entity.key for entity in graph.entities}
    ties: Counter[tuple[str, str]] = Counter()
    for statement in graph.statements:
        ends = [statement.ends[role] for role in FACT_ENDS[statement.kind] if statement.ends.get(role) in known]
        ties.update((min(ends[0], other), max(ends[0], other)) for other in ends[1:] if other != ends[0])
    return ties


def _leiden(count: int, edges: Sequence[tuple[int, int, int]]) -> list[int]:
    """A community for each of `count` nodes."""
    import igraph

    if not edges:
        return list(range(count))
    network = igraph.Graph(n=count, edges=[(a, b) for a, b, _ in edges])
    igraph.set_random_number_generator(random.Random(0))
    clusters = network.community_leiden(
        objective_function="modularity", weights=[weight for _, _, weight in edges], n_iterations=-1
    )
    members: list[int] = clusters.membership
    return members


def _numbered(membership: Sequence[int], keys: Sequence[str], edges: Sequence[tuple[int, int, int]]) -> list[int]:
    """Numbers from 1, the largest community first, of equal ones that with the smallest key; 0 for who has no tie."""
    tied = {node for a, b, _ in edges for node in (a, b)}
    sizes = Counter(membership[n] for n in tied)
    first: dict[int, str] = {}
    for n in sorted(tied, key=lambda n: keys[n]):
        first.setdefault(membership[n], keys[n])
    ranked = sorted(sizes, key=lambda community: (-sizes[community], first[community]))
    number = {community: n for n, community in enumerate(ranked, 1)}
    return [number[membership[n]] if n in tied else 0 for n in range(len(keys))]


def _roles(found: Sequence[int], edges: Sequence[tuple[int, int, int]]) -> list[Role]:
    """A role for each node, from its ties within its community and to the others."""
    towards: list[Counter[int]] = [Counter() for _ in found]
    for a, b, weight in edges:
        towards[a][found[b]] += weight
        towards[b][found[a]] += weight
    within: dict[int, list[int]] = {}
    for n, community in enumerate(found):
        within.setdefault(community, []).append(towards[n][community])
    mean = {community: sum(counts) / len(counts) for community, counts in within.items()}
    spread = {
        community: math.sqrt(sum((count - mean[community]) ** 2 for count in counts) / len(counts))
        for community, counts in within.items()
    }
    return [_role(towards[n], community, mean[community], spread[community]) for n, community in enumerate(found)]


def _role(towards: Counter[int], community: int, mean: float, spread: float) -> Role:
    total = sum(towards.values())
    if total and 1 - sum((count / total) ** 2 for count in towards.values()) >= _BRIDGE:
        return Role.BRIDGE
    if spread and (towards[community] - mean) / spread >= _HUB:
        return Role.HUB
    return Role.MEMBER
