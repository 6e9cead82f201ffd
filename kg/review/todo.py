"""Concerns as lines for a terminal, and as a curation file to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.review.concern import Concern

__all__ = ["concern_lines", "todo_file"]

HEAD = """\
## 待审阅的条目，最值得看的在前。以 ## 开头的是说明；认可一条时，去掉该条各行开头的“# ”，填写 who 和 why，
## 然后 kg build … --curation 本文件。who 或 why 为空的条目不会被接受。
## What deserves a look, most deserving first. Lines with ## are words; to apply an entry take "# " off each of its
## lines, fill in who and why, and run kg build … --curation THIS_FILE. An entry without who or why is refused.
"""
LONGEST = 120
"""Of a quote, characters that are shown."""


def concern_lines(found: Sequence[Concern]) -> Iterator[str]:
    """Each concern with its reason and its words."""
    for number, concern in enumerate(found, start=1):
        yield f"{number}. {_line(concern.chinese)} / {_line(concern.english)}"
        for file, quote in concern.quotes:
            yield f"   {_line(file)}: “{_short(quote)}”"


def todo_file(found: Sequence[Concern]) -> str:
    """A curation file that is all comments: entries that could be the answers, to be uncommented and signed."""
    parts = [HEAD]
    for number, concern in enumerate(found, start=1):
        lines = [f"## {number}. {_line(concern.chinese)} / {_line(concern.english)}"]
        lines += [f"##    {_line(file)}: “{_short(quote)}”" for file, quote in concern.quotes]
        for entry in concern.entries:
            lines += ["##", *(f"# {line}" for line in entry.split("\n"))]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _line(text: str) -> str:
    """The text on one line, without what a terminal or TOML would take for more than a sign.

    >>> _line("一\\n二\\x00")
    '一 二 '
    """
    return "".join(character if character.isprintable() else " " for character in text)


def _short(text: str) -> str:
    line = _line(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
