"""Concerns as lines for a terminal, and as a curation file to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.review.concern import Concern
from kg.review.words import plain

__all__ = ["concern_lines", "todo_file"]

HEAD = """\
## 待审阅的条目，最值得看的在前。以 ## 开头的是说明；认可一条时，去掉该条各行开头的“# ”，填写 who 和 why，
## 然后 kg build … --curation 本文件。who 或 why 为空的条目不会被接受。核对无误的用 [[confirm]]，以后不再列出。
## What deserves a look, most deserving first. Lines with ## are words; to apply an entry take "# " off each of its
## lines, fill in who and why, and run kg build … --curation THIS_FILE. An entry without who or why is refused.
## [[confirm]] says that it is right: it is listed no more.
"""
TAIL = """\
## 其他写法：事物可写 IRI，也可写类型和名称，必要时加 region（地区）、document（报告）；year、status 可不写。
## How else entries can be written: a thing by its IRI, or by type and name, with region and document where needed.
##
## [[same-as]]         things = [{type = "School", name = "县一中", region = "甲县"},
##                               {type = "School", name = "城关中学"}]
## [[not-same-as]]     things = [{type = "School", name = "中心小学", document = "2022.txt"},
##                               {type = "School", name = "中心小学", document = "2023.txt"}]
## [[rename]]          thing = {type = "School", name = "县一中"}    name = "甲县第一中学"
## [[type]]            thing = {type = "Project", name = "强基行动"}    kind = "Program"
## [[retract]]         fact = "event/…"，或 / or: kind = "award"    ends.honor = {…}    ends.to = {…}    year = 2023
## [[add]]             kind = "award"    ends.honor = {type = "Honor", name = "文明校园", new = true}    ends.to = {…}
##                     year = 2023    status = "completed"    source = {file = "2023.txt", quote = "原文 / its words"}
## [[confirm]]         thing = {…}，或 / or: fact = ["figure/…", "figure/…"]，或同 / or as in [[retract]]
"""
LONGEST = 120
"""Of a quote, characters that are shown."""


def concern_lines(found: Sequence[Concern]) -> Iterator[str]:
    """Each concern with its reason and its words."""
    for number, concern in enumerate(found, start=1):
        yield f"{number}. {plain(concern.chinese)} / {plain(concern.english)}"
        for file, quote in concern.quotes:
            yield f"   {plain(file)}: “{_short(quote)}”"


def todo_file(found: Sequence[Concern]) -> str:
    """A curation file that is all comments: entries that could be the answers, to be uncommented and signed."""
    parts = [HEAD]
    for number, concern in enumerate(found, start=1):
        lines = [f"## {number}. {plain(concern.chinese)} / {plain(concern.english)}"]
        lines += [f"##    {plain(file)}: “{_short(quote)}”" for file, quote in concern.quotes]
        for entry in concern.entries:
            lines += ["##", *(f"# {line}" for line in entry.split("\n"))]
        parts.append("\n".join(lines) + "\n")
    return "\n".join([*parts, TAIL])


def _short(text: str) -> str:
    line = plain(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
