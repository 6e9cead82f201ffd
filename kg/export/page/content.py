"""What the page says of nodes and facts, as plain values for its script."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.export.page.kinds import FACT_WORDS, STATUS_WORDS
from kg.export.page.layout import Layout
from kg.export.page.view import View
from kg.model.graph import GraphEntity, Statement
from kg.model.names import FACT_ENDS, EntityKind

__all__ = ["facts", "lines", "nodes"]

BRIDGE: dict[str, Any] = {"color": {"color": "#009E73", "opacity": 0.35, "highlight": "#006b4e", "hover": "#009E73"}}
FIGURE_WORDS = {
    "count": "数量",
    "amount": "金额（元）",
    "seats": "学位",
    "area": "面积（平方米）",
    "begin": "开始",
    "finish": "完成",
}
LEVEL_WORDS = ("国家级", "省级", "市级", "县级", "乡镇级", "校级")


def nodes(view: View, layout: Layout) -> list[dict[str, Any]]:
    """A node for each entity, numbered in the order of the view, with its place, size and words."""
    hubs = set(view.hub.values())
    return [_node(n, entity, view, layout, is_hub=entity.key in hubs) for n, entity in enumerate(view.entities)]


def _node(number: int, entity: GraphEntity, view: View, layout: Layout, *, is_hub: bool) -> dict[str, Any]:
    x, y = layout.places[entity.key]
    degree = view.degree.get(entity.key, 0)
    size = 56 if is_hub else min(14 + degree, 24)
    node = {
        "id": number,
        "label": _short(entity.name),
        "name": entity.name,
        "key": entity.key,
        "group": entity.kind.value,
        "x": x,
        "y": y,
        "size": size,
        "font": {"size": 30 if is_hub else 18},
        "aliases": list(entity.aliases),
    }
    if entity.level is not None and entity.kind is not EntityKind.REGION:
        node["level"] = LEVEL_WORDS[entity.level]
    return node


def lines(view: View) -> list[dict[str, Any]]:
    """A straight line for each pair; those from one region's disc to another's stand out."""
    number = {entity.key: n for n, entity in enumerate(view.entities)}
    return [
        {"id": n, "from": number[a], "to": number[b]} | ({} if view.group[a] == view.group[b] else BRIDGE)
        for n, (a, b) in enumerate(view.lines)
    ]


def _short(name: str, most: int = 10) -> str:
    """The name as it stands beneath its dot, where a long one would cover its neighbours; whole in the panel.

    >>> _short("全县推进义务教育优质均衡发展工作领导小组")
    '全县推进义务教育优…'
    """
    words = " ".join(name.split())
    return words if len(words) <= most else words[: most - 1] + "…"


def facts(view: View, documents: Iterable[str]) -> list[list[Any]]:
    """Each statement as [word, numbers of its entities, year, status, evidences, number of evidences, figures].

    Sorted by kind and year. An evidence is [number of the document, start, quote], three of a statement at most.
    """
    number = {entity.key: n for n, entity in enumerate(view.entities)}
    places = {key: n for n, key in enumerate(documents)}
    order = list(FACT_WORDS)
    ordered = sorted(view.statements, key=lambda s: (order.index(s.kind), s.year or 0, s.key))
    return [_fact(statement, number, places) for statement in ordered]


def _fact(statement: Statement, number: dict[str, int], documents: dict[str, int]) -> list[Any]:
    ends = [number[statement.ends[role]] for role in FACT_ENDS[statement.kind] if statement.ends.get(role) in number]
    return [
        FACT_WORDS[statement.kind],
        ends,
        statement.year,
        "" if statement.status is None else STATUS_WORDS[statement.status],
        [[documents[e.document], e.start, e.quote] for e in statement.evidence[:3]],
        len(statement.evidence),
        [f"{FIGURE_WORDS.get(name, name)} {value}" for name, value in sorted(statement.attributes.items())],
    ]
