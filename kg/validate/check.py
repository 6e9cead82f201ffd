"""SHACL: a graph, the ontology and the shapes go in, findings come out. The only module that knows pyshacl."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError, UsageError
from kg.graph.prefixes import ONTOLOGY, PREFIXES
from kg.graph.store import damaged
from kg.knowledge.folder import ontology_folder
from kg.validate.findings import Finding, Validation

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["validate", "validate_file"]


def validate_file(path: Path, *, shapes: Path | None = None) -> Validation:
    """What the shapes find in a Turtle file, or in the `graph.ttl` of a folder; `shapes` None for those of the package.

    Five to eight seconds for 30,000 triples. Raises `GraphError` that names place and cure where the file is not there,
    damaged or holds nothing of ours, `UsageError` where the file of shapes cannot be used.
    """
    from rdflib import RDF

    path = path / "graph.ttl" if path.is_dir() else path
    with damaged(path):
        graph = _parsed(path)
    if not any(str(kind).startswith(ONTOLOGY) for kind in graph.objects(None, RDF.type)):
        raise GraphError(
            f"{path}: 没有 ek: 的事物，不是 kg build 写出的图 / no thing of ek: in it: no graph of kg build"
        )
    if shapes is None:
        return validate(graph)
    try:
        rules = _parsed(shapes)
    except OSError as cause:
        raise UsageError(f"--shapes {shapes}: 读不了 / cannot be read: {cause.strerror or cause}") from cause
    except (SyntaxError, UnicodeDecodeError) as cause:
        raise UsageError(f"--shapes {shapes}: 不是 Turtle / is no Turtle: {' '.join(str(cause).split())}") from cause
    return validate(graph, shapes=rules)


def validate(graph: Graph, *, shapes: Graph | None = None) -> Validation:
    """What the shapes find in an `rdflib.Graph`, violations first, then by node, property and value.

    Raises `UsageError` where the shapes are no shapes.
    """
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError
    from rdflib import Graph, URIRef

    ontology = _parsed(ontology_folder() / "edu.ttl")
    rules = _parsed(ontology_folder() / "shapes.ttl") if shapes is None else shapes
    if not any(rules.subjects(URIRef(_SH + "path"))) and not any(rules.subjects(None, URIRef(_SH + "NodeShape"))):
        raise UsageError("--shapes: 没有 SHACL 约束 / the file holds no SHACL shapes")
    try:
        _, report, problem = pyshacl.validate(graph, shacl_graph=rules, ont_graph=ontology, allow_warnings=True)
    except (ReportableRuntimeError, ShapeLoadError) as cause:
        raise UsageError(f"约束无法使用 / the shapes cannot be used: {' '.join(str(cause).split())}") from cause
    if not isinstance(report, Graph):
        raise UsageError(f"约束无法使用 / the shapes cannot be used: {' '.join(str(problem).split())}")
    results = report.objects(None, URIRef(_SH + "result"))
    translations = _translations(rules)
    found = {_finding(report, result, graph, ontology, translations) for result in results}
    order = sorted(found, key=lambda f: (not f.violation, f.node, f.path, f.chinese, f.constraint, f.value))
    return Validation(len(graph), tuple(order))


_SH = "http://www.w3.org/ns/shacl#"


def _parsed(path: Path) -> Graph:
    """The triples of a Turtle file, read by the parser that is fast and names the line of an error."""
    from pyoxigraph import RdfFormat, parse, serialize
    from rdflib import Graph

    triples = (quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE))
    lines = serialize(triples, format=RdfFormat.N_TRIPLES)
    return Graph().parse(data=lines or b"", format="nt")


def _translations(rules: Graph) -> dict[str, dict[str | None, str]]:
    """Each message of the shapes in all its languages: of a rule in SPARQL pyshacl tells one, and not which."""
    from rdflib import URIRef

    found: dict[str, dict[str | None, str]] = {}
    for shape, one in rules.subject_objects(URIRef(_SH + "message")):
        beside = rules.objects(shape, URIRef(_SH + "message"))
        found[str(one)] = {getattr(m, "language", None): str(m) for m in beside}
    return found


def _finding(
    report: Graph, result: Node, graph: Graph, ontology: Graph, translations: Mapping[str, Mapping[str | None, str]]
) -> Finding:
    """A result of pyshacl as a finding."""
    from rdflib import URIRef
    from rdflib.term import BNode

    def told(name: str) -> Node | None:
        return report.value(result, URIRef(_SH + name))

    node, path, value = told("focusNode"), told("resultPath"), told("value")
    said = [(getattr(m, "language", None), str(m)) for m in report.objects(result, URIRef(_SH + "resultMessage"))]
    messages = {language: words for _, one in said for language, words in translations.get(one, {}).items()} | dict(
        said
    )
    english = messages.get("en") or messages.get(None, "")
    inverse = report.value(path, URIRef(_SH + "inversePath")) if isinstance(path, BNode) else None
    kind = str(told("sourceConstraintComponent")).removeprefix(_SH).removesuffix("ConstraintComponent")
    return Finding(
        violation=str(told("resultSeverity")) != _SH + "Warning" and str(told("resultSeverity")) != _SH + "Info",
        node=str(node),
        name=_name(graph, ontology, node),
        path=f"^{_short(inverse)}" if inverse else _short(path) if isinstance(path, URIRef) else "",
        value="" if value is None or isinstance(value, BNode) or value == node else str(value),
        constraint=kind,
        chinese=messages.get("zh", "") or english,
        english=english,
    )


def _name(graph: Graph, ontology: Graph, node: Node | None) -> str:
    """What people call a node: its Chinese name or title, else the Chinese name of its class."""
    from rdflib import DCTERMS, RDF, RDFS, SKOS

    names = [n for word in (SKOS.prefLabel, DCTERMS.title) for n in graph.objects(node, word)]
    classes = [n for kind in sorted(graph.objects(node, RDF.type), key=str) for n in ontology.objects(kind, RDFS.label)]
    chinese = [str(n) for n in (*sorted(names, key=str), *classes) if getattr(n, "language", None) == "zh"]
    return next(iter(chinese), "")


def _short(iri: Node) -> str:
    """An IRI as a prefixed name where a prefix of the graph fits."""
    for prefix, namespace in PREFIXES.items():
        if str(iri).startswith(namespace):
            return f"{prefix}:{str(iri)[len(namespace) :]}"
    return f"<{iri}>"
