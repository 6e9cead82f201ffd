"""Headings without a number: a short line that says of which time it speaks (2021年工作回顾, 下一步打算：)."""

from __future__ import annotations

import re

__all__ = ["is_bare_heading", "opens_what_follows", "paper_titles"]

_TIME = (
    r"(?:(?:19|20)\d\d(?:[—–~～至-](?:19|20)?\d\d)?(?:学?年度?)|“?十[一二三四五]五”?(?:期间|时期)?|上半年|下半年|今年(?:以来)?|去年|上年"
    r"|明年|来年|近年来|过去的?[一五]年|[一五]年来|今后[一二三四五几]?(?:年|个时期)?|未来[一二三四五几]年|下一?步|下一?阶段|上学期|本学期|下学期"
    r"|新学期|上学年|本学年|下学年|新的一年)"
)
_GENERIC = (
    r"(?:的|全[县市区省州盟旗校]|我[县市区省州校局]|[县市区省]|教育|体育|科技|教体|教科|系统|局|事业|学校|主要|重点|中心|总体|整体|工作|目标|任务|推进"
    r"|开展|完成|取得|基本|发展|改革|存在|安排|打算|思路|成效|成绩|情况|进展|举措|措施|以来|方面|具体|初步|和|与|及|、)"
)
_WHAT = (
    r"(?:回顾|总结|小结|打算|计划|安排|思路|要点|重点|谋划|目标|任务|要求|问题|不足|困难|成效|成绩|举措|措施|做法|亮点|情况|方向|展望|设想|部署"
    r"|工作)"
)
_MARK = r"(?:\d{1,2}(?!\d)[.、]?|PART ?\d{1,2}|[■●▍★◆▶★]+)?\s*"
_BARE = re.compile(
    rf"{_MARK}(?:关于)?[“（(【]?{_TIME}{_GENERIC}{{0,9}}?{_WHAT}[”）)】]?[：:。]?"
    r"|(?:主要|教育)?工作(?:回顾|打算|计划|安排|思路|谋划)[：:]?"
    r"|(?:(?:19|20)\d\d年|过去的?[一五]年|今后五年|明年)[：:]?"
    r"|存在的?(?:主要)?(?:问题|困难|不足)(?:(?:和|与|及|、)(?:问题|困难|不足|挑战|差距))?[：:]?"
)
_OPENS = re.compile(
    r"(?:(?:(?:19|20)\d\d年|明年|来年|今年|下半年|新的一年|下学期|新学期|今后|接下来|下一?步|下一?阶段)[^。；：]{0,40}?)"
    r"(?:将|要|拟|打算|计划|重点)[^。；：]{0,36}(?:：|以下[^。；：]{0,8}(?:工作|方面)。)"
)
_BOTH = re.compile(
    r"(?:总结|回顾|情况|小结|成效)[^：]*(?:和|及|与|暨|、)[^：]*(?:计划|打算|安排|思路|要点|谋划|重点|部署)"
)
_PAPER = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:局|教委|委员会|厅)(?:关于)?(?:19|20)\d\d年(?:度|上半年|下半年)?(?:教育|体育|教体|科技|和|与)*"
    r"(?:工作)?(?:总结|要点|计划|打算|安排|思路|回顾)(?:的?报告)?"
)
"""The title of a paper with its writer and one year."""
_BEGINS = re.compile(r"[一二三四五六七八九十]、|（一）|[^\n]{0,200}。")
"""What stands below the title of a paper; below an entry of a list of papers stands the next entry."""
MOST = 60
"""A line that opens a list is at most so long."""


def is_bare_heading(line: str) -> bool:
    """Whether a whole line is a heading by its words alone: a time and 工作回顾, 打算, 重点 … or one of these alone.

    A title that names a review and a plan is none.

    >>> [is_bare_heading(line) for line in ("2021年工作回顾", "“十四五”时期任务", "下一步打算：", "存在的问题和不足")]
    [True, True, True, True]
    >>> [is_bare_heading(line) for line in ("2021年工作总结和2022年工作计划", "2022年招生计划", "2021年，建成学校。")]
    [False, False, False]
    """
    line = line.strip()
    return len(line) <= MOST and _BARE.fullmatch(line) is not None and _BOTH.search(line) is None


def opens_what_follows(line: str) -> bool:
    """Whether a whole line says that what stands below it will be done: 2022年，我局将重点做好以下工作：.

    >>> [opens_what_follows(line) for line in ("下半年，我们将重点抓好以下工作：", "2022年，新建以下学校：")]
    [True, False]
    """
    line = line.strip()
    return len(line) <= MOST and _OPENS.fullmatch(line) is not None


def paper_titles(text: str) -> tuple[tuple[int, str], ...]:
    """Where the papers of a file begin that holds several, and their titles; empty for a file with one.

    A page of plans and reviews may show both of a year, one below the other.

    >>> paper_titles("乙县教育局2020年工作要点\\n一、新建学校。\\n乙县教育局2020年工作总结\\n一、建成学校。")
    ((0, '乙县教育局2020年工作要点'), (23, '乙县教育局2020年工作总结'))
    >>> paper_titles("乙县教育局2020年工作总结\\n一、建成学校。\\n乙县教育局2021年工作计划\\n乙县教育局2022年工作计划")
    ()
    """
    found: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        behind = text[at + len(line) :].lstrip()
        if len(line) <= MOST and _PAPER.fullmatch(line.strip()) and _BEGINS.match(behind):
            found.append((at, line.strip()))
        at += len(line) + 1
    return tuple(found) if len({title for _, title in found}) > 1 else ()
