"""The evaluation counts as the guideline says: by hand-made cases, and against the reference scorer."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import annotation, load_gold, load_links, score
from kg.evaluate.links import GoldLinks
from kg.model.names import FACT_ENDS

GOLD: dict[str, Any] = {
    "doc": "a",
    "entities": [
        {"id": "R1", "type": "Region", "name": "云和县", "accept": ["云和"]},
        {"id": "S1", "type": "School", "name": "云和县“江滨”小学", "accept": ["江滨小学"]},
        {"id": "S2", "type": "School", "name": "云和县中学"},
        {"id": "P1", "type": "Program", "name": "双减", "optional": True},
    ],
    "facts": [
        {"type": "location", "school": "S1", "region": "R1"},
        {"type": "location", "school": "S2", "region": "R1"},
        {"type": "program", "program": "P1", "region": "R1", "year": 2022, "status": "completed"},
    ],
}
REGION = {"id": "1", "type": "Region", "name": "云和县"}
SCHOOL = {"id": "2", "type": "School", "name": "江滨小学"}
LOCATION = {"type": "location", "school": "2", "region": "1"}


def row(part: str, kind: str, entities: list[dict[str, Any]], facts: list[dict[str, Any]] | None = None) -> Any:
    predicted = annotation({"doc": "a", "entities": entities, "facts": facts or []})
    summary: Any = score({"a": annotation(GOLD)}, {"a": predicted}).summary()
    return summary[part].get(kind)


def test_an_accepted_name_is_right_and_what_is_missing_counts_against_recall() -> None:
    assert row("entities", "School", [SCHOOL]) == {"p": 1.0, "r": 0.5, "f1": 0.667, "n": 2}


def test_quotes_width_and_space_do_not_matter_in_names() -> None:
    assert row("entities", "School", [{**SCHOOL, "name": "云和县 江滨小学"}])["r"] == 0.5


def test_the_type_must_agree() -> None:
    assert row("entities", "Project", [{**SCHOOL, "type": "Project"}])["p"] == 0.0


def test_a_second_entity_for_the_same_thing_is_wrong() -> None:
    assert row("entities", "School", [SCHOOL, {**SCHOOL, "id": "3"}])["p"] == 0.5


@pytest.mark.parametrize(("place", "recall"), [(5, 0.5), (6, 0.0)])
def test_only_six_aliases_of_a_prediction_count(place: int, recall: float) -> None:
    net = [f"第{n}小学" for n in range(place)] + ["江滨小学"]
    assert row("entities", "School", [{"id": "2", "type": "School", "name": "小学", "accept": net}])["r"] == recall


def test_an_optional_entity_is_neither_asked_for_nor_punished() -> None:
    program = {"id": "4", "type": "Program", "name": "双减"}
    assert row("entities", "Program", [program]) is None
    fact = {"type": "program", "program": "4", "region": "1"}
    assert row("facts", "program", [REGION, program], [fact]) is None


def test_a_fact_is_right_when_every_end_that_the_gold_names_is_right() -> None:
    assert row("facts", "location", [REGION, SCHOOL], [LOCATION]) == {"p": 1.0, "r": 0.5, "f1": 0.667, "n": 2}
    assert row("facts", "location", [REGION, SCHOOL], [{**LOCATION, "region": "2"}])["p"] == 0.0


def test_the_same_wrong_fact_twice_is_one_error() -> None:
    wrong = {"type": "award", "honor": "2", "to": "1"}
    predicted = annotation({"doc": "a", "entities": [REGION, SCHOOL], "facts": [wrong, wrong]})
    errors = list(score({"a": annotation(GOLD)}, {"a": predicted}).errors())
    assert [line for line in errors if "award" in line] == ["a\twrong\taward\t江滨小学 / 云和县"]


def test_a_document_without_a_prediction_is_named_and_all_of_it_is_missed() -> None:
    result = score({"a": annotation(GOLD)}, {})
    assert result.missing == ("a",)
    assert "no prediction for: a" in list(result.lines())
    assert result.summary()["entities"]["ALL"]["r"] == 0.0  # type: ignore[index]


def test_links_are_right_when_the_concept_is_shared_and_wrong_when_the_gold_keeps_them_apart() -> None:
    golds = {doc: annotation({**GOLD, "doc": doc}) for doc in "ab"}
    same = {doc: annotation({"doc": doc, "entities": [{**SCHOOL, "concept": "x"}], "facts": []}) for doc in "ab"}
    linked = GoldLinks({("a", "S1"): "s", ("b", "S1"): "s"}, frozenset())
    assert score(golds, same, linked).links == {"p": 1.0, "r": 1.0, "f1": 1.0, "n": 1}
    apart = score(golds, same, GoldLinks({}, frozenset()))
    assert apart.wrong_links == (("a~b", "wrong link", "School", "S1 ~ S1: x"),)
    either = GoldLinks({}, frozenset([frozenset([("a", "S1"), ("b", "S1")])]))
    assert score(golds, same, either).wrong_links == ()


def test_each_rule_is_told_what_became_of_its_finds() -> None:
    school = {**SCHOOL, "rule": "named-school"}
    wrong = {**school, "id": "9", "name": "别的小学"}
    predicted = annotation({"doc": "a", "entities": [school, wrong], "facts": []})
    lines = list(score({"a": annotation(GOLD)}, {"a": predicted}).rules())
    assert lines[1].split() == ["entities", "named-school", "2", "1", "1", "0", "0.500"]


def damaged(gold: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """A prediction with every sort of error: a gold document, hurt at random."""
    entities: list[dict[str, Any]] = []
    for entity in gold["entities"]:
        dice = chance.random()
        if dice < 0.15:
            continue
        entity = {key: value for key, value in entity.items() if key != "optional"}
        entity["concept"] = chance.choice([None, "a", "b", entity["name"]])
        if dice < 0.3 and entity.get("accept"):
            entity["name"], entity["accept"] = entity["accept"][-1], []
        elif dice > 0.9:
            entity["name"], entity["accept"] = entity["name"] + "X", []
        entities.append(entity)
        if chance.random() < 0.1:
            entities.append({**entity, "id": entity["id"] + "again"})
    facts: list[dict[str, Any]] = []
    for fact in gold["facts"]:
        if chance.random() < 0.2:
            continue
        fact = dict(fact)
        if chance.random() < 0.2:
            fact["year"] = 1999
        if chance.random() < 0.2 and fact["type"] == "project":
            fact.pop("school", None)
        if chance.random() < 0.2:
            role = chance.choice([role for role in FACT_ENDS[fact["type"]] if role in fact])
            fact[role] = chance.choice(entities)["id"]
        facts.append(fact)
        if chance.random() < 0.1:
            facts.append({**fact, "status": "unknown"})
    return {**gold, "entities": entities, "facts": facts}


@pytest.mark.parametrize("seed", range(6))
def test_the_numbers_are_those_of_the_reference_scorer(seed: int, gold: Path, tmp_path: Path) -> None:
    chance = random.Random(seed)
    documents = [json.loads(path.read_text("utf-8")) for path in sorted((gold / "seeds").glob("*.json"))]
    predictions = [damaged(document, chance) for document in documents]
    if seed == 0:
        predictions.pop()
    file = tmp_path / "predicted.jsonl"
    file.write_text("\n".join(map(json.dumps, predictions)), "utf-8")
    command = [sys.executable, gold / "score.py", gold / "seeds", file, "--links", gold / "links.json", "--errors"]
    table = subprocess.run(command, capture_output=True, text=True, check=True)
    numbers = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)

    ours = score(
        load_gold(gold / "seeds"), {p["doc"]: annotation(p) for p in predictions}, load_links(gold / "links.json")
    )
    assert json.loads(json.dumps(ours.summary())) == json.loads(numbers.stdout)
    assert without_shares(list(ours.lines())) == without_shares(table.stdout.splitlines())
    assert sorted(ours.errors()) == sorted(table.stderr.splitlines())


def without_shares(lines: list[str]) -> list[str]:
    """The line of shares is a dictionary in no promised order; the JSON compares it."""
    return [line for line in lines if not line.startswith("of the right facts")]
