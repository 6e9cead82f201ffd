"""Lines that belong to the page and not to the report: navigation, buttons, footers, links, spam."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.clean.data import LineRule, line_rules, word_list
from kg.clean.labelled_lines import is_labelled
from kg.clean.step import Line, Mended, dropped, lines
from kg.clean.titles import find_title
from kg.knowledge.matcher import Matcher
from kg.model.aligned import AlignedText

__all__ = ["furniture"]

CONFIDENCE = 0.95
LONGEST = 300
"""Characters; a longer line is text or spam."""
LINK = 60
"""Characters that a line in a list of links may have."""
SPAM_WORDS = 2

_URL = re.compile(r"https?://|www\.")
_STOP = re.compile("[。！？；]")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）|\d{1,2}[、.]")
_OFFICIAL = re.compile("[〔〕：，。；]|(?:局|委员会|政府|办公室|文件|学校|中学|小学|幼儿园)$")
"""Lines above a title that say whose report it is; the name of a site does not look so."""
SITE_NAME = 25


def furniture(view: AlignedText) -> Mended:
    """The text without the lines that belong to the page; each is recorded with the rule that knew it.

    >>> furniture(AlignedText.plain("首页 新闻 教育\\n2023年工作总结\\n来源：某县教育局\\n一、工作\\n相关文章"))[0].text
    '2023年工作总结\\n一、工作'
    """
    all_lines = lines(view.text)
    rules = _labelled(all_lines)
    _known(all_lines, rules)
    _lists_of_links(all_lines, rules)
    _footer(all_lines, rules)
    _above_title(all_lines, rules)
    unwanted = [(all_lines[number], rule) for number, rule in rules.items() if not rule.startswith("?")]
    return dropped(view, unwanted, confidence=CONFIDENCE)


def _labelled(all_lines: Sequence[Line]) -> dict[int, str]:
    """Lines with 来源, 发布日期 and the like."""
    found: dict[int, str] = {}
    head = True
    for number, line in enumerate(all_lines):
        head = head and len(line.text) < LINK and not _HEADING.match(line.text)
        if is_labelled(line.text, head=head):
            found[number] = "labels"
    return found


def _known(all_lines: Sequence[Line], rules: dict[int, str]) -> None:
    """Lines that a rule of the list matches; a contact line gets `?contact` until its place decides."""
    # Few pages hold any word of spam: one pass over the text spares them a look at each line.
    spam = _is_spam("\n".join(line.text for line in all_lines if "。" not in line.text))
    for number, line in enumerate(all_lines):
        if number in rules:
            continue
        if spam and _is_spam(line.text):
            rules[number] = "spam"
        elif line.text and len(line.text) <= LONGEST:
            rule = _rule(line.text)
            if rule:
                rules[number] = f"?{rule.id}" if rule.footer == "maybe" else rule.id


@lru_cache(maxsize=1 << 12)
def _rule(text: str) -> LineRule | None:
    """The first rule that matches the whole line; the same lines come again in the pages of a site."""
    if not _needed().search(text) and not _any_line().fullmatch(text):
        return None
    return next((r for r in line_rules() if r.pattern.fullmatch(text)), None)


@lru_cache(maxsize=1)
def _needed() -> re.Pattern[str]:
    """Any of the words without which some rules cannot match: few lines of a report hold one."""
    return re.compile("|".join(re.escape(word) for rule in line_rules() for word in rule.needs))


@lru_cache(maxsize=1)
def _any_line() -> re.Pattern[str]:
    """Whatever one of the other rules matches."""
    return re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in line_rules() if not rule.needs))


def _is_spam(text: str) -> bool:
    """Whether a line is link spam: no sentence, and two words that no report uses, or addresses."""
    if "。" in text:
        return False
    hits = {word for _, _, word in _spam_words().find_all(text)}
    words = {found[0].lower() for found in _spam().finditer(text)} if len(hits) >= SPAM_WORDS else ()
    return len(words) >= SPAM_WORDS or len(_URL.findall(text)) >= SPAM_WORDS


def _lists_of_links(all_lines: Sequence[Line], rules: dict[int, str]) -> None:
    """The links under 相关文章, until the text goes on."""
    follow = {rule.id for rule in line_rules() if rule.links_follow}
    in_list = False
    last_sentence = max((n for n, line in enumerate(all_lines) if "。" in line.text), default=-1)
    for number, line in enumerate(all_lines):
        if rules.get(number) in follow:
            in_list = True
        elif in_list and number not in rules:
            # A numbered line may be a heading of the report, unless no sentence follows any more.
            heading = number < last_sentence and _HEADING.match(line.text)
            if len(line.text) > LINK or _STOP.search(line.text) or heading:
                in_list = False
            else:
                rules[number] = "link"


def _footer(all_lines: Sequence[Line], rules: dict[int, str]) -> None:
    """Contact lines at the end, if the same end also says who keeps the site."""
    sure = {rule.id for rule in line_rules() if rule.footer == "sure"}
    text_ends = max((n for n, line in enumerate(all_lines) if n not in rules and len(line.text) > LINK), default=-1)
    tail = range(text_ends + 1, len(all_lines))
    if any(rules.get(number) in sure for number in tail):
        for number in tail:
            if rules.get(number, "").startswith("?"):
                rules[number] = rules[number][1:]


def _above_title(all_lines: Sequence[Line], rules: dict[int, str]) -> None:
    """Names of sites and columns above the title, where other lines above it belong to the page too."""
    kept = [number for number in range(len(all_lines)) if number not in rules]
    title = find_title([all_lines[number].text for number in kept])
    if title is None:
        return
    place = kept[title]
    if not any(number < place for number in rules):
        return
    # A subtitle (——…) has the title above it.
    above = kept[: title - 1] if all_lines[place].text.startswith("——") else kept[:title]
    for number in above:
        text = all_lines[number].text
        if len(text) <= SITE_NAME and not _OFFICIAL.search(text):
            rules[number] = "above-title"


@lru_cache(maxsize=1)
def _spam_words() -> Matcher:
    """The words of link spam, also inside others."""
    return Matcher(word_list("spam_words"))


@lru_cache(maxsize=1)
def _spam() -> re.Pattern[str]:
    """Any word of link spam; Latin ones only as whole words."""
    words = (rf"(?<![A-Za-z]){re.escape(w)}(?![a-z])" if w.isascii() else re.escape(w) for w in word_list("spam_words"))
    return re.compile("|".join(words))
