"""Year and status of what a clause says: its own words first, then what its sentence inherits."""

from __future__ import annotations

import re

from kg.model.document import Sentence
from kg.model.names import Status
from kg.relate.scene import Scene

__all__ = ["status_of", "year_of"]

_YEAR = re.compile(r"(?<![\d.〔])((?:19[5-9]|20[0-4])\d)(?:年|学年|(?=[—–-]\d{4}年))")
_RELATIVE = re.compile(r"(?P<this>今年|本年|年内)|(?P<last>去年|上年)|(?P<next>明年|来年|次年)|(?P<same>当年|同年)")
_NOT_THE_YEAR = re.compile(r"以来|起草")
_PLANNED = re.compile(
    r"(?<!即)将(?!.{0,12}(?:评为|列为|作为|纳入|合并))|拟(?!定)|计划(?!》|”|生育)(?=[\d在于今明年新建实开投完启组]|$)|力争|确保|争取|预计|即将|筹备|待(?!遇|机)|目标是|争创|谋划|有望|尚未开工|未开工|未动工"
    r"|暂缓|暂未|年底前|月底前|申报材料|打算|考虑|下一步"
)
_ONGOING = re.compile(
    r"在建|正在|封顶|施工|推进|续建|加快|动工(?!建设)|开工|进入内装|内装|装修|收尾|完成\d+%|完成[^，。]{0,6}成$|稳步|继续|持续|抓紧|主体|前期|选址|立项|手续|筹建|进展|试点|探索|推行|坚持|实行|常态|不断|深化|进行中"
)
_COMPLETED = re.compile(
    r"建成|竣工|完工|投入使用|投用|启用|交付|落成|通过[^，。]{0,8}验收|开园|开学|首届新生|首批学生|完成(?!\d|前期|主体|投资|[^，。]{0,5}成$)|已[^，。]{0,6}(?:完成|建|投|通过|开)|落地|覆盖|到位|圆满|顺利|举办了|获|评选|开展了"
)


def year_of(scene: Scene, start: int, end: int, sentence: Sentence) -> int | None:
    """The year of what stands at a span: the nearest year before it in the sentence, one in its clause, else inherited."""
    base = _base_year(scene, sentence)
    clause_start, clause_end = scene.clause_at(start, sentence)
    best: int | None = None
    current = base
    for match in _marks(scene.text, sentence.start, clause_end):
        year = _year(match, base, current)
        if year is None:
            continue
        if match.start() >= start and match.start() < end:
            # A year inside the name (2022年高考优秀考区) is the fact's year where nothing before it tells another.
            if best is None or match.start() >= clause_start:
                return year
            continue
        if match.start() < start or best is None:
            best = year
            if match.group(0)[0].isdigit():
                current = year
    if best is not None:
        return best
    return sentence.context.year


def _marks(text: str, start: int, end: int) -> list[re.Match[str]]:
    """All absolute and relative years of a span in their order, without those of 以来."""
    found = [*_YEAR.finditer(text, start, end), *_RELATIVE.finditer(text, start, end)]
    return sorted((m for m in found if not _NOT_THE_YEAR.match(text, m.end())), key=lambda m: m.start())


def _base_year(scene: Scene, sentence: Sentence) -> int | None:
    """The year that 今年 means here: the document's own."""
    info = scene.document.info
    if info.date[:4].isdigit() and not info.review_years:
        return int(info.date[:4])
    if info.review_years:
        return info.review_years[-1]
    return info.plan_years[0] if info.plan_years else sentence.context.year


def _year(match: re.Match[str], base: int | None, current: int | None) -> int | None:
    """The year that a mark names."""
    if match.re is _YEAR:
        return int(match[1])
    if match["same"]:
        return current
    if base is None:
        return None
    return base + (1 if match["next"] else -1 if match["last"] else 0)


def status_of(scene: Scene, start: int, end: int, sentence: Sentence, year: int | None) -> Status | None:
    """How far along it is: a plan section's facts are planned; else the clause's words, else what is inherited."""
    inherited = sentence.context.status
    inherited_year = sentence.context.year
    clause_start, clause_end = scene.clause_at(start, sentence)
    clause = scene.text[clause_start:clause_end]
    if inherited is Status.PLANNED:
        if year is not None and inherited_year is not None and year < inherited_year and _COMPLETED.search(clause):
            return Status.COMPLETED
        return Status.PLANNED
    if year is not None and inherited_year is not None and year > inherited_year:
        return Status.PLANNED
    if _PLANNED.search(clause):
        return Status.PLANNED
    if _COMPLETED.search(clause):
        return Status.COMPLETED
    if _ONGOING.search(clause):
        return Status.ONGOING
    return inherited
