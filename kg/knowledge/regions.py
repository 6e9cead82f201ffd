"""The gazetteer: which administrative divisions China has and had, by code, by name and by path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from pathlib import Path

from kg.knowledge.asked import Asked
from kg.knowledge.division import Division
from kg.knowledge.region_choice import Match, NameKind, choose
from kg.knowledge.region_files import COUNTY_DIGITS, read_regions
from kg.knowledge.region_index import Index
from kg.knowledge.region_names import NamingRules
from kg.model.names import Level

__all__ = ["Division", "Gazetteer", "load_gazetteer"]


class Gazetteer:
    """All divisions of today and all former ones; iterating gives them in the order of their codes.

    Holds plain dictionaries and can be pickled. Division objects of townships are made when asked for, and the index
    over their 38,000 names on the first question that needs it.

    >>> from kg.knowledge.folder import ontology_folder
    >>> regions = load_gazetteer(ontology_folder() / "regions")
    >>> regions.by_code("429005").name, regions.by_code("429005").parent
    ('潜江市', '420000')
    """

    def __init__(self, divisions: Mapping[str, Division], townships: Mapping[str, str], rules: NamingRules) -> None:
        self._divisions, self._townships, self._rules = divisions, townships, rules
        self._named: dict[Level, Mapping[str, tuple[str, ...]]] = {}

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[object, ...]]:
        # The indexes are left behind: to build them anew is quicker than to unpack them.
        return type(self), (self._divisions, self._townships, self._rules)

    def __len__(self) -> int:
        return len(self._divisions) + len(self._townships)

    def __iter__(self) -> Iterator[Division]:
        return (self._known(code) for code in sorted([*self._divisions, *self._townships]))

    def by_code(self, code: str) -> Division | None:
        """The division with this code, of today or former; None if there is none."""
        return self._divisions.get(code) or (self._township(code) if code in self._townships else None)

    def by_name(self, name: str, *, year: int | None = None) -> tuple[Division, ...]:
        """All divisions with this full name, those of today first; with a year, those that were there then first."""
        found = [match.division for match in self._matches(name) if match.kind is NameKind.FULL]
        found.sort(key=lambda division: division.until is not None)
        return tuple(found if year is None else sorted(found, key=lambda division: not division.valid_in(year)))

    def by_short(self, short: str) -> tuple[Division, ...]:
        """All divisions that this name names without being the full name: 三江, and 三江县 for 三江侗族自治县.

        Divisions of today come before former ones, and higher levels first. A name that no kind can be taken from is
        its own short name: `by_short("赣县")` has 赣县区 of today and 赣县 of the time before.
        """
        found = [m.division for m in self._matches(short) if m.kind is NameKind.OTHER or m.division.short == short]
        return tuple(sorted(found, key=lambda division: (division.until is not None, division.level, division.code)))

    def lookup(self, name: str, *, within: str = "", year: int | None = None) -> Division | None:
        """The one division that the name or the path of names means; None if there is none or more than one.

        `within` is the code of a division in which it must lie. With a year, what was there then comes first; without
        one, what is there today. Then full names come before others; the short name of a township comes last of all.
        What is left may still be several: 赣县 and 赣县区 are one place, 荆州 is 荆州市 and not the 荆州区 in it, a
        province is meant before all others, and for 朝阳 there is no answer.

        >>> from kg.knowledge.folder import ontology_folder
        >>> regions = load_gazetteer(ontology_folder() / "regions")
        >>> [regions.lookup(name).code for name in ("湖南省怀化市中方县", "湖南中方", "赣州市赣县区", "三江县")]
        ['431221', '431221', '360704', '450226']
        >>> regions.lookup("朝阳"), regions.lookup("朝阳", within="110000").name
        (None, '朝阳区')
        >>> regions.lookup("赣县", year=2012).code, regions.lookup("赣县", year=2020).code
        ('360721', '360704')
        """
        return self._choose(self._resolve(name, within, year), year)

    def current(self, division: Division) -> Division:
        """What the division is today: itself, or its successor."""
        return self._known(division.successor) if division.successor else division

    def children(self, code: str) -> tuple[Division, ...]:
        """The divisions of today directly below, in the order of their codes; the provinces for an empty code."""
        return tuple(self._known(child) for child in self._children.get(code, ()))

    def ancestors(self, code: str) -> tuple[Division, ...]:
        """What the division lies in, the nearest first; for a former one, at its own time."""
        division, found = self.by_code(code), []
        while division and division.parent:
            division = self._known(division.parent)
            found.append(division)
        return tuple(found)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether `inner` lies, or lay, below `outer`; what they were renamed to counts as well.

        >>> from kg.knowledge.folder import ontology_folder
        >>> regions = load_gazetteer(ontology_folder() / "regions")
        >>> regions.contains("431200", "431221112"), regions.contains("431221", "431200")
        (True, False)
        >>> regions.contains("431200", regions.lookup("黔阳县").code)  # it lay in 怀化地区
        True
        """
        whole = self._divisions.get(outer)
        if whole is None or outer == inner:
            return False
        names = outer, self._renamed(whole)
        if inner in self._townships:
            inner = inner[:COUNTY_DIGITS]
            if inner in names:
                return True
        return not self._above.get(inner, frozenset()).isdisjoint(names)

    @cached_property
    def _above(self) -> Mapping[str, frozenset[str]]:
        """For each division but townships the codes of all that it lies or lay in, and of what they became."""
        lines = {code: self.ancestors(code) + self.ancestors(each.successor) for code, each in self._divisions.items()}
        return {
            code: frozenset(known for above in line for known in (above.code, above.successor) if known)
            for code, line in lines.items()
        }

    def names(self, level_at_least: Level) -> Mapping[str, tuple[str, ...]]:
        """Every name of the divisions of this level or a higher one, with the codes that bear it, the likeliest first.

        Full, short and other names, today's and former ones: the words for an automaton. Townships only on demand.

        >>> from kg.knowledge.folder import ontology_folder
        >>> regions = load_gazetteer(ontology_folder() / "regions")
        >>> regions.names(Level.COUNTY)["吉林"]
        ('220000', '220200')
        """
        if level_at_least in self._named:
            return self._named[level_at_least]
        found: dict[str, list[tuple[bool, NameKind, Level, str]]] = defaultdict(list)
        for index in (self._upper, self._lower) if level_at_least >= Level.TOWNSHIP else (self._upper,):
            for kind, names in zip(NameKind, index, strict=True):
                for name, codes in names.items():
                    for code in codes:
                        gone, level = self._state(code)
                        if level <= level_at_least:
                            found[name].append((gone, kind, level, code))
        ranked = {name: tuple(entry[-1] for entry in sorted(entries)) for name, entries in found.items()}
        return self._named.setdefault(level_at_least, ranked)

    def every_name(self) -> Set[str]:
        """All names of all divisions, of today and former ones, townships included."""
        return self._bearers.keys()

    def local_names(self, code: str) -> Asked:
        """Every name of the division itself and of what lies below it, townships included, with the one code it means.

        Higher levels go before lower ones: in 中方县, 中方 is the county and not 中方镇. What stays open is left out.
        A name is looked up when it is asked for: a text names few of the thousands in its province.

        >>> from kg.knowledge.folder import ontology_folder
        >>> regions = load_gazetteer(ontology_folder() / "regions")
        >>> local = regions.local_names("431221")
        >>> local["泸阳"], local["泸阳镇"], local["中方"], local["中方镇"]
        ('431221112', '431221112', '431221', '431221111')
        """
        division = self.by_code(code)
        if division is None:
            return Asked(lambda _: None, tuple)
        roots = {code, self._renamed(division)} - {""}
        inside = self._below(roots.union(*(self._lost.get(root, ()) for root in roots)))
        return Asked(lambda name: self._local(name, roots, inside), lambda: sorted(self._bearers))

    def _local(self, name: str, roots: Set[str], inside: Set[str]) -> str | None:
        """The code of what the name means inside, which is all divisions but townships; the roots go first."""
        held = [
            (code, kind)
            for code, kind in self._bearers.get(name, ())
            # All townships of a county lie inside or none: 200 of them are a 城关镇.
            if code in inside or (code in self._townships and code[:COUNTY_DIGITS] in inside)
        ]
        if len(held) < 2:
            # As nearly always; then it need not be known which is likelier.
            return held[0][0] if held else None
        found = [Match(self._known(code), kind) for code, kind in held]
        found.sort(key=lambda match: (match.division.code not in roots, match.division.code))
        likeliest = min((*match.rank(None), match.division.level) for match in found)
        chosen = self._choose([m for m in found if (*m.rank(None), m.division.level) == likeliest], None)
        return chosen.code if chosen else None

    def _below(self, codes: Set[str]) -> Set[str]:
        """These divisions and all that lies below them today, but for townships."""
        found, rest = set(codes), list(codes)
        while rest:
            below = [code for code in self._parts.get(rest.pop(), ()) if code not in found]
            found.update(below)
            rest += below
        return found

    def _renamed(self, division: Division) -> str:
        """The code of the heir that came when the division went; empty if it went into one that was there before."""
        heir = self.current(division)
        return heir.code if division.until and heir.since and division.until <= heir.since else ""

    def _state(self, code: str) -> tuple[bool, Level]:
        """Whether it is gone, and its level; without making an object of a township."""
        division = self._divisions.get(code)
        return (division.until is not None, division.level) if division else (False, Level.TOWNSHIP)

    def _known(self, code: str) -> Division:
        return self._divisions.get(code) or self._township(code)

    def _township(self, code: str) -> Division:
        name = self._townships[code]
        return Division(code, name, self._rules.short(name), Level.TOWNSHIP, code[:COUNTY_DIGITS])

    @cached_property
    def _lost(self) -> Mapping[str, list[str]]:
        """For each division the former ones that lay in it: one pass over all, instead of one for each document."""
        found: dict[str, list[str]] = defaultdict(list)
        for code, division in self._divisions.items():
            if division.until is not None:
                for above in self._above[code]:
                    found[above].append(code)
        return found

    @cached_property
    def _parts(self) -> Mapping[str, list[str]]:
        """The divisions of today directly below each, but for townships."""
        found: dict[str, list[str]] = defaultdict(list)
        for code, division in self._divisions.items():
            if division.until is None:
                found[division.parent].append(code)
        return found

    @cached_property
    def _children(self) -> Mapping[str, list[str]]:
        found = defaultdict(list, {code: [*parts] for code, parts in self._parts.items()})
        for code in self._townships:
            found[code[:COUNTY_DIGITS]].append(code)
        return found

    @cached_property
    def _upper(self) -> Index:
        """Names of provinces, prefectures and counties, and of all former divisions."""
        order = sorted(self._divisions.values(), key=lambda d: (d.until is not None, d.level, d.code))
        return Index.of(((division.code, division.name) for division in order), self._rules)

    @cached_property
    def _lower(self) -> Index:
        """Names of the townships of today."""
        return Index.of(self._townships.items(), self._rules)

    def _matches(self, name: str) -> list[Match]:
        """All divisions that bear the name: full names first, those of today first, then by level and code."""
        return [Match(self._known(code), kind) for code, kind in self._bearers.get(name, ())]

    @cached_property
    def _bearers(self) -> Mapping[str, list[tuple[str, NameKind]]]:
        """For each name the codes of all that bear it, in the order of `_matches`."""
        found: dict[str, list[tuple[str, NameKind]]] = {}
        for kind in NameKind:
            for index in (self._upper, self._lower):
                for name, codes in index[kind].items():
                    found.setdefault(name, []).extend([(code, kind) for code in codes])
        return found

    def _resolve(self, path: str, within: str, year: int | None) -> list[Match]:
        """What the name, or else the path, names below `within`."""
        direct = [m for m in self._matches(path) if not within or self.contains(within, m.division.code)]
        if direct:
            return direct
        heads = [(cut, head) for cut in range(2, len(path) - 1) for head in self._matches(path[:cut])]
        # 扶余市 of today before 扶余市 of 1990, which is a part of 宁江区 today: both have a 铁西街道.
        for absent in (False, True):
            found: dict[str, Match] = {}
            for cut, head in heads:
                if head.absent(year) is absent:
                    for match in self._resolve(path[cut:], head.division.code, year):
                        if not within or self.contains(within, match.division.code):
                            found.setdefault(match.division.code, match)
            if found:
                return list(found.values())
        return []

    def _choose(self, matches: list[Match], year: int | None) -> Division | None:
        return choose(matches, year=year, current=self.current, contains=self.contains) if matches else None


def load_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer of the files in `folder` (`ontology/regions`); raises `KnowledgeError` naming file and line.

    >>> from kg.knowledge.folder import ontology_folder
    >>> len(load_gazetteer(ontology_folder() / "regions")) > 43_000
    True
    """
    return Gazetteer(*read_regions(folder))
