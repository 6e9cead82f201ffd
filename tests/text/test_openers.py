"""A pattern that looks at the first character first finds the same."""

from __future__ import annotations

import re

import pytest

from kg.text.openers import guarded, openers

TEXT = "2023年，全县教育系统新建、改扩建学校12所，获评“绿色校园”；拟于今年9月投用。abc A-B 12.5%\n第二批"


@pytest.mark.parametrize(
    "pattern",
    [
        r"获评|(?<!改)扩建",
        r"(?:今|去)年|\d+所",
        r"(?P<a>新)?建",
        r"(?=全)全县|系统",
        r"(?:第[一二]){1,2}批",
        r"[A-C-]+",
        r"[^，]{3}",
        r"年?",
        r"\s\S",
        r"(建)\1?",
        r"^第二",
        r"(?m:^)第|\bA",
    ],
)
def test_a_guarded_pattern_finds_what_the_plain_one_finds(pattern: str) -> None:
    plain, found = re.compile(pattern), guarded(pattern)
    assert [m.span() for m in found.finditer(TEXT)] == [m.span() for m in plain.finditer(TEXT)]
    assert found.groupindex == plain.groupindex


def test_what_can_begin_with_anything_has_no_guard() -> None:
    assert {openers(pattern) for pattern in (".+校", "[^，]+", "[一-鿿]{2}", "(?:年)*", "", r"\w+")} == {""}


def test_the_guard_holds_every_first_character() -> None:
    assert openers(r"(?<!未)完成|(?P<now>正在?|在建)|[0-3\]]") == r"0-3\]在完正"
