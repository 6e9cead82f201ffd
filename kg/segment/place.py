"""The region that a document speaks for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.knowledge import Division, Knowledge
from kg.model.names import Level
from kg.segment.paper_place import of_papers
from kg.segment.plain_place import county_of_town, plain_district, region_above
from kg.segment.standing_names import StandingName, standing_names
from kg.text.openers import guarded
from kg.text.people import PERSON_LINE

__all__ = ["ISSUER", "Place", "find_place", "fits_word"]

ISSUER = re.compile(
    r"(?P<region>[\u4e00-\u9fff]{0,20}?)(?P<body>教育(?:科学技术|科技|文化|体育)?(?:和|与)?(?:文化体育|科学技术|科技体育|体育|科技|文体)局"
    r"|教(?:科文体|科体|体科|体科技|文体|体|科|育)局|文教(?:体育|体)?局|教育厅|教育委员会|教工委|教委|人民政府|政府办公室|社会事业局)"
)
"""A reporting body, with the words before it that may be its region."""
_SELF = guarded(
    "(?P<县>[我全本]县|县(?:教育|教体|委|政府))|(?P<区>[我全本]区|区(?:教育|教体|教委|委|政府))"
    "|(?P<市>[我全本]市|市(?:教育局|教体|委市|政府))|(?P<州>[我全本]州|州(?:教育|委|政府))"
    "|(?P<省>[我全本]省|省(?:教育厅|委|政府))|(?P<旗>[我全本]旗|旗(?:教育|委|政府))"
)
"""How a text calls its own region; each group is named by the word."""
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道)")
_SCHOOL_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:[一二三四五六七八九十]中|中学|小学|学校|幼儿园|学院)")
"""湖北省荆州市|沙市三中: the path of places of the school that a page introduces."""
_AWAY = re.compile(r"(?:支援|援助|帮扶|援建|协作|结对|考察|赴|前往|走进)$")
_OPENING = 160
_ALL_BELOW = re.compile(r"各(?:区县|县区|县市区|县市|区|县)(?:教|政|先后|陆续|相继|，)")
HEAD = 400
"""So many characters from the start count as the head."""
SHORT = 1500
"""A text of at most so many characters may name its region only once, in its first sentence."""
LEAST = 3
"""A region that neither title nor head names must be named so often in the text to be the document's own."""
TITLE, IN_HEAD, FULL, PARENT, CHILD = 40, 6, 3, 3, 4
"""Weights of a name in title or signature, in the head, of a full name, of a named parent and of a named child."""


@dataclass(frozen=True, slots=True)
class Place:
    """The region that a document speaks for, and how that was found; no division if nothing tells."""

    division: Division | None
    why: str
    word: str
    """The character with which the text calls its region: 县, 区, 市, 州, 省 or 旗; empty if it does not."""


def find_place(title: str, text: str, knowledge: Knowledge) -> Place:
    """The region of a document: from the title and the signature first, then from what the text names most.

    A text that calls its region 我县 speaks for a county: names of another rank are no answer. Where no name of the
    right rank stands in the text, two townships of one county may tell it; else the place stays unknown.
    """
    word, ours = _self_word(title + "\n" + text, knowledge)
    marked = title + "\n" + _issuer_lines(text)
    titles = _names(_own(standing_names(marked, knowledge), marked))
    standing = list(standing_names(text, knowledge))
    heads, bodies = _names(name for name in standing if name.end <= HEAD), _names(standing)
    scores, counts = _scores(titles, heads, bodies, knowledge, word)
    enough = Counter({c: s for c, s in scores.items() if counts[c] >= LEAST})
    # Where the text says 我县, another body's name on a line of its own (江西省人民政府…下发通报) is no title.
    signed = title + "\n" + _issuer_lines(text, head=0)
    told_by_title = bool(_names(standing_names(signed, knowledge)) if ours else titles)
    opened, path = _opening(text, standing, scores, knowledge, word if ours else "")
    best = opened if path and not titles else _best(enough, knowledge, word, told_by_title, ours=ours) or opened
    best = _of_all(text, knowledge) or best
    if word == "区" and (best is None or best.level is Level.PREFECTURE):
        best = plain_district(best, title, text, knowledge) or best
    if best is not None:
        division = knowledge.regions.current(best)
        return Place(division, "title" if any(n in marked for n in (best.name, best.short)) else "text", word)
    above = region_above((name.text for name in standing), word, text, knowledge)
    if above is not None:
        return Place(above, "text", word)
    paper = of_papers(text, knowledge, word, fits_word) if ours else None
    if paper is not None:
        return Place(knowledge.regions.current(paper), "paper", word)
    county = _county_of_towns(text, knowledge) or county_of_town(title, knowledge)
    if county is not None:
        return Place(county, "townships", word)
    if word:
        return Place(None, "文中没有本级地名 / no name of the document's own rank in the text", word)
    return Place(None, "文中没有地名 / no place named", word)


def _names(standing: Iterable[StandingName]) -> Counter[str]:
    """How often each name of a region stands for the region in a text; of a path only the last one counts."""
    found: Counter[str] = Counter()
    last = ""
    for name in standing:
        if name.below and found[last] > 0:
            # 山西省晋中市昔阳县 speaks of the county alone.
            found[last] -= 1
        last = name.text
        found[last] += 1
    return found


def _of_all(text: str, knowledge: Knowledge) -> Division | None:
    """The region whose districts or counties all take part, as the head says: 重庆市各区教委各自召开…."""
    for _, end, name in knowledge.region_matcher().find(text[:_OPENING]):
        found = [
            d
            for d in map(knowledge.regions.by_code, knowledge.region_codes()[name])
            if d and d.name == name and d.until is None
        ]
        if len(found) == 1 and found[0].level <= Level.PREFECTURE and _ALL_BELOW.match(text, end):
            return found[0]
    return None


def _scores(
    titles: Counter[str], heads: Counter[str], bodies: Counter[str], knowledge: Knowledge, word: str
) -> tuple[Counter[str], Counter[str]]:
    """A score and a weighted count for each division that the names can mean."""
    gazetteer = knowledge.regions
    scores: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    named = set(bodies) | set(titles)
    below: dict[str, set[str]] = defaultdict(set)
    for name in named:
        for code in knowledge.region_codes()[name]:
            division = gazetteer.by_code(code)
            if division is None or (division.until is not None and name == division.short):
                # 黄冈 today is the city; that a county once bore the name is no hint.
                continue
            weight = FULL if name == division.name or name.startswith(division.name) else 1
            line = gazetteer.ancestors(code)
            # Of two places of one name, the one whose parents the text names is meant.
            scores[code] += bodies[name] * weight + IN_HEAD * heads[name] + TITLE * titles[name]
            scores[code] += sum(PARENT for p in line if p.name in named or p.short in named)
            counts[code] += bodies[name] + LEAST * (heads[name] + titles[name])
            if line and division.level in (Level.COUNTY, Level.PREFECTURE) and division.until is None:
                below[line[0].code].add(code)
    for parent, children in below.items():
        # A text that names three counties of one prefecture speaks for the prefecture rather than for one of them.
        above = gazetteer.by_code(parent)
        spoken = above is not None and word == "省" and fits_word(above, word)
        if len(children) >= 3 and (parent in scores or spoken):
            scores[parent] += CHILD * len(children)
            counts[parent] += LEAST if spoken else 0
    return scores, counts


def _opening(
    text: str, standing: list[StandingName], scores: Counter[str], knowledge: Knowledge, word: str
) -> tuple[Division | None, bool]:
    """The first place that a short text's first sentence names, and whether it is the last of a path at its start.

    A school's page begins with 山西省晋中市昔阳县 or names its town once; long texts are told by what they name most.
    """
    if len(text) > SHORT:
        return None, False
    end = len(text[:HEAD].split("。")[0])
    found: Division | None = None
    first, last = -1, -1
    for name in (name for name in standing if name.end <= end):
        codes = knowledge.region_codes()[name.text]
        fitting = [d for d in map(knowledge.regions.by_code, codes) if d and d.until is None]
        fitting = [d for d in fitting if d.level <= Level.COUNTY]
        if not fitting or (found is not None and not (name.below and name.start == last)):
            continue
        first = name.start if found is None else first
        found = max(fitting, key=lambda d: (scores[d.code], -int(d.level), d.code))
        last = name.end
    path = first == 0 or (found is not None and last - first > len(found.name))
    return (
        (found, path and (first < 30 or _SCHOOL_BEHIND.match(text, last) is not None))
        if found is not None and fits_word(found, word)
        else (None, False)
    )


def _best(scores: Counter[str], knowledge: Knowledge, word: str, in_title: bool, *, ours: bool) -> Division | None:
    """The division with the highest score that fits; the more specific one when its parent scores alike.

    Where the text says 我县, a place of another rank is no answer, unless the title names it.
    """
    ranked: list[tuple[float, int, str, Division]] = []
    for code, score in scores.items():
        division = knowledge.regions.by_code(code)
        if division is None or division.level > Level.COUNTY or (not fits_word(division, word) and score < TITLE):
            continue
        if ours and not fits_word(division, word) and not in_title:
            continue
        fits = 1.0 if fits_word(division, word) else 0.5
        ranked.append((score * fits + CHILD * (division.level is Level.COUNTY), int(division.level), code, division))
    if not ranked:
        return None
    ranked.sort(key=lambda item: (-item[0], -item[1], item[2]))
    best, _, _, division = ranked[0]
    # A single passing name is no proof, unless the title holds it.
    if best < LEAST * 2 and not in_title:
        return None
    for other_score, _, code, other in ranked[1:]:
        if (
            other_score >= TITLE
            and 2 * other_score > best
            and division.code in [a.code for a in knowledge.regions.ancestors(code)]
        ):
            return other
    return division


def _county_of_towns(text: str, knowledge: Knowledge) -> Division | None:
    """The only county of which the text names two townships or more in full; None if none or several have most."""
    counties: dict[str, set[str]] = defaultdict(set)
    for match in _TOWN.finditer(text):
        for size in range(3, len(match[0]) + 1):
            name = match[0][-size:]
            for division in knowledge.regions.by_name(name):
                if division.level is Level.TOWNSHIP:
                    counties[division.parent].add(name)
    most = max((len(names) for names in counties.values()), default=0)
    leading = [code for code, names in counties.items() if len(names) == most]
    return knowledge.regions.by_code(leading[0]) if most >= 2 and len(leading) == 1 else None


def _issuer_lines(text: str, head: int = 5) -> str:
    """The short lines of head and foot that name a reporting body: an issuer's line, a signature; no salutation."""
    lines = text.split("\n")
    near = (line for line in (*lines[:head], *lines[-5:]) if len(line) <= 24 and not line.endswith(("：", ":")))
    return "\n".join(line for line in near if ISSUER.search(line) and not PERSON_LINE.fullmatch(line.strip()))


def _own(standing: Iterable[StandingName], text: str) -> list[StandingName]:
    """The names without those of places that are visited or helped (甲县对口支援乙县), if others stand beside them."""
    names = list(standing)
    kept: list[StandingName] = []
    away, end = False, -1
    for name in names:
        away = _AWAY.search(text, max(0, name.start - 6), name.start) is not None or (away and name.start == end)
        end = name.end
        if not away:
            kept.append(name)
    return kept or names


def _self_word(text: str, knowledge: Knowledge) -> tuple[str, bool]:
    """How the text calls its own region: the most frequent of the six words, and whether it says 我县, 我市 … .

    县教育局 counts, the 省 of 江苏省教育厅 does not: another region's body is named in full.
    """
    ours = Counter(re.findall(r"我([县区市州省旗])(?!域|场)", text))
    if ours:
        word = max(ours, key=lambda w: (ours[w], w))
        return word, True
    found = [(match.start(), match.lastgroup or "") for match in _SELF.finditer(text)]
    bare = any(text[at] == word for at, word in found)
    named = {end for _, end, _ in knowledge.region_matcher().find(text)} if bare else set()
    counts = Counter(word for at, word in found if text[at] != word or at + 1 not in named)
    return max(counts, key=lambda w: (counts[w], w), default=""), False


def fits_word(division: Division, word: str) -> bool:
    """Whether a text that says 我县 (or 我市 …) can speak for this division."""
    if word == "县":
        return division.level is Level.COUNTY and not division.name.endswith(("区", "市", "旗"))
    if word == "区":
        return division.level in (Level.COUNTY, Level.PROVINCE) and division.name.endswith("区")
    if word == "州":
        return division.level is Level.PREFECTURE and division.name.endswith(("州", "盟"))
    if word == "省":
        return division.level is Level.PROVINCE and division.name.endswith("省")
    return not word or division.name.endswith(word)
