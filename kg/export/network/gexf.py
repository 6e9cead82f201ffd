"""The graph as GEXF for Gephi, with the years in which things are so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from kg.export.network.model import Edge, Node, network_of, types_of
from kg.export.page.kinds import LOOKS
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["files"]

_TYPES = {str: "string", int: "long", float: "double"}
_BREAKS = {"\n": "&#10;", "\t": "&#9;"}


def files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:  # noqa: ARG001 — all forms are called alike
    """`graph.gexf` (1.2): a dynamic network of days; an edge lasts the year of its fact, from 1 January to 31 December,
    and what has no year is always there. A node lasts from the first to the last year of its facts, if all have one.

    So Gephi shows the timeline at once; there are intervals only, which it does not mix with points in time.
    """
    return {"graph.gexf": "".join(_lines(graph)).encode()}


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    network = network_of(graph)
    spans = _spans(graph)
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" '
        'xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n'
        f"  <meta><creator>cn-edu-kg</creator><description>{len(network.without_edge.split())} "
        "条事实只有一端，不成边 / facts with one end have no edge</description></meta>\n"
        '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n'
    )
    numbers: dict[str, dict[str, int]] = {}
    for domain, types in (("node", types_of(network.nodes)), ("edge", types_of(network.edges))):
        numbers[domain] = {name: number for number, name in enumerate(types)}
        yield f'    <attributes class="{domain}" mode="static">\n'
        for name, kind in types.items():
            number = numbers[domain][name]
            yield f'      <attribute id="{number}" title={_quoted(name)} type="{_TYPES[kind]}"/>\n'
        yield "    </attributes>\n"
    yield "    <nodes>\n"
    for node in network.nodes:
        red, green, blue = _color(str(node.values["kind"]))
        time = _time(*spans.get(node.id, (None, None)))
        yield (
            f"      <node id={_quoted(node.id)} label={_quoted(node.label)}{time}>\n"
            f'{_values(node, numbers["node"])}        <viz:color r="{red}" g="{green}" b="{blue}"/>\n      </node>\n'
        )
    yield "    </nodes>\n    <edges>\n"
    for edge in network.edges:
        year = edge.values.get("year")
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)} label={_quoted(edge.label)}"
        yield (
            f"      <edge id={_quoted(edge.id)} {ends}{_time(year, year)}>\n"
            f"{_values(edge, numbers['edge'])}      </edge>\n"
        )
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _spans(graph: KnowledgeGraph) -> dict[str, tuple[int, int]]:
    """The first and the last year of each entity of which every fact has a year."""
    years: dict[str, set[int | None]] = defaultdict(set)
    for statement in graph.statements:
        for key in statement.ends.values():
            years[key].add(statement.year)
    known = {key: [year for year in found if year is not None] for key, found in years.items() if None not in found}
    return {key: (min(found), max(found)) for key, found in known.items()}


def _time(first: object, last: object) -> str:
    return "" if first is None else f' start="{first:04}-01-01" end="{last:04}-12-31"'


def _values(thing: Node | Edge, numbers: Mapping[str, int]) -> str:
    told = "".join(
        f'          <attvalue for="{numbers[name]}" value={_quoted(str(value))}/>\n'
        for name, value in sorted(thing.values.items())
    )
    return f"        <attvalues>\n{told}        </attvalues>\n"


def _color(kind: str) -> tuple[int, int, int]:
    """Red, green and blue of a kind of things, as on the page.

    >>> _color("School")
    (0, 114, 178)
    """
    red, green, blue = bytes.fromhex(LOOKS[EntityKind(kind)].color.removeprefix("#"))
    return red, green, blue


def _quoted(words: str) -> str:
    """An attribute of XML that keeps its line breaks."""
    return quoteattr(words, _BREAKS)
