"""The lists by which forms are read say what they mean, once."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest

from kg.clean.characters import characters
from kg.knowledge.radicals import plain_characters
from kg.model.aligned import AlignedText


def test_radicals_are_in_order_and_each_stands_for_another_character(root: Path) -> None:
    text = (root / "ontology" / "repair" / "radicals.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == sorted(set(lines))
    assert len({line[0] for line in lines}) == len(lines)
    for radical, character in lines:
        assert unicodedata.name(radical).startswith("CJK RADICAL")
        assert unicodedata.name(character).startswith("CJK UNIFIED IDEOGRAPH")


def test_no_radical_is_left_where_a_list_names_it() -> None:
    assert not set(plain_characters()) & {ord(char) for char in plain_characters().values()}


@pytest.mark.parametrize(("text", "plain"), [("⼯作第3⻚", "工作第3页"), ("⻓江中学", "长江中学"), ("校⻑", "校長")])
def test_radicals_in_text_that_was_copied_from_a_pdf_are_mended(text: str, plain: str) -> None:
    assert characters(AlignedText.plain(text))[0].text == plain


def test_usual_keys_are_named_once(root: Path) -> None:
    table = tomllib.loads((root / "ontology" / "repair" / "fields.toml").read_text("utf-8"))
    keys = [key for keys in table.values() for key in keys]
    assert len(keys) == len({key.casefold() for key in keys})
