"""Prizes and the contest in which they are won: 一等奖 of 全省中小学生合唱比赛."""

from __future__ import annotations

import re

from kg.extract.page import Page

__all__ = ["PRIZE", "with_contest"]

PRIZE = re.compile(
    r"(?:特等奖|[一二三]等奖|金奖|银奖|铜奖|优秀奖|优胜奖|优秀组织奖|组织奖|第[一二三四五六七八九十\d]+名|冠军|亚军|季军|金牌|银牌|铜牌"
    r"|团体总分第[一二三四]名?)$"
)
"""How the name of a prize ends that means little without its contest."""
_CONTEST = re.compile(
    r"(?P<name>(?:“[^“”]{2,24}”|[\u4e00-\u9fff\d·（）‘’—-]){0,40}?"
    r"(?:(?:征文|评选|读书|征集|展示|展演|演讲|技能|合唱|教学|风采|竞技|作品|才艺)*(?:比赛|大赛|竞赛|联赛|锦标赛|挑战赛|邀请赛|赛课|艺术节|科技节|运动会"
    r"|会演|汇演|展评|评比|展演|展演活动|评选活动|征文活动|读书活动|征集活动|展示活动|艺术展演活动|评选(?=中)|大会(?=上))))(?![课])"
)
_LEAD = re.compile(
    r"^.*(?:参加了?|经(?!典|济|验)|组织了?|举办了?|开展了?|承办了?|举行了?|(?<!现)在|于|的|年来|师生|学生在|选送|荣获了?|获得了?|夺得了?|同学|老师|推荐|其中|分获|喜获|(?<![少青壮老成])年(?=[\u4e00-\u9fff]{2}))"
)
_OWN = re.compile(r"优质课|精品课|公开课|微课|课例|论文|征文|教学成果|教案|课件")
"""Work that is judged by itself: 优质课一等奖 needs no contest named."""
_ANY = re.compile(
    r"(?:线上|网上|现场|专家|综合|最终|激烈|初步|层层|[校县区市省]级)*(?:的)?(?:评比|评选|展评|比赛|大赛|竞赛)"
)
"""Words for judging that name no contest."""
_ALONE = re.compile(r"(?:[小初高中]学?组|[男女甲乙丙][子生]?组?|团体|个人|单项|混合)*" + PRIZE.pattern)
_NUMBER = re.compile(r"^(?:首届|第[一二三四五六七八九十百\d]+届|20\d\d年度?)")
_TOLD = re.compile(r"全国|中国|世界|国际|[省市县区州]|届|杯")
_TELLING, _LONG = 6, 8
"""A contest's name has more characters than so many; without level or number it is longer."""
_NEWS = 4000
"""A text that is news of one contest is not longer than so many characters."""
_LEVEL = re.compile(r"^(?:全省|全市|全县|全国|省|市|县|区|国家|自治区|州)级?(?=[一二三特优金银铜第高初小组])")


def with_contest(page: Page, start: int, name: str) -> str:
    """The prize with the contest named before it in the sentence; the name as it is if none is named there."""
    if not PRIZE.search(name) or _CONTEST.search(name) or _OWN.search(name):
        return name
    sentence = page.sentence_at(start)
    contests = list(_CONTEST.finditer(page.text, sentence.start, start)) if sentence is not None else []
    contest = _bare(contests[-1]["name"]) if contests else ""
    if len(contest) < 4 or _ANY.fullmatch(contest):
        contest = _only_contest(page) if _ALONE.fullmatch(name) else ""
    return contest + _LEVEL.sub("", name) if contest else name


def _bare(contest: str) -> str:
    """A contest's name without the words that lead to it."""
    return _LEAD.sub("", contest) if "“" not in contest else _from_quote(contest)


def _only_contest(page: Page) -> str:
    """The contest that a short news text is about: the only one it names with its level or its number; else empty."""
    if len(page.text) > _NEWS:
        return ""
    names = [_bare(found["name"]) for found in _CONTEST.finditer(page.text)]
    told = [name for name in names if len(name) > (_TELLING if _TOLD.search(name) else _LONG)]
    return max(told, key=len) if len({_NUMBER.sub("", name) for name in told}) == 1 else ""


def _from_quote(contest: str) -> str:
    """A contest whose name begins with a motto in quotation marks, from the mark or the level right before it."""
    at = contest.index("“")
    lead = _LEAD.sub("", contest[:at])
    return (lead if len(lead) <= 12 else "") + contest[at:]
