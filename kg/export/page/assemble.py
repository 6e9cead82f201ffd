"""From the graph to one HTML file that asks nobody for anything."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.export.page.bundle import bundle
from kg.export.page.choose import FILE, Limits, Whole, part_of
from kg.export.page.data import page_data, page_evidence
from kg.export.page.findings import page_findings
from kg.export.page.groups import group_things
from kg.export.page.layout import arrange
from kg.export.page.overview import overview_edges, overview_nodes, vis_groups
from kg.model.graph import KnowledgeGraph

__all__ = ["page", "served_page"]

TITLE = "中国教育工作报告知识图谱"
_FOLDER = Path(__file__).resolve().parent
_STYLES = ("colours", "frame", "parts", "filters", "network", "panel", "views", "findings", "print")
_VIS = "vis-9.1.2"


def page(graph: KnowledgeGraph, *, title: str = TITLE, limits: Limits = FILE) -> bytes:
    """`graph.html`: the graph as a place to look around in, with the words of the reports behind every fact.

    One file of UTF-8 without a link to anywhere; equal graphs give equal bytes. Of a graph beyond the limits it
    holds the best connected part and says how much is left out.
    """
    part, whole = part_of(graph, limits)
    return _page(part, whole, title, served=False)


def served_page(graph: KnowledgeGraph, whole: Whole | None, *, title: str = TITLE) -> bytes:
    """The same page for `kg serve`: of a part of a graph, it asks the server from which it came for more, nobody else.

    `whole` is the graph of which this one is a part, None where it is all of it.
    """
    return _page(graph, whole, title, served=True)


def _page(graph: KnowledgeGraph, whole: Whole | None, title: str, *, served: bool) -> bytes:
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup
    from pyvis.network import Network

    groups = group_things(graph)
    layout = arrange(graph, groups)
    script, style, library = bundle(_FOLDER / "script"), _style(), _vis_network()
    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}
    environment.globals |= {
        "library": Markup(library),
        "script": Markup(script),
        "style": Markup(style),
        "policy": _policy(scripts=(library, script), styles=(style,), served=served),
        "served": served,
        "data": page_data(graph, groups, layout, whole),
        "evidence": page_evidence(graph, groups),
        "findings": page_findings(graph),
        "settings": _options(),
    }
    network = Network(heading=title, cdn_resources="in_line")
    # pyvis's own template loads style and script from a CDN and writes the heading unescaped: ours stands in for it.
    network.templateEnv, network.path = environment, "shell.html"
    # add_node and add_edge look through all that is there already: filled one by one, a graph costs its square.
    network.nodes = overview_nodes(groups, layout)
    network.edges = overview_edges(graph, groups)

    html: str = network.generate_html()
    return html.encode("utf-8", "replace")


def _style() -> str:
    return "\n".join((_FOLDER / "style" / f"{name}.css").read_text(encoding="utf-8").strip() for name in _STYLES)


def _vis_network() -> str:
    """The drawing library as pyvis brings it along, with its own licence notice (Apache-2.0 or MIT) at the top."""
    source = files("pyvis").joinpath("templates", "lib", _VIS, "vis-network.min.js").read_text(encoding="utf-8").strip()
    return source.replace("</script", "<\\/script")


def _policy(*, scripts: tuple[str, ...], styles: tuple[str, ...], served: bool) -> str:
    """What a browser may do with the page: run these very scripts, and nothing else, and speak with nobody.

    A page that is served may ask its own server for data and for its icon.
    """
    own = " 'self'; connect-src 'self'" if served else ""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; img-src data: blob:{own}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: tuple[str, ...]) -> str:
    return " ".join(f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts)


def _options() -> dict[str, Any]:
    """How vis-network draws: fixed places, straight lines; names are written by the page itself (`script/names.js`)."""
    return {
        "groups": vis_groups(),
        "nodes": {"borderWidth": 1, "borderWidthSelected": 3, "chosen": False},
        "edges": {"smooth": False, "width": 1.2, "selectionWidth": 2, "hoverWidth": 0, "chosen": False},
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "hideEdgesOnDrag": True, "tooltipDelay": 120, "dragNodes": False},
    }
