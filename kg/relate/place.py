"""Where schools are: by their names, by the words around them, and by whom the document speaks for."""

from __future__ import annotations

import re

from kg.model.facts import Mention, Relation
from kg.model.names import EntityKind, FactKind, Level
from kg.relate.scene import Scene

__all__ = ["home_region", "relate_locations"]

_AT = re.compile(r"(?:位于|地处|坐落于|坐落在|设在)[\u4e00-\u9fff]{0,6}$")
_OWN_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:新区|开发区|示范区|园区|区|县|市|旗|镇|乡|街道)(?![小中])")
"""A school that bears a place of its own, known or not, does not lie where the one before it in the list lies."""
_OF_LEVEL = re.compile(r"[县市区州省旗](?![府政城])")
"""县一中, 省实验中学: a school of a level lies not where the one before it in a list does; 省府路小学 is none."""
_LIES = re.compile(r"(?:新校区|校址|校园)?(?:(?P<sure>位于|地处|坐落于|坐落在|选址于?)|在)")
"""Behind a school's name: words before the place where it lies."""
_STANDS = re.compile(r"[，。；内境]|(?:正式|顺利|如期)?(?:落成|建成|揭牌|奠基|落户|成立)")
_OF_CITY = re.compile(r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:中|中学|高|高中|高级中学)$")
"""What follows a city's short name in the name of its own numbered school: 成都七中."""
_WORKS = re.compile(
    r"(?:改扩建|扩建|迁建|新建|改造|[\u4e00-\u9fff]{0,3}(?:楼|食堂|操场|运动场|宿舍)[\u4e00-\u9fff]{0,4}(?:项目|工程|建设|改造))"
)
"""Works at a school are in the region whose report tells of them, whatever place its name holds."""
_TELLING = re.compile(r"^(?!第|实验|中心|民族|职业|[一二三四五六七八九十\d]).{4,}$")
"""What follows a region's name and says which school is meant: 流溪中学, not 第一中学."""
_BRANCH = re.compile(r"(?:分校|校区|分园|附属[\u4e00-\u9fff]{0,8}(?:学校|中学|小学|幼儿园))$")
_THERE = re.compile(r"\n?(?:该校|学校)?(?:位于|地处|坐落于|坐落在)")
_LEADS = re.compile(r"(?:[例比]?如|其中|此外)，?$")
"""Words before the region of which a clause goes on to speak: 如铁东区将…."""


def home_region(scene: Scene) -> int | None:
    """The index of the first mention of the document's own region; None if it is named nowhere."""
    return scene.home


def relate_locations(scene: Scene) -> list[Relation]:
    """Each school in the regions that its name or the words around it tell, and in the document's own.

    A school with a township's or a county's name lies there, in the regions of the text above it, and so in the
    document's; one with the name of a place outside lies only outside.
    """
    home = home_region(scene)
    first = _first_mentions(scene)
    relations: list[Relation] = []
    last: tuple[int, int, bool] | None = None
    elsewhere = _elsewhere(scene)
    for index in scene.of_kind(EntityKind.SCHOOL):
        school = scene.mentions[index]
        named, stated = _named_region(scene, index), None
        if named is None:
            # 流溪中学 in a text that has named 从化区流溪中学.
            named = elsewhere.get(school.name)
        if named is None:
            named = stated = _stated_region(scene, school)
        topic = None if named is not None else _topic_region(scene, school)
        untold = named is None and topic is None
        if untold and not _WORKS.match(scene.text, school.end) and _outside(scene, school.name):
            last = None
            continue
        city = _city_of(scene, school.name, first) if untold else None
        if city is not None:
            # A district's report tells of 成都七中: it lies in the city, and maybe not in the district.
            last = None
            relations.append(_located(index, city, school, "city-in-name", 0.8))
            continue
        if (
            named is None
            and last is not None
            and scene.text[last[0] : school.start] == "、"
            and not _OF_LEVEL.match(school.name)
            and not _OWN_PLACE.match(school.name)
            and (last[2] or scene.mentions[last[1]].name[-1] not in "镇乡村道处")
        ):
            # 青山区文化小学、老城小学: the region stands before both; a town in the first one's name does not.
            named, stated = last[1], last[1] if last[2] else None
        named = topic if named is None else named
        last = (school.end, named, stated is not None) if named is not None else None
        above = _before_town(scene, named) if named is not None else None
        places = _upward(scene, named, first) if named is not None else []
        places += _upward(scene, above, first) if above is not None else []
        if home is not None and (named is None or _inside_home(scene, named if above is None else above)):
            places.append(home)
        for place in dict.fromkeys(places):
            rule, sure = ("document-region", 0.85) if place == home else ("region-in-name", 0.95)
            relations.append(_located(index, place, school, rule, sure))
    return relations


def _elsewhere(scene: Scene) -> dict[str, int]:
    """Names of schools without the region outside that they bear in full, and the mention of that region."""
    found: dict[str, int] = {}
    for index in scene.of_kind(EntityKind.SCHOOL):
        place = _named_region(scene, index)
        if place is not None and not _inside_home(scene, place):
            rest = scene.text[scene.mentions[place].end : scene.mentions[index].end]
            if _TELLING.search(rest):
                found.setdefault(rest, place)
    return found


def _located(index: int, place: int, school: Mention, rule: str, sure: float) -> Relation:
    """That a school lies in a region; its name is the evidence, and no year is told."""
    ends = {"school": index, "region": place}
    return Relation(FactKind.LOCATION, ends, None, None, school.start, school.end, rule, sure)


def _city_of(scene: Scene, name: str, first: dict[str, int]) -> int | None:
    """The city or province above the document's region whose numbered school this is, by its first mention."""
    own = scene.document.info.region_code
    for above in scene.knowledge.regions.ancestors(own) if own else ():
        short = above.short
        if above.level <= Level.PREFECTURE and name.startswith(short) and above.code in first:
            rest = name[len(short) :].removeprefix("市")
            return first[above.code] if _OF_CITY.fullmatch(rest) else None
    return None


def _outside(scene: Scene, name: str) -> bool:
    """Whether a secondary school or university bears the short name of a city or province that lies elsewhere.

    A primary school's name may hold any place's (德阳小学 in 开州).
    """
    knowledge, own = scene.knowledge, scene.document.info.region_code
    if not own or name.endswith(("小学", "幼儿园", "小", "幼")):
        return False
    home = knowledge.regions.by_code(own)
    if home is not None and len(home.short) >= 2 and home.short in name and name.endswith(("分校", "校区", "学校")):
        # 北京景山学校曹妃甸分校 lies in 曹妃甸.
        return False
    for start, _, place in knowledge.region_matcher().find(name[:6]):
        if start:
            return False
        found = [
            d
            for d in map(knowledge.regions.by_code, knowledge.region_codes()[place])
            if d is not None and d.until is None
        ]
        return all(
            d.level <= Level.PREFECTURE
            and not knowledge.regions.contains(own, d.code)
            and not knowledge.regions.contains(d.code, own)
            and d.code != own
            for d in found
        )
    return False


def _first_mentions(scene: Scene) -> dict[str, int]:
    """Division code to the index of the first mention of that region."""
    first: dict[str, int] = {}
    for index, mention in enumerate(scene.mentions):
        if mention.kind is EntityKind.REGION and mention.attributes.get("code"):
            first.setdefault(mention.attributes["code"], index)
    return first


def _upward(scene: Scene, place: int, first: dict[str, int]) -> list[int]:
    """A region and those above it that the text names, up to below the document's own."""
    code = scene.mentions[place].attributes.get("code", "")
    own = scene.document.info.region_code
    found = [place]
    for above in scene.knowledge.regions.ancestors(code) if code else ():
        if above.code == own or above.level <= Level.PREFECTURE:
            break
        if above.code in first:
            found.append(first[above.code])
    return found


def _before_town(scene: Scene, place: int) -> int | None:
    """The known region right before a town that the gazetteer does not hold: 渌口区|渌口镇."""
    town = scene.mentions[place]
    if town.attributes.get("code"):
        return None
    ends = (i for i in scene.within(town.start - 12, town.start, EntityKind.REGION))
    return next(
        (i for i in ends if scene.mentions[i].end == town.start and scene.mentions[i].attributes.get("code")), None
    )


def _inside_home(scene: Scene, place: int) -> bool:
    """Whether a named region lies in the document's own; a place without a code is one of its townships."""
    code, own = scene.mentions[place].attributes.get("code", ""), scene.document.info.region_code
    return not code or not own or code == own or scene.knowledge.regions.contains(own, code)


def _named_region(scene: Scene, index: int) -> int | None:
    """The most specific region that a school's name holds; None if only the document's own line is named."""
    school = scene.mentions[index]
    gazetteer = scene.knowledge.regions
    own = scene.document.info.region_code
    item = school.attributes.get("item", "")
    start, end = (int(x) for x in item.split("-")) if item else (school.start, school.end)
    if item and scene.text[start - 1 : start] not in "、，。；：":
        # 临江市保安镇、…: the region right before the item belongs to it.
        start = min(
            [
                m.start
                for m in map(scene.mentions.__getitem__, scene.within(start - 8, start, EntityKind.REGION))
                if m.end == start
            ],
            default=start,
        )
    best: tuple[int, int] | None = None
    for place in scene.within(start, end, EntityKind.REGION):
        region = scene.mentions[place]
        code = region.attributes.get("code", "")
        division = gazetteer.by_code(code) if code else None
        if code and own and (code == own or gazetteer.contains(code, own)):
            continue
        if best is None and _BRANCH.search(scene.text, region.end, end) and _names_home(scene, region.end, end):
            # 厦门外国语学校石狮分校 lies in 石狮.
            continue
        behind = any(
            scene.mentions[i].end == region.start for i in scene.within(start, region.start, EntityKind.REGION)
        )
        if region.start > school.start and not behind and own and code and not gazetteer.contains(own, code):
            # 海南医科大学桂林洋校区: only a name's first place, or path of places, puts a school into another region.
            continue
        short = division is not None and scene.text[region.start : region.end] == division.short != division.name
        if short and division is not None and division.level is Level.TOWNSHIP:
            # 沙地中心小学 bears the township's name; that it lies there is likely, not said.
            continue
        rank = int(division.level) if division else int(Level.TOWNSHIP)
        if best is None or rank >= best[0]:
            best = rank, place
    return best[1] if best else None


def _names_home(scene: Scene, start: int, end: int) -> bool:
    """Whether the short name of the document's own region stands in a span."""
    own = scene.document.info.region_code
    division = scene.knowledge.regions.by_code(own) if own else None
    return division is not None and scene.text.find(division.short, start, end) >= 0


def _stated_region(scene: Scene, school: Mention) -> int | None:
    """The region of 位于秀水镇的县五小, and of 天山中学。该校地处石门镇 in the next sentence."""
    sentence = scene.sentence_at(school.start)
    if sentence is None:
        return None
    line = max(scene.text.rfind("\n", 0, school.start), scene.text.rfind("；", sentence.start, school.start)) + 1
    for place in scene.within(line, min(school.start, line + 12), EntityKind.REGION):
        # 石门县：县一中、县二中；澧县：… in a list of several counties.
        if scene.mentions[place].start == line and scene.text[scene.mentions[place].end] == "：":
            return place
    behind = _LIES.match(scene.text, school.end)
    if behind is not None:
        for place in scene.within(behind.end(), behind.end() + 10, EntityKind.REGION):
            region = scene.mentions[place]
            # 城东中学在城郊镇，… but not 县一中在石门县教育局…
            if region.start == behind.end() and (behind["sure"] or _STANDS.match(scene.text, region.end)):
                return place
    for place in scene.within(max(sentence.start, school.start - 14), school.start, EntityKind.REGION):
        region = scene.mentions[place]
        if scene.text[region.end : school.start] == "的" and region.attributes.get("own") != "yes":
            return place
        if region.end >= school.start - 1 and _AT.search(scene.text, sentence.start, region.start):
            return place
    following = _THERE.match(scene.text, sentence.end)
    if following is not None and school is _last_school(scene, sentence.start, sentence.end):
        for place in scene.within(following.end(), following.end() + 8, EntityKind.REGION):
            if scene.mentions[place].start == following.end():
                return place
    return None


def _topic_region(scene: Scene, school: Mention) -> int | None:
    """The region of which the paragraph speaks where a school stands: 和平区将完成万全小学…改扩建.

    Only in the text of a prefecture or province, and only a region one or two ranks below it that opens a clause as
    its subject and is not one of a list.
    """
    own = scene.document.info.region_code
    home = scene.knowledge.regions.by_code(own) if own else None
    if home is None or home.level > Level.PREFECTURE:
        return None
    line = scene.text.rfind("\n", 0, school.start) + 1
    for place in reversed(scene.outer(scene.within(line, school.start, EntityKind.REGION))):
        region = scene.mentions[place]
        code = region.attributes.get("code", "")
        division = scene.knowledge.regions.by_code(code) if code else None
        if division is None or code == own or not scene.knowledge.regions.contains(own, code):
            continue
        if not Level.PREFECTURE <= division.level <= Level.COUNTY:
            continue
        begin = region.start - len(lead[0]) if (lead := _LEADS.search(scene.text, line, region.start)) else region.start
        opens = begin == line or scene.text[begin - 1] in "，。；"
        return place if opens and scene.text[region.end] not in "、和与及的" else None
    return None


def _last_school(scene: Scene, start: int, end: int) -> Mention | None:
    """The last school of a span."""
    schools = scene.within(start, end, EntityKind.SCHOOL)
    return scene.mentions[schools[-1]] if schools else None
