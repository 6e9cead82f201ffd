"""What deserves a human look: why, on what words, and which corrections could be the answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Concern", "Sort", "confirmation", "entry", "toml_string"]


class Sort(StrEnum):
    """Why something deserves a look."""

    ARITHMETIC = "arithmetic"
    DISPUTE = "dispute"
    REPORT_WITHOUT_REGION = "report-without-region"
    NEAR = "near-duplicates"
    SCHOOL_WITHOUT_REGION = "school-without-region"
    UNKNOWN_REGION = "unknown-region"
    DOUBTFUL = "low-confidence"


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to look at."""

    weight: float
    """From 0 to 1: how much it deserves a look."""
    sort: Sort
    key: str
    """Of what is to be looked at; tells concerns of equal weight apart."""
    chinese: str
    english: str
    quotes: tuple[tuple[str, str], ...] = ()
    """(file, words) on which it stands."""
    entries: tuple[str, ...] = ()
    """Entries of a curation file, one of which could be the answer, with who and why left empty."""


def toml_string(text: str) -> str:
    r"""A string as TOML writes it.

    >>> print(toml_string('县"一中"\n'))
    "县\"一中\"\n"
    """
    written = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in written)


def entry(action: str, *lines: str) -> str:
    """An entry with who and why left empty.

    >>> print(entry("rename", 'thing = "school/a"', 'name = "一中"'))
    [[rename]]
    thing = "school/a"
    name = "一中"
    who = ""
    why = ""
    """
    return "\n".join([f"[[{action}]]", *lines, 'who = ""', 'why = ""'])


def confirmation(*lines: str, note: str = "没有错 / it is right") -> str:
    """An entry that says: looked at, right as it is; then it is asked about no more.

    >>> print(confirmation('thing = "school/a"'))
    [[confirm]]  # 没有错 / it is right
    thing = "school/a"
    who = ""
    why = ""
    """
    return entry("confirm", *lines).replace("[[confirm]]", f"[[confirm]]  # {note}", 1)
