"""The questions that travel with the package: `ontology/queries/*.rq`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError, UsageError
from kg.knowledge.folder import ontology_folder

__all__ = ["ShippedQuery", "find_query", "list_queries"]

_CHINESE, _ENGLISH = re.compile(r"^# 问[:：] *(.+)$", re.MULTILINE), re.compile(r"^# Q: *(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ShippedQuery:
    """A SPARQL question with its words."""

    name: str
    """The file's name without ending: `honors-by-year`."""
    question_zh: str
    question_en: str
    text: str
    """The SPARQL."""


def list_queries(folder: Path | None = None) -> tuple[ShippedQuery, ...]:
    """All shipped questions, sorted by name; raises `KnowledgeError` for one without its words.

    >>> [query.name for query in list_queries()][:2]
    ['documents-and-regions', 'entity-evidence']
    """
    folder = folder or ontology_folder() / "queries"
    return tuple(_read(path) for path in sorted(folder.glob("*.rq")))


def _read(path: Path) -> ShippedQuery:
    text = path.read_text(encoding="utf-8")
    chinese, english = _CHINESE.search(text), _ENGLISH.search(text)
    if not chinese or not english:
        raise KnowledgeError(f"queries/{path.name}", "words", "the file must begin with '# 问: …' and '# Q: …'")
    return ShippedQuery(path.stem, chinese.group(1).strip(), english.group(1).strip(), text)


def find_query(name: str) -> ShippedQuery:
    """The shipped question of that name; raises `UsageError` that lists the names there are."""
    known = {query.name: query for query in list_queries()}
    if name not in known:
        raise UsageError(f"没有这个问题 / no such question: {name}; 有 / there are: {', '.join(known)}")
    return known[name]
