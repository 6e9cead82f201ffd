"""The page of the ontology, docs/ontology.html, made from ontology/edu.ttl: python -m scripts.ontology_page.

Made here and not by a tool, so that the three names of a term and both languages of its comment stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

import rdflib
from rdflib import DCTERMS, OWL, QB, RDF, RDFS, SKOS, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.graph.prefixes import ONTOLOGY, PREFIXES

__all__ = ["PAGE", "page"]

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "ontology.html"
EK = rdflib.Namespace(ONTOLOGY)
MORE_PREFIXES = {
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vann": "http://purl.org/vocab/vann/",
}
STYLE = """
body { font: 16px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; color: #1c2733; background: #fff }
h1 { font-size: 1.6rem } h2 { border-bottom: 2px solid #d5dde5; margin-top: 2.5rem }
h3 { margin: 0; font-size: 1.1rem } h3 code { font-weight: normal; color: #55636f }
article { border-left: 3px solid #d5dde5; padding: 0 0 0 1rem; margin: 1.5rem 0 }
article:target { border-color: #b5452c }
code { font-size: .9em } dl { display: grid; grid-template-columns: 11rem 1fr; margin: .4rem 0; gap: .1rem 1rem }
dt { color: #55636f } dd, p { margin: 0 } nav { columns: 3 14rem } nav a { display: block } a { color: #0b5a8a }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } }
"""
FACTS = (
    (RDFS.subClassOf, "上位类 / sub-class of"),
    (RDFS.subPropertyOf, "上位属性 / sub-property of"),
    (RDFS.domain, "主体 / domain"),
    (RDFS.range, "取值 / range"),
    (SKOS.inScheme, "所属词表 / in scheme"),
    (SKOS.closeMatch, "近似 / close match"),
    (RDFS.seeAlso, "参见 / see also"),
    (QB.codeList, "代码表 / code list"),
    (EK["rank"], "次序 / rank"),
)


def page(graph: rdflib.Graph) -> str:
    """The whole page: classes, properties, lists, and the structure of the figures, in the order of their names."""
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    parts = [
        ("classes", "类 / Classes", graph.subjects(RDF.type, OWL.Class)),
        ("links", "对象属性 / Properties that lead to things", graph.subjects(RDF.type, OWL.ObjectProperty)),
        ("values", "数据属性 / Properties that lead to values", graph.subjects(RDF.type, OWL.DatatypeProperty)),
        ("schemes", "词表 / Lists of terms", graph.subjects(RDF.type, SKOS.ConceptScheme)),
        ("terms", "词表中的项 / Terms of the lists", graph.subjects(RDF.type, SKOS.Concept)),
        ("figures", "数据结构 / Structure of the figures", graph.subjects(RDF.type, QB.DataStructureDefinition)),
    ]
    sections = [
        (anchor, title, sorted({term for term in terms if str(term).startswith(ONTOLOGY)}, key=str))
        for anchor, title, terms in parts
    ]
    nav = "\n".join(f'<a href="#{anchor}">{title} ({len(terms)})</a>' for anchor, title, terms in sections)
    body = "\n".join(
        f'<h2 id="{anchor}">{title}</h2>\n' + "\n".join(_term(graph, term) for term in terms)
        for anchor, title, terms in sections
    )
    title = " · ".join(_words(graph, header, DCTERMS.title))
    plain = re.sub("<[^>]*>", "", title)  # in <title> markup would be words
    told = "\n".join(f"<p>{words}</p>" for words in _words(graph, header, DCTERMS.description))
    about = [("IRI", [header]), ("版本 / version", graph.objects(header, OWL.versionIRI))]
    about += [("许可 / license", graph.objects(header, DCTERMS.license))]
    facts = "\n".join(f"<dt>{name}</dt><dd>{_all(graph, values)}</dd>" for name, values in about)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{plain}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{told}\n<dl>\n{facts}\n</dl>\n"
        f"<nav>\n{nav}\n</nav>\n{body}\n</body>\n</html>\n"
    )


def _term(graph: rdflib.Graph, term: Node) -> str:
    """One term: its name in each script and in English, what it means, and what stands around it."""
    names = _words(graph, term, RDFS.label) or _words(graph, term, SKOS.prefLabel)
    comments = _words(graph, term, RDFS.comment) + _words(graph, term, SKOS.scopeNote)
    told = [f"<p>{words}</p>" for words in comments]
    facts = [
        f"<dt>{name}</dt><dd>{_all(graph, values)}</dd>"
        for predicate, name in FACTS
        if (values := list(graph.objects(term, predicate)))
    ]
    apart = {other for group in _groups(graph) if term in group for other in group} - {term}
    if apart:
        facts.append(f"<dt>互斥 / disjoint with</dt><dd>{_all(graph, apart)}</dd>")
    below = [*graph.subjects(RDFS.subClassOf, term), *graph.subjects(RDFS.subPropertyOf, term)]
    below += [*graph.subjects(SKOS.inScheme, term)]
    below += [part for step in graph.objects(term, QB.component) for part in _components(graph, step)]
    if below:
        facts.append(f"<dt>其下 / below it</dt><dd>{_all(graph, below)}</dd>")
    name = str(term).removeprefix(ONTOLOGY)
    return (
        f'<article id="{escape(name)}">\n<h3>{" · ".join(names)} <code>ek:{escape(name)}</code></h3>\n'
        + "\n".join([*told, "<dl>", *facts, "</dl>"])
        + "\n</article>"
    )


def _groups(graph: rdflib.Graph) -> list[set[Node]]:
    """Classes of which nothing is two."""
    return [set(Collection(graph, members)) for members in graph.objects(None, OWL.members)]


def _components(graph: rdflib.Graph, step: Node) -> list[Node]:
    """The property of a component of the figures."""
    return [o for word in (QB.dimension, QB.measure, QB.attribute) for o in graph.objects(step, word)]


def _words(graph: rdflib.Graph, term: Node, predicate: URIRef) -> list[str]:
    """Words with their languages: simplified, traditional, English; a name that both scripts share stands once."""
    words = {str(getattr(w, "language", "")).lower(): str(w) for w in graph.objects(term, predicate)}
    order = [(tag, words[tag]) for tag in ("zh", "zh-hant", "en") if tag in words]
    return [
        f'<span lang="{"zh-Hant" if tag == "zh-hant" else tag}">{escape(said)}</span>'
        for tag, said in order
        if tag != "zh-hant" or said != words.get("zh")
    ]


def _all(graph: rdflib.Graph, values: Iterable[Node]) -> str:
    """Terms as links: those of this vocabulary on the page, others where they are defined."""
    return ", ".join(sorted({_link(graph, value) for value in values}))


def _link(graph: rdflib.Graph, value: Node) -> str:
    if not isinstance(value, URIRef):
        return _expression(graph, value)
    if value.startswith(ONTOLOGY):
        name = escape(value.removeprefix(ONTOLOGY))
        return f'<a href="#{name}"><code>ek:{name}</code></a>'
    for prefix, namespace in (PREFIXES | MORE_PREFIXES).items():
        if value.startswith(namespace):
            return f'<a href="{escape(value)}"><code>{prefix}:{escape(value.removeprefix(namespace))}</code></a>'
    return f'<a href="{escape(value)}">{escape(value)}</a>'


def _expression(graph: rdflib.Graph, node: Node) -> str:
    """A property turned round, one of several classes, a value that all have; other words as they are."""
    if turned := graph.value(node, OWL.inverseOf):
        return f"^{_link(graph, turned)}"
    if several := graph.value(node, OWL.unionOf):
        return " 或 / or ".join(_link(graph, one) for one in Collection(graph, several))
    if (on := graph.value(node, OWL.onProperty)) and (value := graph.value(node, OWL.hasValue)):
        return f"{_link(graph, on)} = {_link(graph, value)}"
    return escape(str(node))


if __name__ == "__main__":
    PAGE.write_text(page(rdflib.Graph().parse(ROOT / "ontology" / "edu.ttl")), encoding="utf-8", newline="\n")
