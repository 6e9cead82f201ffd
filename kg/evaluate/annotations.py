"""Gold and prediction as typed values: both come in the same JSON form, one object a document."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.model.names import FACT_ENDS, FactKind

__all__ = ["Annotation", "Claim", "Quote", "Thing", "annotation", "find_text", "load_gold"]

FACT_KINDS = frozenset(FactKind) - {FactKind.SUCCESSION, FactKind.BASIS}
"""The kinds of the gold form: what became of schools, and which paper is carried out, is not annotated there."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words said to stand at `start` in the raw text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of a gold file or of a prediction."""

    id: str
    kind: str
    name: str
    accept: tuple[str, ...]
    optional: bool
    concept: str | None
    quote: Quote | None
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact of a gold file or of a prediction."""

    kind: str
    ends: tuple[tuple[str, str], ...]
    """(role, entity id), only those filled, in the order of the guideline."""
    year: int | None
    status: str | None
    optional: bool
    quote: Quote | None
    rule: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a reader, or this program, finds in one document."""

    doc: str
    things: tuple[Thing, ...] = ()
    claims: tuple[Claim, ...] = ()


def annotation(record: Mapping[str, Any]) -> Annotation:
    """The typed form of one document's JSON object; facts of unknown types are left out.

    >>> a = annotation({"doc": "a", "entities": [{"id": "S1", "type": "School", "name": "光明小学"}], "facts": []})
    >>> a.things[0].name
    '光明小学'
    """
    return Annotation(
        record["doc"],
        tuple(_thing(entity) for entity in record["entities"]),
        tuple(_claim(fact) for fact in record["facts"] if fact["type"] in FACT_KINDS),
    )


def load_gold(folder: Path, *, leave_out: Collection[str] = ()) -> dict[str, Annotation]:
    """The gold documents of a folder by their name; those left out are not even opened. Raises `UsageError`."""
    golds = {}
    for path in sorted(folder.glob("*.json")):
        if path.stem in leave_out:
            continue
        try:
            gold = annotation(json.loads(path.read_text("utf-8")))
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            why = f"{type(problem).__name__}: {problem}"
            raise UsageError(f"{path}: 不是标注文件 / not a gold file ({why})") from problem
        golds[gold.doc] = gold
    if not golds:
        raise UsageError(f"{folder}: 没有标注文件 / no gold files (*.json)")
    return golds


def find_text(doc: str, folders: Collection[Path]) -> Path | None:
    """The first file in `folders` with the document's name and any ending but `.json`; None if there is none."""
    for folder in folders:
        found = sorted(path for path in folder.glob("*") if path.stem == doc and path.suffix != ".json")
        if found:
            return found[0]
    return None


def _thing(entity: Mapping[str, Any]) -> Thing:
    return Thing(
        entity["id"], entity["type"], entity["name"], tuple(entity.get("accept", ())), bool(entity.get("optional")),
        entity.get("concept"), _quote(entity.get("evidence")), entity.get("rule", ""),
    )  # fmt: skip


def _claim(fact: Mapping[str, Any]) -> Claim:
    roles = FACT_ENDS[FactKind(fact["type"])]
    ends = tuple((role, fact[role]) for role in roles if fact.get(role) is not None)
    return Claim(
        fact["type"], ends, fact.get("year"), fact.get("status"), bool(fact.get("optional")),
        _quote(fact.get("evidence")), fact.get("rule", ""),
    )  # fmt: skip


def _quote(evidence: object) -> Quote | None:
    """Gold carries its evidence as mere words: they have no place in the raw text and give None."""
    if not isinstance(evidence, dict):
        return None
    return Quote(evidence["start"], evidence["end"], evidence["quote"])
