"""What is built at a school, as a project's name says it: read from the words behind the school's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.page import Page

__all__ = ["Told", "is_work", "told_behind", "told_besides", "told_later", "told_of_all", "told_shared"]

_BRACKETED = ("新（改、扩）建", "新（改）扩建", "新（改扩）建", "改（扩）建")
_NO_FILLER = (
    r"[一二三四五六七八九十两\d]|移交|使用|拥有|共有|已|正在|即将|全部|内装|合用|共用|进入|进行|调研|在|被|由|举行|旧址|原址|逐[渐步]"
    r"|[^，。；：、]{0,3}(?:集团|联盟|共同体|文化|队伍|品牌|特色|课程|学科|专业|师德|作风|制度|党建|支部|班子|体系|机制|内涵|团队)"
)
"""What opens no part of a work's name behind a school: 食堂 in 学校在食堂 is no work."""
_NOUN = rf"(?:{'|'.join(_BRACKETED)}|{{work_noun}})"
_INNER = r"(?!正在|进入|即将|[在至]|项目(?!建设))[^，。；：、和与及等（）\s]"
_FILLER = rf"(?:(?!{_NO_FILLER})(?:{_INNER}){{1,5}}?)?"
"""Up to five characters may stand between the school and the noun (标准田径运动场), but no list mark."""
_COUNTED = (
    r"(?:(?:约|近|共)?(?:[\d.,]+|[一二两三四五六七八九十]+)余?万?(?:平方米|平米|㎡|栋|幢|座|个|间|套|米|块|条|所)的?)"
)
_NUMBERED = r"(?:[\dA-Da-d一二三四五六七八九十]{1,3}(?:[#＃]|号|栋|幢|座)(?=[^，。；：、\s]{0,6}[楼舍堂馆场房])楼?)"
_PHASE = r"(?:[一二三四东西南北]部(?=主体|建设|项目|新建|扩建|工程|改造))?(?:[一二三四](?:、[一二三四])*期)?"
_KIND = r"(?P<kind>(?:建设)?(?:项目|工程)?)"
_VERB_OF_NEXT = r"(?:新建|改?扩建|改建|迁建|改造|重建|维修|建设)(?![、，。；及和）\n]|等|项目|工程|$)"
"""甲小学建设、扩建乙中学: the verb before the next school is no work at the first."""
_BEHIND = (
    r"(?:（[^（）]{2,12}）)?(?:(?!是|为|属|系|等|[\d一二两三四五六七八九十]+余?[所个])[^，。；：、（）]{0,14}的|：)?(?:“[^“”]{2,8}”)?"
    rf"(?:(?P<work>{_PHASE}(?:{_NUMBERED}(?:、{_NUMBERED})*)?{_FILLER}{_NOUN}(?:{_FILLER}{_NOUN})?"
    rf"(?:[、及和](?!{_VERB_OF_NEXT}){_NOUN})*){_KIND}"
    rf"|(?P<numbered>{_NUMBERED}(?:、{_NUMBERED})*)"
    rf"|(?P<long>(?!{_NO_FILLER})(?:{_INNER}){{6,12}}?{_NOUN}(?:建设|改造|提升)*(?:项目|工程)))"
)
_MONEY = r"(?:，?(?:共|总|计划)?(?:投资|投入|筹资|争取资金|斥资|利用资金)[^，。；、\d]{0,4}[\d.]+[万亿]?余?元，?)?"
_BUILDS = "新建|建设|修建|兴建|建成|建起|筹建|增建|添建|铺设|建"
_CHANGES = "升级改造|维修改造|改造提升|改造升级|改扩建|扩建|改造|维修|改建|翻建|翻修|修缮|重建|硬化|加固|装修|更换"
_DOING = (
    rf"(?:（[^（）]{{2,12}}）)?：?{_MONEY}(?:(?P<builds>{_BUILDS})|(?P<changes>{_CHANGES}))[了的]?"
    rf"(?:{_COUNTED}|建筑面积{_COUNTED}|高标准|现代化|标准化)*"
    rf"(?P<work>{_FILLER}{_NOUN}(?:{_COUNTED})?(?:[、及和](?!配套|附属|其他){_FILLER}{_NOUN}(?:{_COUNTED})?)*){_KIND}"
)
_LATER = (
    rf"(?:[^。；\n]{{0,40}}?(?:平方米|[万亿]余?元)的(?P<work>{_NOUN})(?=已|正|将|主体|工程|于|基本|竣工|封顶|顺利|如期)"
    rf"|[^。；\n]{{0,30}}，并?(?:投资[\d.]+[万亿]余?元)(?:新建|修建|兴建|建成)了?{_COUNTED}*(?P<built>{_NOUN}))"
)
_CLAUSE_OF = (
    rf"(?:新建的?|其)?(?P<work>{_NOUN})(?:也|均|都)?(?:已经?|正在|正|即将|将|主体|基础|进入|完成|基本|全面|顺利|如期)"
    r"[^，。；]{0,10}?(?:投用|投入使用|[开动竣完]工|封顶|施工|装修|完成|交付|启用|建成|浇筑|招标|招投标|设计|落成)"
)
_COUNT = re.compile(_COUNTED)
_NO_BUILDING = re.compile(
    r"(?:(?:国家|[省市县区州校])级)?(?:高水平|骨干|特色|品牌|示范|优势|重点|紧缺|精品)*(?:专业|学科|课程)"
)
"""甲职业学校建设省级高水平专业2个: what the school sets up is no building."""
_DEALT = rf"(?:先后|分别|全部|已|均|都)*(?:进行|实施)了?(?:全面|整体|逐步)?(?P<work>{_NOUN})(?P<kind>(?:项目|工程)?)"
"""对甲小学、乙小学进行校舍维修: the work behind a verb, done at all schools of the list."""
_WORKING = re.compile(
    r"(?:改造|维修|改扩建|扩建|改建|迁建|重建|新建|扩容|加固|修缮|提质|搬迁|装修|建设)(?:项目|工程)?$"
)
_LEAD = re.compile(
    r"^(?:的|要|属于|将|已|正在|加紧|抓紧|完成|启动|实施|进行|开展|推进|开工|动工|全面|正式|无偿|捐资|捐建|援建|兴建|迁入|搬入|新建的(?=.)|了)+"
)
_TELLS = re.compile(r"开工|动工|启动|正在|将|已|推进|加紧|抓紧")
_INNER_VERB = re.compile(r"(?:得到|进行|实施|予以|完成)了?(?=.)")
"""A verb between a building and its work: 校舍进行维修, 危房得到改造."""
_STAGE = re.compile(r"(?:土石?方(?:开挖|回填)?|场平|主体(?:工程|结构)?)(?:施工|建设)?$")
"""How far a work has come, behind its name: 综合楼主体施工 is the work 综合楼."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the words behind a school say is built there."""

    name: str
    """As it stands in a project's name: 综合楼, 食堂改造, 改扩建项目."""
    end: int
    """Where the name ends; the stage behind it (主体建设已完成) says how far it is."""
    stop: int
    """Where the words end that tell it, and the list of schools goes on."""
    working: bool
    """Whether its first part names what is done (改造), and not only what is there (食堂)."""
    worked: bool
    """The same of the whole with 建设项目, 工程 behind it."""
    verbal: bool = False
    """Whether a verb and its object tell it: 新建教学楼1栋."""


def told_behind(page: Page, at: int) -> Told | None:
    """The work told right behind a school's name, or None: 二期工程, 3号楼, 投资80万元改造了食堂."""
    text = page.text
    doing = page.knowledge.pattern(_DOING).match(text, at)
    if doing is not None and not _WORKING.search(doing["work"]):
        name = _COUNT.sub("", doing["work"])
        if doing["changes"]:
            # 改造提升工程 is a name in its own order; 改造食堂 is 食堂改造, 新建综合楼 the work 综合楼.
            name = doing["changes"] + name if name.endswith(("工程", "项目")) else name + doing["changes"]
        elif doing["builds"] == "建设" and not doing["kind"]:
            name += "建设"
        return Told(name + doing["kind"], doing.end(), doing.end(), working=True, worked=True, verbal=True)
    match = page.knowledge.pattern(_BEHIND).match(text, at)
    if match is None:
        return None
    if text[: match.end()].endswith("建设") and _NO_BUILDING.match(text, match.end()):
        return None
    whole = match["numbered"] or match["long"]
    if whole:
        return Told(whole, match.end(), match.end(), working=False, worked=bool(match["long"]))
    return _of(match)


def told_later(page: Page, at: int, end: int) -> Told | None:
    """The building told further on in the sentence, by money or floor: …看到，投资68万元的教学楼已完工."""
    match = page.knowledge.pattern(_LATER).match(page.text, at, end)
    return None if match is None else Told(match["work"] or match["built"], at, at, working=False, worked=False)


def told_besides(page: Page, at: int, end: int) -> Iterator[Told]:
    """The buildings of the same school in the clauses that follow: …食堂已投用，教学楼正在装修，宿舍楼主体封顶."""
    clause = page.knowledge.pattern(_CLAUSE_OF)
    for mark in re.compile("，").finditer(page.text, at, end):
        match = clause.match(page.text, mark.end(), end)
        if match is not None:
            yield Told(match["work"], match.end("work"), match.end(), working=False, worked=False)


def told_shared(page: Page, at: int) -> Told | None:
    """The work behind a list of schools that all of them share: 甲小学、乙小学等6所学校操场建设."""
    told = told_behind(page, at)
    return told if told is not None and not page.text[at : told.stop].startswith("（") else None


def told_of_all(page: Page, at: int) -> Told | None:
    """What is done at all schools of a list, behind a verb: 进行了校舍维修."""
    match = page.knowledge.pattern(_DEALT).match(page.text, at)
    told = None if match is None else _of(match)
    return told if told is not None and told.worked else None


def is_work(told: Told | None) -> bool:
    """Whether the words behind a school name what is done, and not only what is there."""
    return told is not None and told.worked


def _of(match: re.Match[str]) -> Told:
    """The work of a match whose groups are what it is and 项目 or 工程 behind it."""
    working, worked = bool(_WORKING.search(match["work"])), bool(_WORKING.search(match["work"] + match["kind"]))
    return Told(_name(match), _end(match), match.end(), working=working, worked=worked)


def _end(match: re.Match[str]) -> int:
    """Where the work's name ends: the stage behind it (主体建设已完成) says how far it is."""
    lead = _LEAD.match(match["work"])
    if lead and not match["kind"] and _TELLS.search(lead[0]):
        # 城西小学|开工建设: the verb tells how far it is and is no part of the name.
        return match.start("work")
    stage = None if match["kind"] else _STAGE.search(match["work"])
    return match.start("work") + stage.start() if stage else match.end()


def _name(match: re.Match[str]) -> str:
    """The work as it stands in a project's name, without the verbs before it."""
    work = match["work"] if match["work"] not in _BRACKETED else "改扩建"
    work = _INNER_VERB.sub("", _LEAD.sub("", work))
    return (_STAGE.sub("", _COUNT.sub("", work)) or "建设") + match["kind"]
