"""Characters that nobody sees."""

from __future__ import annotations

import pytest

from kg.clean.characters import characters
from kg.model.aligned import AlignedText


@pytest.mark.parametrize(
    ("text", "clean", "rule"),
    [
        ("教\u200b育\u200d局", "教育局", "invisible-character"),
        ("\ufeff教育局", "教育局", "invisible-character"),
        ("教\0育\x07局\ufffe", "教育局", "invisible-character"),
        ("教\ud800育局\ue000", "教育局", "invisible-character"),
        ("教\u00a0育\u3000局", "教 育 局", "odd-space"),
        ("⼀所⼩学", "一所小学", "compatibility-form"),
        ("﹙初中﹚﹐", "（初中），", "compatibility-form"),
        ("教育&nbsp;&ldquo;双减&rdquo;", "教育 “双减”", "entity"),
        ("教\ufffd局", "教\ufffd局", "unreadable-character"),
    ],
)
def test_they_go_or_become_what_they_look_like(text: str, clean: str, rule: str) -> None:
    view, repairs = characters(AlignedText.plain(text))
    assert view.text == clean
    assert {repair.rule for repair in repairs} == {rule}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_is_a_line_end_and_no_damage(end: str) -> None:
    view, repairs = characters(AlignedText.plain(f"一{end}二"))
    assert [line.strip() for line in view.text.split("\n")] == ["一", "二"]
    assert not repairs


def test_an_ordinary_text_is_left_alone() -> None:
    text = "（一）2023年，全县“双减”100%。\n〇㎡①Ⅱ—…·％\t"
    assert characters(AlignedText.plain(text))[0].text == text
