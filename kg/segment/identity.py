"""What a document says of itself: title, issuer, region and date."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.knowledge import Division, Knowledge
from kg.model.names import Level
from kg.segment.periods import years_in

__all__ = ["Place", "find_date", "find_issuer", "find_place", "find_title"]

_ISSUER = re.compile(
    r"(?P<region>[\u4e00-\u9fff]{0,20}?)(?P<body>教育和?体育局|教育科技和?体育局|教体局|教科体局|教育局|教科局|教体科技局|文教局"
    r"|教育厅|教育委员会|教工委|教委|人民政府|政府办公室|社会事业局)"
)
_SELF = {
    "县": "[我全本]县|县(?:教育|教体|委|政府)",
    "区": "[我全本]区|区(?:教育|教体|教委|委|政府)",
    "市": "[我全本]市|市(?:教育局|教体|委市|政府)",
    "州": "[我全本]州|州(?:教育|委|政府)",
    "省": "[我全本]省|省(?:教育厅|委|政府)",
    "旗": "[我全本]旗|旗(?:教育|委|政府)",
}
_DATE = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?")
LEAST = 3
"""A region that neither title nor head names must be named so often in the text to be the document's own."""
HEAD = 400
"""So many characters from the start are read for the title's and the issuer's region."""


@dataclass(frozen=True, slots=True)
class Place:
    """The region that a document speaks for, and how that was found; no division if nothing tells."""

    division: Division | None
    why: str
    word: str
    """The character with which the text calls its region: 县, 区, 市, 州, 省 or 旗; empty if it does not."""


def find_title(given: str, text: str, title_words: frozenset[str]) -> str:
    """The title: what the page says, else the first line of the text that ends as titles do, else its first line.

    A title that is broken over two lines is joined: an issuer's line and a line that begins with 关于.
    """
    lines = [line.strip() for line in text.split("\n")[:12] if line.strip()]
    for index, line in enumerate(lines):
        if len(line) > 70 or line.endswith(("。", "：", "；")):
            continue
        if line.startswith("关于") and index and _ISSUER.search(lines[index - 1]):
            return lines[index - 1] + line
        bare = re.sub(r"[（(][^）)]*[）)]$", "", line)
        if any(bare.endswith(word) for word in title_words):
            return line
    return given or (lines[0] if lines and len(lines[0]) <= 70 else "")


def find_issuer(title: str, text: str, place: Place) -> str:
    """The reporting body with its region's name: 中方县教育局; empty if neither title, head nor signature names one."""
    lines = text.split("\n")
    spots = [title, *[line for line in lines[:6] if len(line) <= 40], *[line for line in lines[-6:] if len(line) <= 40]]
    for spot in spots:
        match = _ISSUER.search(spot)
        if not match:
            continue
        region, body = match["region"], match["body"]
        if place.division is None:
            return region + body if region else body
        if not region or len(region) <= 1 or region not in (place.division.name, place.division.short):
            named = region if place.division.name in region else place.division.name
            return named + body
        return place.division.name + body
    return ""


def find_place(title: str, text: str, knowledge: Knowledge) -> Place:
    """The region of a document: from the title and the issuer first, then from what the text names most.

    A text that calls its region 我县 speaks for a county: names of another rank are no answer. Where no name of the
    right rank stands in the text, the place stays unknown.
    """
    word = _self_word(title + "\n" + text)
    gazetteer = knowledge.regions
    matcher = knowledge.region_matcher()
    head = title + "\n" + text[:HEAD] + "\n" + text[-120:]
    head_names = Counter(name for _, _, name in matcher.find(head))
    title_names = Counter(name for _, _, name in matcher.find(title + "\n" + _issuer_lines(text)))
    body_names = Counter(name for _, _, name in matcher.find(text))
    scores: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    named = set(body_names) | set(title_names)
    for name in named:
        for code in knowledge.region_codes()[name]:
            division = gazetteer.by_code(code)
            if division is None:
                continue
            full = name == division.name or name.startswith(division.name)
            score = body_names[name] * (2 if full else 1) + 6 * head_names[name] + 40 * title_names[name]
            # Of two places of one name, the one whose parents the text names is meant.
            parents = gazetteer.ancestors(code)
            score += sum(3 for p in parents if p.name in named or p.short in named)
            if division.until is not None and name == division.short:
                # 黄冈 today is the city; that a county once bore the name is no hint.
                continue
            scores[code] += score
            counts[code] += body_names[name] + LEAST * (head_names[name] + title_names[name])
    best = _best(Counter({c: s for c, s in scores.items() if counts[c] >= LEAST}), knowledge, word, bool(title_names))
    if best is None:
        why = (
            "文中没有本级地名 / no name of the document's own rank in the text"
            if word
            else "文中没有地名 / no place named"
        )
        return Place(None, why, word)
    division = gazetteer.current(best)
    why = "title" if any(n in title for n in (best.name, best.short)) else "text"
    return Place(division, why, word)


def _issuer_lines(text: str) -> str:
    """The short lines of head and foot that name a reporting body: an issuer's line, a signature."""
    lines = text.split("\n")
    return "\n".join(line for line in (*lines[:5], *lines[-5:]) if len(line) <= 24 and _ISSUER.search(line))


def find_date(published: str, title: str, text: str) -> str:
    """The document's date, ISO: as the page gives it, else the signature's, else a year; empty if nothing tells."""
    tail = text[-160:]
    spelled = re.sub(r"[〇○零一二三四五六七八九十]+(?=[年月日])", _spelled, tail)
    dates = _DATE.findall(spelled)
    last_lines = [line.strip() for line in spelled.strip().split("\n")[-3:]]
    for year, month, day in reversed(dates):
        if any(line.strip("（）()").startswith(f"{year}年") and len(line) <= 16 for line in last_lines):
            return f"{year}-{int(month):02}-{int(day):02}" if day else f"{year}-{int(month):02}"
    if published:
        return published
    first = [line.strip() for line in text.split("\n")[:6]]
    for line in first:
        match = _DATE.fullmatch(line)
        if match:
            return (
                f"{match[1]}-{int(match[2]):02}-{int(match[3] or 1):02}"
                if match[3]
                else f"{match[1]}-{int(match[2]):02}"
            )
        if re.fullmatch(r"(?:19|20)\d\d年", line):
            return line[:4]
    years = years_in(title)
    return str(years[0]) if years else ""


def _spelled(match: re.Match[str]) -> str:
    """A Chinese number of a date in digits: 二〇一〇 → 2010, 十二 → 12."""
    word = match[0].translate(str.maketrans("〇○零一二三四五六七八九", "000123456789"))
    if word.isdigit():
        return word
    tens, _, ones = word.partition("十")
    return f"{tens or 1}{ones or 0}" if len(ones) <= 1 else word


def _self_word(text: str) -> str:
    """How the text calls its own region; the most frequent of the six words, empty if none stands in it."""
    counts = {word: len(re.findall(pattern, text)) for word, pattern in _SELF.items()}
    word = max(counts, key=lambda w: (counts[w], w))
    return word if counts[word] else ""


def _rank_fits(division: Division, word: str) -> bool:
    """Whether a text that says 我县 (or 我市 …) can speak for this division."""
    if not word:
        return True
    if word == "县":
        return division.level is Level.COUNTY and not division.name.endswith(("区", "市", "旗"))
    if word == "区":
        return division.level in (Level.COUNTY, Level.PROVINCE) and division.name.endswith("区")
    if word == "市":
        return division.name.endswith("市")
    if word == "州":
        return division.level is Level.PREFECTURE and division.name.endswith(("州", "盟"))
    if word == "省":
        return division.level is Level.PROVINCE
    return division.name.endswith(word)


def _best(scores: Counter[str], knowledge: Knowledge, word: str, in_title: bool) -> Division | None:
    """The division with the highest score that fits; the more specific one when its parent scores alike."""
    ranked: list[tuple[float, int, str, Division]] = []
    for code, score in scores.items():
        division = knowledge.regions.by_code(code)
        if division is None or division.level > Level.COUNTY or (not _rank_fits(division, word) and score < 40):
            continue
        fits = 1.0 if _rank_fits(division, word) else 0.5
        ranked.append(
            (score * fits + (4 if division.level is Level.COUNTY else 0), int(division.level), code, division)
        )
    if not ranked:
        return None
    ranked.sort(key=lambda item: (-item[0], -item[1], item[2]))
    best, _, _, division = ranked[0]
    # A single passing name is no proof, unless the title holds it.
    if best < 6 and not in_title:
        return None
    for other_score, _, code, other in ranked[1:]:
        if other_score >= 40 and division.code in [a.code for a in knowledge.regions.ancestors(code)]:
            return other
    return division
