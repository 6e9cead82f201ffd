"""Whether the quotes stand where they are said to stand."""

from __future__ import annotations

from kg.evaluate.annotations import Annotation

__all__ = ["exact_quotes"]


def exact_quotes(predicted: Annotation, raw: str) -> tuple[int, int]:
    """How many of a document's entities and facts quote the raw text exactly, and how many there are.

    >>> from kg.evaluate.annotations import annotation
    >>> quote = {"start": 2, "end": 6, "quote": "光明小学"}
    >>> school = {"id": "S1", "type": "School", "name": "光明小学", "evidence": quote}
    >>> exact_quotes(annotation({"doc": "a", "entities": [school], "facts": []}), "我县光明小学")
    (1, 1)
    """
    quotes = [thing.quote for thing in predicted.things] + [claim.quote for claim in predicted.claims]
    exact = sum(q is not None and bool(q.text) and raw[q.start : q.end] == q.text for q in quotes)
    return exact, len(quotes)
