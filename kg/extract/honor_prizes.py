"""Prizes of a contest that stand in one row: 两个一等奖和三个二等奖, 一、二等奖."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.page import Page
from kg.text.numerals import parse_number

__all__ = ["Prize", "coordinated_prizes", "prizes_in"]

_PRIZE = re.compile(
    r"团体总分第[一二三]名?|第[一二三四五六七八九十]名|冠军|亚军|季军|殿军|[特一二三]等奖|金奖|银奖|铜奖|优秀组织奖|组织奖|优胜奖|优秀奖"
    r"|[金银铜]牌"
)
_MEASURE = r"余?(?:个|项|名|块|枚|人次|次|件|篇)"
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)"
_COUNT = re.compile(rf"(?:.*?(?<![第年月日]))??(?:共|各)?(?P<count>{_NUMBER}){_MEASURE}(?:的)?")
"""The words before a prize that end in its count: 两个, 区音乐周比赛两个."""
_GROUP = re.compile(r"(?:[小初高中]学?组|[男女甲乙丙][子生]?组?|团体|个人|单项|混合)+")
_JOIN = re.compile(rf"”?(?:共|各)?(?:{_NUMBER}{_MEASURE})?(?:、|和|及|以及|与|，)")
_TOGETHER = re.compile(r"(?P<ranks>[特一二三](?:[、和及与][一二三]){1,3})等奖")
_WON = r"(?:{award_verb}|{win_verb}|分别获)(?:了|得)?[^，。；：]{0,24}$"


@dataclass(frozen=True, slots=True)
class Prize:
    """One prize in the text: its name, and how many of it are counted before it (empty if none)."""

    start: int
    end: int
    name: str
    count: str = ""


def prizes_in(page: Page, start: int, end: int) -> Iterator[Prize]:
    """Each prize of a span, without the counts and joints between: 两个一等奖|和|三个二等奖."""
    at, group = start, None
    for match in _PRIZE.finditer(page.text, start, end):
        joined = _JOIN.match(page.text, at, match.start()) if at > start else None
        at = joined.end() if joined else at
        led = _COUNT.fullmatch(page.text, at, match.start())
        begin = led.end() if led else at
        number = parse_number(led["count"]) if led else None
        count = "" if number is None else str(int(number))
        name = page.text[begin : match.end()]
        group = _GROUP.fullmatch(page.text, begin, match.start()) or group
        # 女子组冠军、亚军: both are the group's.
        name = group[0] + name if group is not None and name == match[0] else name
        yield Prize(begin, match.end(), name, count)
        at = match.end()


def coordinated_prizes(page: Page) -> Iterator[Prize]:
    """Each prize of ranks that share their last word and are won: 分获一、二等奖 is 一等奖 and 二等奖."""
    for match in _TOGETHER.finditer(page.text):
        sentence = page.sentence_at(match.start())
        begin = sentence.start if sentence is not None else 0
        if not page.knowledge.pattern(_WON).search(page.text, begin, match.start()):
            continue
        ranks = [at for at in range(match.start(), match.end("ranks")) if page.text[at] in "特一二三"]
        for at in ranks:
            yield Prize(at, match.end() if at == ranks[-1] else at + 1, page.text[at] + "等奖")
