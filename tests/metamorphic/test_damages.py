"""The damages themselves: each spoils the text, the same way every time, and as real pages are spoiled."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from kg.clean.inserted_pinyin import inserted_pinyin
from kg.clean.split_characters import split_characters
from kg.model.aligned import AlignedText
from kg.model.facts import DocumentFacts
from kg.pipeline.document import read_one
from tests.metamorphic.damages import DAMAGES, DEMANDED, Damage
from tests.metamorphic.documents import paths, text_of
from tests.metamorphic.facts import compare
from tests.metamorphic.pinyin import injected, pinyin_inserted
from tests.metamorphic.reading import damaged

READING = re.compile("([一-鿿])\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\\)")


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_a_damage_changes_the_text_and_always_alike(damage: Damage) -> None:
    texts = [text_of(path) for path in paths()]
    made = [damaged(text, (damage,))[0] for text in texts]
    assert any(data != text.encode() for data, text in zip(made, texts, strict=True))
    assert made == [damaged(text, (damage,))[0] for text in texts]


@pytest.mark.parametrize("name", ["traditional", "pinyin", "months-lost", "doubled", "html-soup", "recoded-gb18030"])
def test_the_damages_that_must_be_harmless_are_held_to_it(name: str) -> None:
    (damage,) = (damage for damage in DAMAGES if damage.name == name)
    assert damage.least >= DEMANDED == 0.98


def test_the_injector_spoils_the_repaired_seed_as_its_page_did(seeds: Path) -> None:
    """Every reading and every cut character comes back at its place, and one cut that the page was spared."""
    (path,) = seeds.glob("000_*.txt")
    raw = path.read_text("utf-8")
    whole = split_characters(inserted_pinyin(AlignedText.plain(raw))[0])[0].text
    assert not READING.search(whole) and "?c" not in whole
    seen = list(dict.fromkeys(READING.findall(raw)))
    last = "請側冊謹績"
    program = ["報", "數", "評", *(char for char in seen if char not in last + "報數評"), *last]
    again = injected(whole, program)
    assert again.replace("向?yàn)o陽", "向瀘陽") == raw


def test_another_draw_is_another_list_of_characters() -> None:
    text = text_of(paths()[1])
    assert pinyin_inserted(text, Random(1)) != pinyin_inserted(text, Random(2))


def test_facts_are_the_same_only_if_kind_ends_year_and_status_are(report: Path, tmp_path: Path, knowledge) -> None:  # type: ignore[no-untyped-def]
    other = tmp_path / "other.txt"
    other.write_text(report.read_text("utf-8").replace("2022年", "2021年").replace("江滨", "江汀"), "utf-8")
    one, two = (read_one(path, knowledge, name="report.txt") for path in (report, other))
    assert isinstance(one, DocumentFacts) and isinstance(two, DocumentFacts)
    assert compare(one, one).share == 1.0
    assert compare(one, two).share < 0.5
    assert compare(one, two).lost and compare(one, two).invented
