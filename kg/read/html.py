"""What a reader sees of a web page, each character with its place in the page's source.

Two libraries were compared on a page of 41 paragraphs: trafilatura gave 40 of them back, resiliparse 41; both drop
navigation and footer. But resiliparse also drops lists (`<ul>`) inside the report. So it is asked only where the
main part begins and ends; what stands between is kept, unless it is made of links.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from kg.model.aligned import AlignedText
from kg.read.html_lines import Line, html_lines, is_bare, text_line

__all__ = ["looks_like_html", "view_html"]

LINKS = 0.5
"""Share of linked characters from which a line between two lines of the main part is taken as navigation."""
ENOUGH = 0.9
"""Share of the main part that must be found again in the source; else the whole page is taken."""
LONG = 10
"""Characters from which a line is found by its text alone, and may mark where the main part begins or ends."""

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title", re.IGNORECASE)
_SITE = re.compile(r"\s*[_|｜\-–—][^_|｜\-–—]{2,30}\Z")
"""The name of the site at the end of a page's title."""


def looks_like_html(text: str) -> bool:
    """Whether a file is a web page, whatever its ending says.

    >>> looks_like_html("<!DOCTYPE html><p>…"), looks_like_html("教育局 <2023>")
    (True, False)
    """
    return _START.match(text) is not None


def view_html(source: str) -> AlignedText:
    """The main part of the page, a paragraph or a table row a line, cells parted by tabs; the page's title first.

    Every character's span lies in `source`; the span of several characters may hold tags.

    >>> view_html("<p>全县有学校&#56;2<b>所</b>。</p>").text
    '全县有学校82所。'
    """
    lines = list(html_lines(source))
    chosen = [line for line, kept in zip(lines, _main(source, lines), strict=True) if kept]
    title = _title(source)
    if title and chosen and title.squeezed not in {line.squeezed for line in chosen}:
        chosen.insert(0, title)
    texts: list[str] = []
    starts, ends = array("I"), array("I")
    for line in chosen:
        if texts:
            texts.append("\n")
            starts.append(ends[-1])
            ends.append(ends[-1])
        texts.append(line.text)
        starts.extend(line.starts)
        ends.extend(line.ends)
    return AlignedText("".join(texts), starts, ends)


def _main(source: str, lines: Sequence[Line]) -> list[bool]:
    """For each line of the page, whether it belongs to the main part; a text without a layout does as a whole."""
    if is_bare(source):
        return [True] * len(lines)
    from resiliparse.extract.html2text import extract_plain_text

    main = extract_plain_text(source, main_content=True, list_bullets=False, alt_texts=False, comments=False)
    whole = "".join(main.split())
    short = {"".join(line.split()) for line in main.splitlines()}
    squeezed = [line.squeezed for line in lines]
    # A short line must be a line of its own there: 首页 of the navigation also stands inside sentences.
    found = [text in short or (len(text) >= LONG and text in whole) for text in squeezed]
    if sum(len(text) for text, kept in zip(squeezed, found, strict=True) if kept) < ENOUGH * len(whole):
        return [True] * len(lines)
    sure = [number for number, text in enumerate(squeezed) if found[number] and len(text) >= LONG]
    first, last = (sure[0], sure[-1]) if sure else (0, len(lines))
    return [
        kept or (first < number < last and line.linked < LINKS * len(line.text))
        for number, (kept, line) in enumerate(zip(found, lines, strict=True))
    ]


def _title(source: str) -> Line | None:
    """The page's title without the name of the site, as a line of its own."""
    found = _TITLE.search(source)
    if not found:
        return None
    end = found.start(1) + len(_SITE.sub("", found[1].rstrip()))
    line = text_line(source, found.start(1), end)
    return line if line.squeezed else None
