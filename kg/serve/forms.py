"""Media types: which there are, and which of them a client likes best."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["GRAPH_FORMS", "HTML", "JSON_LD", "RESULT_FORMS", "SUFFIXES", "TURTLE", "known", "preferred"]

HTML, TURTLE, JSON_LD = "text/html", "text/turtle", "application/ld+json"
GRAPH_FORMS = {TURTLE: "TURTLE", "application/n-triples": "N_TRIPLES", JSON_LD: "JSON_LD"}
"""Of CONSTRUCT, DESCRIBE and things, with the engine's names; the first is what who accepts all gets."""
RESULT_FORMS = {
    "application/sparql-results+json": "JSON",
    "application/sparql-results+xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "application/json": "JSON",
    "application/xml": "XML",
}
"""Of SELECT and ASK."""
SUFFIXES = {".html": HTML, ".ttl": TURTLE, ".jsonld": JSON_LD, ".nt": "application/n-triples"}
"""Of the addresses of things."""


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type that an Accept header likes best, the earlier of equals; None where it likes none.

    >>> preferred("text/csv;q=0.5, text/turtle", ["text/csv", "text/turtle"])
    'text/turtle'
    >>> preferred("*/*", ["text/csv", "text/turtle"]), preferred("image/png", ["text/csv"])
    ('text/csv', None)
    """
    ranges = _ranges(accept)
    best, most = None, 0.0
    for media in offered:
        quality = _quality(media, ranges)
        if quality > most:
            best, most = media, quality
    return best


def known(accept: str) -> bool:
    """Whether an Accept header likes any form in which some answer could be written."""
    return preferred(accept, (*RESULT_FORMS, *GRAPH_FORMS)) is not None


def _ranges(accept: str) -> dict[str, float]:
    """Media range to quality; a header that is not there accepts all."""
    found = {}
    for part in accept.split(",") if accept.strip() else ["*/*"]:
        media, *parameters = (word.strip().lower() for word in part.split(";"))
        if media:
            found[media] = next((_number(p[2:]) for p in parameters if p.startswith("q=")), 1.0)
    return found


def _number(word: str) -> float:
    try:
        return min(max(float(word), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(media: str, ranges: dict[str, float]) -> float:
    """The quality of the range that fits most closely."""
    for fitting in (media, media.partition("/")[0] + "/*", "*/*"):
        if fitting in ranges:
            return ranges[fitting]
    return 0.0
