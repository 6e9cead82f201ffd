"""Why the graph takes names for one thing or for several, and what it says of each."""

from __future__ import annotations

from kg.explain.explanation import Explanation, explain
from kg.explain.find import Found, find
from kg.explain.sources import Identities, of_build, of_exports
from kg.explain.text import FACTS, KINDS, STATUSES, explanation_lines, found_lines

__all__ = [
    "FACTS",
    "KINDS",
    "STATUSES",
    "Explanation",
    "Found",
    "Identities",
    "explain",
    "explanation_lines",
    "find",
    "found_lines",
    "of_build",
    "of_exports",
]
