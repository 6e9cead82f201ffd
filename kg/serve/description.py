"""What the endpoint says of itself, in the words of SPARQL 1.1 Service Description."""

from __future__ import annotations

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize

from kg.graph.vocabulary import term
from kg.serve.forms import GRAPH_FORMS

__all__ = ["description"]

SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
            "N-Triples", "JSON-LD")  # fmt: skip


def description(endpoint: str, media: str) -> bytes:
    """The description of the service at an address, in a media type of graphs.

    >>> b"SPARQL11Query" in description("http://127.0.0.1:8000/sparql", "text/turtle")
    True
    """
    service, dataset, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")

    def sd(name: str) -> NamedNode:
        return NamedNode(SD + name)

    triples = [
        Triple(service, term("rdf:type"), sd("Service")),
        Triple(service, sd("endpoint"), NamedNode(endpoint)),
        Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        *(Triple(service, sd("resultFormat"), NamedNode(_FORMATS + name)) for name in _RESULTS),
        Triple(service, sd("defaultDataset"), dataset),
        Triple(dataset, term("rdf:type"), sd("Dataset")),
        Triple(dataset, sd("defaultGraph"), graph),
        Triple(graph, term("rdf:type"), sd("Graph")),
    ]
    prefixes = {"sd": SD, "formats": _FORMATS}
    return serialize(triples, format=getattr(RdfFormat, GRAPH_FORMS[media]), prefixes=prefixes) or b""
