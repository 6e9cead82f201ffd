"""Who is who, as plain records: every entity with the places that name it, every decision with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.graph.iri import BASE_IRI
from kg.knowledge.reasons import ReasonWords
from kg.model.curation import Curation
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.identity import Decision, Reason

__all__ = ["identity_records"]


def identity_records(
    graph: KnowledgeGraph, reasons: Mapping[Reason, ReasonWords], *, base_iri: str = BASE_IRI
) -> Iterator[dict[str, object]]:
    """A record for each entity (`entity` is its IRI), one for each decision (`decision`: merged or refused), and
    one for each correction by people (`curation` is its IRI).
    """
    files = {key: info.source.path.rsplit("/", 1)[-1] for key, info in graph.documents.items()}
    for entity in graph.entities:
        yield _entity(entity, files, base_iri)
    for decision in graph.decisions:
        yield _decision(decision, reasons[decision.reason], files, base_iri)
    for curation in graph.curations:
        yield _curation(curation, base_iri)


def _entity(entity: GraphEntity, files: Mapping[str, str], base_iri: str) -> dict[str, object]:
    """An entity with its names, and each place that names it in the raw text."""
    record: dict[str, object] = {
        "entity": base_iri + entity.key,
        "type": entity.kind.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
    }
    record |= {"region": base_iri + entity.region} if entity.region else {}
    record |= {"concept": base_iri + entity.concept} if entity.concept else {}
    record |= {"level": entity.level.word} if entity.level is not None else {}
    record |= {"attributes": dict(sorted(entity.attributes.items()))} if entity.attributes else {}
    record["mentions"] = [
        {
            "document": base_iri + said.document, "file": files.get(said.document, ""), "start": said.start,
            "end": said.end, "quote": said.quote, "rule": said.rule, "confidence": said.confidence,
        }
        for said in entity.mentions
    ]  # fmt: skip
    return record


def _decision(decision: Decision, words: ReasonWords, files: Mapping[str, str], base_iri: str) -> dict[str, object]:
    """A decision with its reason as an id and in words."""
    chinese, english = words.told(decision)
    return {
        "decision": "merged" if decision.same else "refused",
        "reason": decision.reason.value,
        "why": chinese,
        "why_en": english,
        "type": decision.kind.value,
        "names": list(decision.names),
        "entities": [base_iri + key for key in decision.entities],
        "documents": [base_iri + key for key in decision.documents],
        "files": [files.get(key, "") for key in decision.documents],
        "detail": dict(sorted(decision.detail.items())),
    }


def _curation(curation: Curation, base_iri: str) -> dict[str, object]:
    """An entry of a curation file: who, why, what is so because of it, and what it took out of the graph."""
    return {
        "curation": base_iri + curation.key,
        "action": curation.action.value,
        "who": curation.who,
        "why": curation.why,
        "subjects": [base_iri + key for key in curation.subjects],
        "removed": [base_iri + key for key in curation.removed],
    }
