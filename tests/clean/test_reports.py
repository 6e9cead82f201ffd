"""Reports of other places, damaged as other pages are. They lie beside the project: without them this is skipped."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.clean.documents import cleaned_file, rules_of
from tests.clean.test_seeds import FORM

REPORTS = ["r02", "r06", "r07", "r08", "r13", "r15", "r16", "s01", "s04", "s07", "s09", "s10", "s14", "s17", "s18"]
REPORTS += ["s21", "s22", "s23", "s25", "s28", "s29", "s32"]
DAMAGED = {
    "r06": {},
    "r07": {"inserted-pinyin": 70, "lost-quote": 4},
    "r13": {"year-month": 7, "year-month-day": 2, "document-number": 1},
    "r15": {
        "doubled-body": 1,
        "above-title": 1,
        "navigation": 1,
        "breadcrumb": 1,
        "labels": 1,
        "related": 3,
        "link": 2,
        "votes": 1,
        "scan-code": 1,
        "reprint": 1,
        "neighbour-pages": 1,
    },
}


@pytest.mark.parametrize("name", REPORTS)
def test_all_that_the_gold_quotes_is_left_in_the_text(gold: Path, name: str) -> None:
    text = _letters(cleaned_file(gold / "reports" / f"{name}.txt").text)
    facts = json.loads((gold / "reports" / f"{name}.json").read_text("utf-8"))["facts"]
    quotes = {part for fact in facts for part in re.split("…|\\.\\.\\.", fact.get("evidence", ""))}
    assert quotes and {quote for quote in quotes if _letters(quote) not in text} == set()


@pytest.mark.parametrize("name", REPORTS)
def test_only_what_is_damaged_is_mended(gold: Path, name: str) -> None:
    document = cleaned_file(gold / "reports" / f"{name}.txt")
    counts = {rule: count for rule, count in rules_of(document).items() if rule not in FORM}
    assert counts == DAMAGED.get(name, {})
    assert document.metadata.title.startswith(document.text.split("\n")[0])


def _letters(text: str) -> str:
    return re.sub(r"[^0-9A-Za-z㐀-鿿]", "", text)
