"""From the view and the places to one HTML file that asks nobody for anything."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.export.page.content import facts, lines, nodes
from kg.export.page.kinds import LOOKS
from kg.export.page.layout import Layout, arrange
from kg.export.page.view import MAX_LINES, MAX_NODES, SHARED, View, choose
from kg.model.graph import KnowledgeGraph

__all__ = ["page"]

TITLE = "中国教育工作报告知识图谱"
_FOLDER = Path(__file__).resolve().parent
_VIS = "vis-9.1.2"


def page(graph: KnowledgeGraph, *, title: str = TITLE, max_nodes: int = MAX_NODES, max_lines: int = MAX_LINES) -> bytes:
    """`graph.html`: the graph as a picture to walk in, with the words of the reports behind every fact.

    One file of UTF-8 without a link to anywhere; equal graphs give equal bytes. Of a graph with more than `max_nodes`
    entities or `max_lines` lines between them the best connected part is drawn, and the page says so.
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup
    from pyvis.network import Network

    view = choose(graph, max_nodes=max_nodes, max_lines=max_lines)
    layout = arrange(view)
    script, style, library = (_own("page.js"), _own("page.css"), _vis_network())
    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}
    environment.globals |= {
        "library": Markup(library),
        "script": Markup(script),
        "style": Markup(style),
        "policy": _policy(scripts=(library, script), styles=(style,)),
        "words": _words(graph, view, layout),
        "settings": _options(),
    }
    network = Network(heading=title, cdn_resources="in_line")
    # pyvis's own template loads style and script from a CDN and writes the heading unescaped: ours stands in for it.
    network.templateEnv, network.path = environment, "page.html"
    # add_node and add_edge look through all that is there already: filled one by one, a graph costs its square.
    network.nodes = nodes(view, layout)
    network.edges = lines(view)

    html: str = network.generate_html()
    return html.encode("utf-8", "replace")


def _own(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8").strip()


def _vis_network() -> str:
    """The drawing library as pyvis brings it along, with its own licence notice (Apache-2.0 or MIT) at the top."""
    source = files("pyvis").joinpath("templates", "lib", _VIS, "vis-network.min.js").read_text(encoding="utf-8").strip()
    return source.replace("</script", "<\\/script")


def _policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """What a browser may do with the page: run these very scripts, and nothing else, and speak with nobody."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: tuple[str, ...]) -> str:
    return " ".join(f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts)


def _words(graph: KnowledgeGraph, view: View, layout: Layout) -> dict[str, Any]:
    """All that the page's script needs beside nodes and edges."""
    sizes = Counter(view.group.values())
    shown = {kind: sum(e.kind is kind for e in view.entities) for kind in LOOKS}
    return {
        "kinds": [
            {
                "id": kind.value,
                "zh": look.chinese,
                "en": look.english,
                "color": look.color,
                "shape": look.shape,
                "count": shown[kind],
            }
            for kind, look in LOOKS.items()
        ],
        "facts": facts(view, graph.documents),
        "documents": [
            [info.title or info.source.stem, info.source.path.rsplit("/", 1)[-1]] for info in graph.documents.values()
        ],
        "captions": [[c.text, c.x, c.y, c.color, c.room] for c in layout.captions],
        "discs": [
            [*view.names[name], x, y, radius, sizes[name], name == SHARED] for name, x, y, radius in layout.discs
        ],
        "totals": {
            "documents": len(graph.documents),
            "entities": len(graph.entities),
            "facts": len(graph.statements),
            "hiddenEntities": view.left_out[0],
            "hiddenLines": view.left_out[1],
        },
    }


def _options() -> dict[str, Any]:
    """How vis-network draws: fixed places, straight lines, names only where there is room to read them."""
    return {
        "groups": {
            kind.value: {"shape": look.shape, "color": {"background": look.color, "border": look.color,
                "highlight": {"background": look.color, "border": "#111111"},
                "hover": {"background": look.color, "border": "#111111"}}}
            for kind, look in LOOKS.items()
        },
        "nodes": {
            "borderWidth": 1,
            "borderWidthSelected": 4,
            "font": {"color": "#222222", "strokeWidth": 3, "strokeColor": "#ffffff"},
            "scaling": {"label": {"enabled": True, "drawThreshold": 9, "maxVisible": 20}},
        },
        "edges": {
            "smooth": False,
            "width": 1.5,
            "selectionWidth": 3,
            "hoverWidth": 0,
            "color": {"color": "#7a8794", "opacity": 0.22, "highlight": "#333333", "hover": "#7a8794"},
        },
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "hideEdgesOnDrag": True, "hideEdgesOnZoom": True, "tooltipDelay": 120},
    }  # fmt: skip
