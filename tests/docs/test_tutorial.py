"""The tutorial is true: its blocks run one after the other, and what they show is what they give."""

from __future__ import annotations

import doctest
import re
import sys
from pathlib import Path

import pytest

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(page: str) -> list[doctest.Example]:
    """Every example of the page's blocks, each with its line on the page."""
    found = []
    for block in BLOCK.finditer(page):
        first = page.count("\n", 0, block.start(1))
        for example in doctest.DocTestParser().get_examples(block[1]):
            example.lineno += first
            found.append(example)
    return found


def run(page: str) -> tuple[int, str]:
    """How many examples of a page fail, and what is told of them."""
    told: list[str] = []
    test = doctest.DocTest(examples(page), {}, "tutorial.md", "docs/tutorial.md", 0, page)
    return doctest.DocTestRunner(verbose=False).run(test, out=told.append).failed, "".join(told)


def test_every_block_gives_what_the_page_shows(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setitem(sys.modules, "pandas", None)  # the page shows tables as they are without it
    page = (root / "docs" / "tutorial.md").read_text("utf-8")
    assert len(examples(page)) > 15
    failed, told = run(page)
    assert not failed, told


def test_a_page_that_shows_something_else_fails() -> None:
    assert run("```python\n>>> 1 + 1\n3\n```\n")[0] == 1
    assert run("```python\n>>> one = 1\n```\n\n```python\n>>> one\n1\n```\n")[0] == 0


def test_each_section_says_it_in_both_languages_and_the_readme_leads_here(root: Path) -> None:
    page = (root / "docs" / "tutorial.md").read_text("utf-8")
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        words = BLOCK.sub("", section)
        assert re.search("[一-鿿]{8}", words) and re.search(r"(?:[A-Za-z]+ ){5}", words), section
    assert "docs/tutorial.md" in (root / "README.md").read_text("utf-8")
