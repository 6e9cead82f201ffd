"""One document as JSON: figures of facts are numbers, words stay words."""

from __future__ import annotations

import pytest

from kg.export.jsonl import to_record
from kg.knowledge import Knowledge
from tests.specs.reading import read_text

HEAD = "石门县教育局2022年工作总结\n"


def fact_of(text: str, kind: str, knowledge: Knowledge) -> dict[str, object]:
    """The one fact of a kind in a text, as JSON has it."""
    record = to_record(read_text(HEAD + text + "\n", knowledge), base_iri="https://example.org/")
    facts = record["facts"]
    assert isinstance(facts, list)
    (fact,) = [f for f in facts if f["type"] == kind]
    assert isinstance(fact, dict)
    return fact


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("新建壶瓶山镇中心小学，总投资1.25亿元，2022年3月开工。", "amount", 125_000_000),
        ("新建壶瓶山镇中心小学，总投资1.25亿元，2022年3月开工。", "begin", "2022-03"),
        ("新建壶瓶山镇中心小学，建筑面积3260.5平方米。", "area", 3260.5),
        ("新建壶瓶山镇中心小学，新增学位900个。", "seats", 900),
    ],
)
def test_a_works_figures_are_numbers(text: str, name: str, value: object, knowledge: Knowledge) -> None:
    fact = fact_of(text, "project", knowledge)
    assert fact[name] == value
    assert type(fact[name]) is type(value)


def test_an_award_tells_its_state_and_its_giver(knowledge: Knowledge) -> None:
    fact = fact_of("壶瓶山镇中心小学被湖南省教育厅授予“湖南省绿色学校”称号。", "award", knowledge)
    assert (fact["state"], fact["issuer"], fact["status"]) == ("awarded", "湖南省教育厅", "completed")
    assert (fact["year"], fact["year_rule"], fact["status_rule"]) == (2022, "year-in-title", "review-document")
    assert str(fact["issuer_id"]).startswith("O")
