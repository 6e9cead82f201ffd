"""One document's facts as one JSON object, in the form that annotators write and `kg evaluate` reads."""

from __future__ import annotations

import json
import re
from decimal import Decimal

from kg.export.tables.model import plain_number
from kg.model.facts import DocumentFacts, Entity, Evidence, Fact
from kg.model.figures import Figure, Identity
from kg.model.names import FACT_ENDS

__all__ = ["to_json_line", "to_record"]

NUMBERS = ("count", "amount", "seats", "area")
"""Attributes of a fact that are numbers in the JSON: counts and seats whole, yuan and square metres maybe not."""


def to_json_line(facts: DocumentFacts, *, base_iri: str) -> str:
    """The object on one line, without the line's end; lone surrogates are escaped, so that any stream can take it."""
    line = json.dumps(to_record(facts, base_iri=base_iri), ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace").decode("utf-8")


def to_record(facts: DocumentFacts, *, base_iri: str) -> dict[str, object]:
    """The object: `doc`, region, years, `entities` and `facts`, each with its evidence in the raw text.

    `concept` is the IRI of the program, honor title, scheme or document that an entity is an instance of.
    """
    info = facts.info
    return {
        "doc": info.source.stem,
        "region": info.region,
        "region_code": info.region_code,
        "review_years": list(info.review_years),
        "plan_years": list(info.plan_years),
        "entities": [_entity(entity, base_iri) for entity in facts.entities],
        "facts": [_fact(fact) for fact in facts.facts],
        "figures": [_figure(number, figure) for number, figure in enumerate(facts.figures)],
        "identities": [_identity(identity) for identity in facts.identities],
    }


def _entity(entity: Entity, base_iri: str) -> dict[str, object]:
    record: dict[str, object] = {
        "id": entity.id,
        "type": entity.kind.value,
        "name": entity.name,
        "accept": list(entity.aliases),
    }
    if entity.concept:
        record["concept"] = base_iri + entity.concept
    if entity.level is not None:
        record["level"] = entity.level.word
    best = max(entity.evidence, key=lambda e: (e.confidence, -e.start), default=None)
    record |= entity.attributes
    return record | _evidence(best)


def _fact(fact: Fact) -> dict[str, object]:
    record: dict[str, object] = {"type": fact.kind.value}
    record |= {role: fact.ends[role] for role in FACT_ENDS[fact.kind] if role in fact.ends}
    if fact.year is not None:
        record["year"] = fact.year
    if fact.status is not None:
        record["status"] = fact.status.value
    record |= {key: _number(key, value) for key, value in sorted(fact.attributes.items())}
    return record | _evidence(fact.evidence)


def _figure(number: int, figure: Figure) -> dict[str, object]:
    """A figure: what is counted and how much; `part_of` names the `id` of another figure of the same document."""
    record: dict[str, object] = {"id": _figure_id(number), "what": figure.what}
    if figure.qualifiers:
        record["qualifiers"] = list(figure.qualifiers)
    record["value"] = _exact(figure.value)
    if figure.upper is not None:
        record["upper"] = _exact(figure.upper)
    record["unit"] = figure.unit
    if figure.approximate:
        record["approximate"] = True
    told = (("change", figure.change), ("region", figure.region), ("about", figure.about), ("year", figure.year))
    record |= {name: value for name, value in told if value}
    if figure.status is not None:
        record["status"] = figure.status.value
    if figure.part_of is not None:
        record["part_of"] = _figure_id(figure.part_of)
    return record | _evidence(figure.evidence)


def _identity(identity: Identity) -> dict[str, object]:
    return {
        "kind": identity.kind.value,
        "figures": [_figure_id(index) for index in identity.figures],
        "computed": _exact(identity.computed),
        "holds": identity.holds,
    }


def _figure_id(number: int) -> str:
    return f"F{number + 1}"


def _exact(value: Decimal) -> int | float | str:
    """The number as JSON writes it, where that is exact; else its digits.

    >>> _exact(Decimal("82")), _exact(Decimal("42.56")), _exact(Decimal("0.12345678901234567890"))
    (82, 42.56, '0.12345678901234567890')
    """
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else plain_number(value)


def _number(key: str, value: str) -> str | int | float:
    """A number as a number; what writes none stays as it is."""
    if key not in NUMBERS:
        return value
    if value.isdecimal():
        return int(value)
    return float(value) if re.fullmatch(r"\d+\.\d+", value, re.ASCII) else value


def _evidence(evidence: Evidence | None) -> dict[str, object]:
    """The place, its words, and which rule read them how surely; nothing for an entity that only follows."""
    if evidence is None:
        return {}
    place = {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}
    return {"evidence": place, "rule": evidence.rule, "confidence": evidence.confidence}
