"""Which mentions of one document name the same thing; one function a kind, all by a canonical key."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.resolve.school_key import expand, is_short_for

__all__ = ["bare_name", "group_mentions", "leading_region", "strip_region"]

_QUOTES = re.compile(r"[“”‘’《》（）()\s·]")
_PROGRAM_TAIL = re.compile(r"(?:专项)?(?:工作|活动|政策|改革|试点|建设|行动|项目|机制|制度|模式|创建)$")
_TOWN = re.compile(r"镇|乡|街道")
_ALSO = re.compile(r"（(?:原|以下简称|简称|即|下称)?[“]?")
_BRANCH = re.compile(r"分校|分园|校区|新园|附属")
_TELLING = 5
"""A title's name longer than so many characters less one tells which title is meant."""
_ABBREVIATED = (
    ("教体局", "教育体育局"),
    ("教育和体育局", "教育体育局"),
    ("教委", "教育委员会"),
    ("政府办公室", "人民政府办公室"),
)


def bare_name(name: str) -> str:
    """A name without quotation marks, brackets and blanks.

    >>> bare_name("“蓝青工程”")
    '蓝青工程'
    """
    # Most names are of letters alone, which is quickly seen.
    return name if name.isalnum() else _QUOTES.sub("", name)


def strip_region(name: str, document: SegmentedDocument, knowledge: Knowledge) -> tuple[str, str]:
    """The code of the region that a name begins with (the document's for 县, 区 …), and the rest of the name.

    >>> # ("431221", "第一中学") for 石门县第一中学 in a report of that county, ("", "第一中学") without a region
    """
    info, gazetteer = document.info, knowledge.regions
    code, rest = "", name
    while True:
        step = leading_region(rest, document.info.region_code, knowledge)
        if step is None:
            break
        found, length = step
        if len(rest) - length < 2:
            break
        code, rest = found, rest[length:]
    if not code and len(rest) > 2 and rest[0] in "县市区州省旗" and info.region:
        level = rest[0]
        if info.region.endswith(level):
            return info.region_code, rest[1:]
        for above in gazetteer.ancestors(info.region_code) if info.region_code else ():
            if above.name.endswith(level):
                return above.code, rest[1:]
        return level, rest[1:]
    return code, rest


def leading_region(name: str, own_code: str, knowledge: Knowledge) -> tuple[str, int] | None:
    """Code and length of a region at the start of a name: of the document's own line, or a full name."""
    best: tuple[str, int] | None = None
    for form, code in knowledge.line_names(own_code):
        if name.startswith(form) and (best is None or len(form) > best[1]):
            best = code, len(form)
    if best is not None:
        return best
    names = knowledge.region_codes()
    form = next((name[:size] for size in range(min(len(name), 12), 1, -1) if name[:size] in names), "")
    divisions = [d for d in map(knowledge.regions.by_code, names.get(form, ())) if d is not None]
    found = [d for d in divisions if d.until is None] or divisions
    return (found[0].code, len(form)) if len(found) == 1 and form == found[0].name else None


def group_mentions(document: SegmentedDocument, mentions: Sequence[Mention], knowledge: Knowledge) -> list[list[int]]:
    """The indices of the mentions in groups, one group for each thing of the world."""
    keyed: dict[tuple[EntityKind, str], list[int]] = defaultdict(list)
    schools: dict[int, str] = {}
    for index, mention in enumerate(mentions):
        key = _key(mention, document, knowledge)
        if mention.kind is EntityKind.SCHOOL:
            schools[index] = key
        keyed[mention.kind, key].append(index)
    merged = _merge_short_schools(document, mentions, keyed)
    by_span = {
        f"{m.start}-{m.end}-{m.name}": merged.get(schools[i], schools[i])
        for i, m in enumerate(mentions)
        if i in schools
    }
    groups: dict[tuple[EntityKind, str], list[int]] = defaultdict(list)
    for (kind, key), indices in keyed.items():
        for index in indices:
            final = key
            if kind is EntityKind.SCHOOL:
                final = merged.get(key, key)
            elif kind is EntityKind.PROJECT and mentions[index].attributes.get("school"):
                school = by_span.get(mentions[index].attributes["school"], "")
                final = f"{school}|{_work_class(mentions[index].attributes.get('work', ''))}"
            groups[kind, final].append(index)
    _merge_honors(groups)
    return [sorted(group) for group in groups.values()]


def _merge_honors(groups: dict[tuple[EntityKind, str], list[int]]) -> None:
    """A title without a level is the only one of its name, or that ends in it, that has one.

    优秀教师 is 石门县优秀教师 and 足球特色学校 is 全国青少年校园足球特色学校, if no other title can be meant.
    """
    for kind, key in [k for k in groups if k[0] is EntityKind.HONOR and k[1].startswith(":")]:
        others = [k for k in groups if k[0] is kind and k[1] != key and not k[1].startswith(":")]
        same = [k for k in others if k[1].partition(":")[2] == key[1:]]
        same = same or [k for k in others if len(key) > _TELLING and k[1].endswith(key[1:])]
        if len(same) == 1:
            groups[same[0]].extend(groups.pop((kind, key)))


def _key(mention: Mention, document: SegmentedDocument, knowledge: Knowledge) -> str:
    """The canonical form under which equal things meet."""
    name = bare_name(mention.name)
    kind = mention.kind
    if kind is EntityKind.REGION:
        return mention.attributes.get("code") or name
    if kind is EntityKind.SCHOOL:
        code, rest = strip_region(name, document, knowledge)
        return f"{code}:{expand(rest)}"
    if kind is EntityKind.DOCUMENT:
        return strip_region(re.sub(r"\d{4}[—-]\d{4}年?$|试行$", "", name), document, knowledge)[1]
    if mention.attributes.get("concept"):
        return "concept:" + mention.attributes["concept"]
    if kind is EntityKind.ORGANIZATION:
        return _organization_key(name, document, knowledge)
    if kind is EntityKind.HONOR:
        code, rest = strip_region(
            re.sub(r"^(?:首批|第[一二三四五六七八九十]+批|20\d\d年度?)", "", name), document, knowledge
        )
        level = mention.attributes.get("level", "")
        rest = re.sub(r"^(?:全国|国家级|省级|市级|县级|区级|州级|省|市|级|全省|全市|全县|全区)+", "", rest)
        return f"{level}:{re.sub(r'20[0-9]{2}年度?|荣誉称号|称号|荣誉|创建|的', '', rest).replace('老师', '教师')}"
    if kind is EntityKind.PROGRAM:
        rest = strip_region(name, document, knowledge)[1]
        short = _PROGRAM_TAIL.sub("", rest)
        return short if len(short) >= 3 else rest
    if kind is EntityKind.PROJECT:
        rest = strip_region(name, document, knowledge)[1]
        short = re.sub(r"(?:建设)?(?:项目|工程)?(?:建设)?$", "", rest)
        return short if len(short) >= 2 else rest
    return name


def _organization_key(name: str, document: SegmentedDocument, knowledge: Knowledge) -> str:
    """A body's region and what it is; 教育局, 县教育局 and 我局 are the document's own."""
    for short, full in _ABBREVIATED:
        if name.endswith(short) and not name.endswith(full):
            name = name[: -len(short)] + full
    code, rest = strip_region(name, document, knowledge)
    rest = re.sub(r"^(?:省|市|县|区|州|旗)(?=教育|人民政府)", "", rest)
    if not code and re.fullmatch(r"教育(?:体育|科技)?局|教育委员会|教育科技体育局", rest):
        code = document.info.region_code
    return f"{code}:{rest}"


def _merge_short_schools(
    document: SegmentedDocument, mentions: Sequence[Mention], keyed: dict[tuple[EntityKind, str], list[int]]
) -> dict[str, str]:
    """Keys of short names to the key of the only longer name that they can stand for, or that a bracket gives."""
    keys = sorted(key for kind, key in keyed if kind is EntityKind.SCHOOL)
    merged = _in_brackets(document, mentions, keyed)
    apart = _listed_together(document, mentions, keyed)
    for key in keys:
        scope, _, core = key.partition(":")
        same = [o for o in keys if o != key and o.partition(":")[2] == core and (key, o) not in apart]
        own = f"{document.info.region_code}:{core}"
        if not scope and (own in same or len(same) == 1):
            # 一中 is the document's own 县一中; 恒雅高中 the only 常德市恒雅高级中学.
            merged.setdefault(key, own if own in same else same[0])
            continue
        longer = [
            other
            for other in keys
            if other != key
            and (key, other) not in apart
            and is_short_for(core, other.partition(":")[2])
            and (not scope or other.partition(":")[0] in ("", scope))
            and not (scope and _TOWN.search(other))
            and not _BRANCH.search(other.partition(":")[2].replace(core, "", 1))
        ]
        # Several longer names are one if each is short for the longest (银河学校, 银河实验学校, 天山学院银河实验学校).
        longest = max(longer, key=lambda k: (len(k), k), default="")
        if longest and all(
            o == longest or is_short_for(o.partition(":")[2], longest.partition(":")[2]) for o in longer
        ):
            merged.setdefault(key, longest)
    # A chain of short forms ends at its longest name.
    return {k: merged.get(merged.get(v, v), merged.get(v, v)) for k, v in merged.items()}


def _listed_together(
    document: SegmentedDocument, mentions: Sequence[Mention], keyed: dict[tuple[EntityKind, str], list[int]]
) -> set[tuple[str, str]]:
    """Pairs of names that stand in one list: 明德中学、明德华兴中学 are two schools."""
    schools = sorted(
        (mentions[i].start, mentions[i].end, k)
        for (kind, k), group in keyed.items()
        if kind is EntityKind.SCHOOL
        for i in group
    )
    pairs: set[tuple[str, str]] = set()
    listed: list[str] = []
    last = -1
    for start, end, key in schools:
        if start - last != 1 or document.text[last] not in "、和与及":
            listed = []
        pairs.update(pair for other in listed if other != key for pair in ((key, other), (other, key)))
        listed.append(key)
        last = end
    return pairs


def _in_brackets(
    document: SegmentedDocument, mentions: Sequence[Mention], keyed: dict[tuple[EntityKind, str], list[int]]
) -> dict[str, str]:
    """Names in brackets behind another: 逸夫小学（原和平路小学）, 凤岭中学（区二初）, …第一中学（以下简称一中）."""
    schools = sorted(
        (mentions[i].start, mentions[i].end, k)
        for (kind, k), group in keyed.items()
        if kind is EntityKind.SCHOOL
        for i in group
    )
    found: dict[str, str] = {}
    for (_, end, key), (start, _, other) in pairwise(schools):
        if key != other and end < start and _ALSO.fullmatch(document.text, end, start):
            found[other] = key
    return found


def _work_class(work: str) -> str:
    """Which work of a school it is: building it in general, or one building."""
    work = re.sub(r"(?:建设)?(?:项目|工程)?$", "", work.split("：")[0])
    if work in ("", "建设", "新建", "改扩建", "扩建", "改建", "迁建", "重建", "筹建", "续建", "异地新建"):
        return "school"
    return work
