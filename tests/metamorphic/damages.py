"""All damages by name: what each imitates, and how many of the facts must be the same after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.metamorphic import form, lost, page, pinyin, recode, script

__all__ = ["DAMAGES", "DEMANDED", "Damage"]

DEMANDED = 0.98
"""Of the same facts, for the damages that reports of these sites really show."""
EXPECTED = 0.95


@dataclass(frozen=True, slots=True)
class Damage:
    """A way to spoil a text without changing what it says."""

    name: str
    make: Callable[[str, Random], str | bytes]
    """The text, and where to draw from; bytes where the damage is one of the encoding and nothing can follow it."""
    least: float = DEMANDED
    """Share of the facts that must be the same in every document."""
    ending: str = ""
    """Of the file's name, where the damage decides it."""
    least_of_short: float = 1.0
    """The same for the invented reports, of which one fact is 4 to 7 %; what is larger than `least` does not count."""

    @property
    def is_last(self) -> bool:
        """Whether no other damage can follow."""
        return bool(self.ending) or self.name.startswith(("recoded", "misread"))


DAMAGES = (
    Damage("traditional", script.traditional),
    Damage("traditional-taiwan", script.taiwan),
    Damage("traditional-hong-kong", script.hong_kong),
    Damage("traditional-by-character", script.by_character),
    Damage("traditional-in-places", script.mixed),
    Damage("pinyin", pinyin.pinyin_inserted),
    Damage("pinyin-unreadable", pinyin.pinyin_unreadable),
    Damage("months-lost", lost.months_lost),
    Damage("days-lost", lost.days_lost),
    Damage("between-digits-lost", lost.between_digits_lost),
    Damage("marks-lost", lost.marks_lost),
    Damage("doubled", page.doubled),
    Damage("doubled-under-a-header", page.doubled_under_a_header),
    Damage("doubled-rewrapped", page.doubled_rewrapped),
    Damage("doubled-without-title", page.doubled_without_title),
    Damage("html-paragraphs", page.html_paragraphs, ending=".html"),
    Damage("html-soup", page.html_soup, ending=".html"),
    Damage("html-table", page.html_table, ending=".html"),
    Damage("html-breaks", page.html_breaks, ending=".html"),
    Damage("html-bare", page.html_bare, ending=".html"),
    Damage("html-pre", page.html_pre, ending=".html"),
    Damage("html-fragment", page.html_fragment, ending=".html"),
    Damage("html-entities", page.html_entities, ending=".html"),
    Damage("recoded-gb18030", recode.as_encoding("gb18030")),
    Damage("recoded-big5", recode.as_big5),
    Damage("recoded-utf-8-mark", recode.as_encoding("utf-8-sig")),
    Damage("recoded-utf-16", recode.as_encoding("utf-16")),
    Damage("recoded-utf-16-be", recode.as_utf_16_be),
    Damage("recoded-utf-16-no-mark", recode.as_encoding("utf-16-le")),
    Damage("recoded-utf-32", recode.as_encoding("utf-32")),
    Damage("misread-utf-8-as-latin", recode.misread("utf-8", "cp1252")),
    Damage("misread-gbk-as-latin", recode.misread("gb18030", "cp1252")),
    Damage("misread-utf-8-as-gbk", recode.misread("utf-8", "gb18030")),
    Damage("one-line", form.one_line, EXPECTED, least_of_short=0.3),
    Damage("half-width-marks", form.half_width_marks),
    Damage("full-width", form.full_width),
    Damage("straight-quotes", form.straight_quotes, EXPECTED),
    Damage("spaced-characters", form.spaced_characters),
    Damage("spaces-between", form.spaces_between, EXPECTED, least_of_short=0.9),
    Damage("wrapped-30", form.wrapped(30)),
    Damage("wrapped-40", form.wrapped(40), least_of_short=0.85),
    Damage("empty-lines", form.empty_lines),
    Damage("invisible", form.invisible),
    Damage("arabic-headings", form.arabic_headings),
    Damage("spam-between", page.spam_between),
    Damage("spam-below", page.spam_below),
)
