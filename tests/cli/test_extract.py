"""`kg extract` prints what the annotators' guideline defines, a document a line, with exact quotes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model.names import FACT_ENDS, EntityKind, FactKind, Status
from tests.conftest import Run


@pytest.fixture(scope="session")
def records(kg: Run, seeds: Path) -> dict[str, dict]:
    done = kg("extract", *sorted(seeds.glob("*.txt")), "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return {record["doc"]: record for record in map(json.loads, done.stdout.splitlines())}


def test_every_document_has_a_line_named_by_its_stem(records: dict[str, dict], seeds: Path) -> None:
    assert list(records) == sorted(path.stem for path in seeds.glob("*.txt"))


def test_a_line_has_the_fields_of_the_guideline(records: dict[str, dict]) -> None:
    for record in records.values():
        about = {"doc", "region", "region_code", "review_years", "plan_years"}
        assert about | {"entities", "facts", "figures", "identities"} == set(record)


def test_entities_are_of_known_types_with_unique_ids(records: dict[str, dict]) -> None:
    for record in records.values():
        assert {e["type"] for e in record["entities"]} <= set(EntityKind)
        ids = [e["id"] for e in record["entities"]]
        assert len(ids) == len(set(ids)) > 10
        assert all(e["name"] and isinstance(e["accept"], list) for e in record["entities"])


def test_facts_fill_known_roles_with_entities_of_the_document(records: dict[str, dict]) -> None:
    for record in records.values():
        ids = {e["id"] for e in record["entities"]}
        for fact in record["facts"]:
            roles = FACT_ENDS[FactKind(fact["type"])]
            filled = {role: fact[role] for role in roles if role in fact}
            assert filled
            assert set(filled.values()) <= ids
            assert fact.get("status") in {*Status, None}
            assert isinstance(fact.get("year"), int | None)


def test_every_entity_and_fact_quotes_the_raw_file_exactly(records: dict[str, dict], seeds: Path) -> None:
    for doc, record in records.items():
        raw = (seeds / f"{doc}.txt").read_bytes().decode("utf-8")
        for item in record["entities"] + record["facts"]:
            place = item["evidence"]
            assert set(place) == {"start", "end", "quote"}
            assert place["quote"]
            assert raw[place["start"] : place["end"]] == place["quote"]


def test_a_concept_is_an_iri_under_the_base(kg: Run, report: Path) -> None:
    done = kg("extract", report, "--base-iri", "https://example.org/x/")
    concepts = [e["concept"] for e in json.loads(done.stdout)["entities"] if "concept" in e]
    assert concepts
    assert all(concept.startswith("https://example.org/x/") for concept in concepts)


def test_copies_are_printed_each_under_its_own_name(kg: Run, report: Path) -> None:
    twin = report.with_name("twin.txt")
    twin.write_bytes(report.read_bytes())
    done = kg("extract", report, twin)
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["doc"], second["doc"]) == ("report", "twin")
    assert first["facts"] == second["facts"]
