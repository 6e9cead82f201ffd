"""Regions: names of the gazetteer, and places named in lists of the document's own townships."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract.page import Page
from kg.knowledge import PLACES, Division
from kg.model.names import EntityKind, Level
from kg.text.standing import names_something_else, stands_alone

__all__ = ["find_regions"]

_TOWN = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,5}?(?:镇|乡|街道(?:办事处)?|办事处)(?![\u4e00-\u9fff]*(?:小学|中学|学校|幼儿园))"
)
_BARE_TOWN = re.compile(
    r"乡镇|城镇|集镇|各镇|[一二三四五六七八九十两几\d]+个?[乡镇]|街道$|等镇|等乡|小镇|本镇|我镇|该镇|村镇|建制镇"
)
_GROUP = re.compile(
    r"(?P<items>[\u4e00-\u9fff]{2,6}(?:(?:、|和|与|及)[\u4e00-\u9fff]{2,6}?){1,40})(?P<tail>等?(?:[一二三四五六七八九十两\d]+个?)?"
    r"(?P<head>乡镇|镇乡|街道|镇|乡|县市区|县区|县|市|区|州|地|一带|片区|自治县|地区))"
)
_STRETCH = re.compile(r"[\u4e00-\u9fff、\d]+")
"""What such a list is made of."""
_LIST_MARK = re.compile("[、和与及]")
_LIST_HEADS = "镇乡道县区州地带市"
_OF_SCHOOLS = re.compile(r"[小中]学|学校|幼儿园|完小|[初高]中|中心校")
_SCHOOL_BEHIND = re.compile(rf"[\u4e00-\u9fff]{{0,6}}?(?:{_OF_SCHOOLS.pattern})")
_COUNTY_SCHOOL = re.compile(r"[一二三四五六七八九十]?[中小]|第[一二三四]|中学|民族|职业|特殊|实验|县|高级|高中")
_SELF = re.compile(r"(?:我|全|本|该)(?P<word>[县区市州省旗])(?![\u4e00-\u9fff]?(?:域|场))")
_JOINS = ("、", "和", "与", "及")
_COUNTED = re.compile(r"等地|等?[一二三四五六七八九十两\d]+个?(?:县|市|区|镇|乡|地)|等(?:县|市|区|镇|乡)|一带|两地")


def find_regions(page: Page) -> None:
    """Write every region that the text names; also remember where region names stand inside other names."""
    local = _local_names(page)
    _gazetteer_names(page, local)
    _listed_short_names(page, local)
    _unlisted_towns(page)
    _own_region(page)


def _own_region(page: Page) -> None:
    """Write 我县, 全区 … for the document's own region; where nothing names it, its first such word stands for it."""
    info = page.document.info
    word = info.region[-1:] if info.region else ""
    named = any(m.attributes.get("code") == info.region_code for m in page.mentions if info.region_code)
    found = False
    for match in _SELF.finditer(page.text):
        if (word and match["word"] != word) or not page.free(*match.span()):
            continue
        if not word:
            # 002: a report that never names its county; the county is real, its name is not known.
            word = match["word"]
        found = True
        page.add(
            EntityKind.REGION,
            *match.span(),
            "own-region",
            confidence=0.95 if info.region else 0.4,
            taking=False,
            name=info.region or f"本{match['word']}",
            attributes={"code": info.region_code, "own": "yes"} if info.region_code else {"own": "yes"},
        )
    if not named and not found and info.region and page.document.sentences:
        first = page.document.sentences[0]
        page.add(
            EntityKind.REGION,
            first.start,
            first.end,
            "issuer-region",
            name=info.region,
            confidence=0.7,
            taking=False,
            attributes={"code": info.region_code, "own": "yes"},
        )


def _local_names(page: Page) -> Callable[[str], str | None]:
    """The code of a name among the places of the document's region; None for any other name."""
    info, gazetteer = page.document.info, page.knowledge.regions
    names = gazetteer.local_names(info.region_code)
    children: dict[str, str] = {}
    if info.region_code and info.region_level is not None and info.region_level <= Level.PREFECTURE:
        for child in gazetteer.children(info.region_code):
            children.setdefault(child.name, child.code)
    return (lambda name: names.known(name) or children.get(name)) if children else names.known


def _gazetteer_names(page: Page, local: Callable[[str], str | None]) -> None:
    """Full names anywhere; short names of provinces and prefectures, and of the document's own line."""
    info, knowledge = page.document.info, page.knowledge
    gazetteer = knowledge.regions
    own = {info.region_code, *(d.code for d in gazetteer.ancestors(info.region_code))} if info.region_code else set()
    ambiguous = knowledge.words("ambiguous_place")
    hits: list[tuple[int, int, str, str]] = []
    below: list[tuple[int, int, str, str]] = []
    meant: dict[str, Division | None] = {}
    common = knowledge.region_codes()
    for start, end, name in page.seen.every(PLACES):
        if name in common:
            if name not in meant:
                meant[name] = _choose(page, name, own)
            if division := meant[name]:
                hits.append((start, end, name, division.code))
        if code := local(name):
            below.append((start, end, name, code))
    hits += below
    for start, end, _, code in hits:
        page.region_ends.setdefault(end, []).append((start, code))
    # The longest at each place; a path such as 湖南省常德市 stays two names.
    hits.sort(key=lambda h: (h[0], -h[1]))
    last = 0
    longer: tuple[int, int] | None = None
    for start, end, name, code in hits:
        if start < last or not page.free(start, end):
            continue
        if longer is not None and longer[0] == start and end < longer[1]:
            # 镇江关 is a town of the county, so 镇江 is no city here.
            continue
        division = gazetteer.by_code(code)
        if division is None:
            continue
        cut = (len(name) == 2 and name[-1] in "县州市") or (name[1:] == "城区" and _ends_verb(page, start))
        if (cut or (len(name) == 2 and name == division.name)) and not stands_alone(page.words, start, end):
            # 成县 in 完成县…, 和县 in 市和县; 定县, as 定州市 was called, in 认定县级…; 增城区 in 新增城区学位.
            continue
        full = name != division.short or name == division.name or len(name) > len(division.short)
        if not full and not _short_allowed(page, start, end, name, division, own, ambiguous):
            longer = (start, end) if division.level is Level.TOWNSHIP and len(name) > 2 else longer
            continue
        if _inside_word(page.text, start, end, name) or (
            name == "城区" and page.text[start - 1 : start] in ("县", "镇")
        ):
            continue
        page.add(EntityKind.REGION, start, end, "gazetteer", attributes={"code": code}, taking=False)
        last = end


def _choose(page: Page, name: str, own: set[str]) -> Division | None:
    """The division that a name means here: of the document's own line or surroundings, else the only or highest one."""
    gazetteer = page.knowledge.regions
    found = [d for d in map(gazetteer.by_code, page.knowledge.region_codes()[name]) if d is not None]
    # A lost division lives on by its full name only: 惠民 is the county of today, not the prefecture that was.
    divisions = [d for d in found if d.until is None or d.name == name]
    here = page.document.info.region_code
    for test in (
        lambda d: d.code in own,
        lambda d: bool(here) and gazetteer.contains(here, d.code),
        lambda d: bool(here) and d.code[:4] == here[:4],
        lambda d: bool(here) and d.code[:2] == here[:2],
    ):
        fitting = [d for d in divisions if test(d)]
        if fitting:
            return gazetteer.current(min(fitting, key=lambda d: (d.level, d.code)))
    high = [d for d in divisions if d.level <= Level.PREFECTURE]
    if high:
        return gazetteer.current(high[0])
    return gazetteer.current(divisions[0]) if len(divisions) == 1 else None


def _ends_verb(page: Page, start: int) -> bool:
    """Whether the character at a place ends a verb: 增 in 新增城区学位."""
    return page.text[start - 1 : start + 1] in page.knowledge.words("verb")


def _short_allowed(
    page: Page, start: int, end: int, name: str, division: Division, own: set[str], ambiguous: frozenset[str]
) -> bool:
    """Whether a short name stands for the place here and not for a word or a part of a name."""
    if len(name) < 2 or name in ambiguous:
        return False
    if division.code in own:
        return True
    here = page.document.info.region_code
    if division.level is Level.COUNTY and here and page.knowledge.regions.contains(here, division.code):
        # 石门一中 in a prefecture's report: the county names its school.
        return bool(_COUNTY_SCHOOL.match(page.text, end)) or _beside_sibling(page, start, end, here)
    behind_parent = any(
        page.knowledge.regions.contains(code, division.code) for _, code in page.region_ends.get(start, ())
    )
    if division.level > Level.PREFECTURE and not behind_parent:
        return False
    if _SCHOOL_LIST.match(page.text, end) or _is_given_name(page, start, end):
        return False
    return not names_something_else(page.text, end) and stands_alone(page.words, start, end)


def _is_given_name(page: Page, start: int, end: int) -> bool:
    """Whether a short name is the given name of a person in a row: 王玮、张金华、李娜."""
    return (
        page.text[start - 1 : start] in page.knowledge.words("surname")
        and page.text[start - 2 : start - 1] in ("、", "，", "：", "长", "\n")
        and _OF_PERSON.match(page.text, end) is not None
    )


def _beside_sibling(page: Page, start: int, end: int, here: str) -> bool:
    """Whether another county of the same region stands beside a short name in a list: 阳朔、全州."""

    def is_sibling(spans: list[tuple[int, str]], begin: int | None) -> bool:
        contains = page.knowledge.regions.contains
        return any((begin is None or s == begin) and contains(here, code) for s, code in spans)

    if page.text[start - 1 : start] in _JOINS and is_sibling(page.region_ends.get(start - 1, []), None):
        return True
    if page.text[end : end + 1] not in _JOINS:
        return False
    return any(is_sibling(page.region_ends.get(stop, []), end + 1) for stop in range(end + 3, end + 6))


_OF_PERSON = re.compile(r"[、，等和与\n]|一行|同志|老师|校长|局长|先生|女士")
_SCHOOL_LIST = re.compile(r"(?:[、和与及][\u4e00-\u9fff]{2,4}?){1,9}(?:小学|中学|幼儿园|初中|完小)(?!教)")
"""白山、益聪、翁山小学: what stands before shares their word."""
_BRAND = re.compile(r"(?:新?葡京|金沙|威尼斯|永利|巴黎人|银河|伦敦人|美高梅|太阳城|皇冠|赌)")
"""澳门金沙 in the text of a hacked page."""
_LONG_SCHOOL = re.compile(r"长[\u4e00-\u9fff]{1,3}?(?:小学|中学|学校|幼儿园|初级中学|高级中学|初中|高中|实验)")


def _inside_word(text: str, start: int, end: int, name: str) -> bool:
    """Whether the name is only a part of a longer word: 石门 in 石门式, 全市区."""
    after = text[end : end + 1]
    before = text[max(0, start - 1) : start]
    if after == "长" and len(name) >= 2:
        # 代县长 is a deputy, 区长 a head; 安宁区长风小学 is a school.
        return _LONG_SCHOOL.match(text, end) is None
    if (before in ("全", "各", "我", "本") and len(name) <= 2) or (name == "澳门" and _BRAND.match(text, start + 2)):
        return True
    return len(name) == 2 and after in ("式", "性", "化", "面")


def _is_listing(stretch: str) -> bool:
    """Whether two characters or more stand between a mark of lists and a word that can be the head of one."""
    mark = _LIST_MARK.search(stretch)
    return mark is not None and max(map(stretch.rfind, _LIST_HEADS)) - mark.start() > 2


def _listed_short_names(page: Page, local: Callable[[str], str | None]) -> None:
    """Short names in a list with a shared head: 石门、临澧两县; 皂市、维新等地; and 皂市、维新等乡镇."""
    if not page.document.info.region_code:
        return
    stretches = (run.span() for run in _STRETCH.finditer(page.text) if _is_listing(run[0]))
    for match in (match for span in stretches for match in _GROUP.finditer(page.text, *span)):
        if _OF_SCHOOLS.search(match["items"]) and _SCHOOL_BEHIND.match(page.text, match.end()):
            # 中枢镇环城小学、中枢|镇第二小学: a list of schools.
            continue
        if not _COUNTED.search(match["tail"]) and match["head"] not in ("县", "镇", "乡", "街道", "乡镇", "一带"):
            continue
        at = match.start("items")
        for item in re.split(r"(、|和|与|及)", match["items"]):
            _take_item(page, item, at, local)
            at += len(item)


def _take_item(page: Page, item: str, at: int, local: Callable[[str], str | None]) -> None:
    """Write one item of a list of short names, if the gazetteer knows it below the document's region."""
    for skip in range(min(5, max(0, len(item) - 1))):
        name = item[skip:]
        code = local(name)
        if code is not None and len(name) >= 2:
            start, end = at + skip, at + len(item)
            if not page.touching(EntityKind.REGION, start, start + 1) and page.free(start, end):
                page.add(EntityKind.REGION, start, end, "listed-place", attributes={"code": code}, taking=False)
                page.region_ends.setdefault(end, []).append((start, code))
            return


def _unlisted_towns(page: Page) -> None:
    """Towns that the gazetteer does not hold (renamed, merged), when they stand alone in a list or clause."""
    found: list[tuple[int, int]] = []
    for match in _TOWN.finditer(page.text):
        start, end = match.span()
        name = match[0]
        if _BARE_TOWN.search(name) or not page.free(start, end) or page.touching(EntityKind.REGION, start, end):
            continue
        neighbours = page.text[max(0, start - 1) : start] + page.text[end : end + 1]
        # Beside it is what ends or begins at most one character away.
        if "、" in neighbours and page.touching(EntityKind.REGION, start - 2, end + 2):
            found.append((start, end))
    for start, end in found:
        page.add(EntityKind.REGION, start, end, "town-beside-town", confidence=0.6, taking=False)
