"""What the program knows before it reads: regions, word lists, rules and shared concepts, all from `ontology/`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.knowledge.bases import BasisRule, load_bases
from kg.knowledge.campaigns import Campaigns, known_campaigns
from kg.knowledge.concepts import Concept, load_concepts
from kg.knowledge.cues import Cues, load_cues
from kg.knowledge.folder import ontology_folder
from kg.knowledge.forms import Forms, load_forms
from kg.knowledge.lexicon import load_lexicons
from kg.knowledge.links import LinkRule, load_links
from kg.knowledge.lookout import Lookout
from kg.knowledge.matcher import Matcher
from kg.knowledge.nouns import Nouns
from kg.knowledge.patterns import FigurePatterns, load_figure_patterns
from kg.knowledge.person_names import PersonNames, load_person_names
from kg.knowledge.precision import Precision, load_precision
from kg.knowledge.reasons import ReasonWords, load_reasons
from kg.knowledge.regions import Division, Gazetteer, load_gazetteer
from kg.knowledge.rules import Rule, RuleSet, load_rules
from kg.knowledge.tables import with_words
from kg.model.identity import Reason
from kg.model.names import EntityKind, Level
from kg.text.openers import guarded

__all__ = [
    "PLACES",
    "BasisRule",
    "Concept",
    "Cues",
    "Division",
    "Forms",
    "Gazetteer",
    "Knowledge",
    "LinkRule",
    "Matcher",
    "PersonNames",
    "Precision",
    "Rule",
    "RuleSet",
    "load_knowledge",
]  # fmt: skip

PLACES = "places"
WHOLE_TEXT = ("honor_head", "person_title", "school_bare_kind", "school_suffix")
"""Word lists that are looked for in the whole of a text."""


@dataclass(frozen=True)
class Knowledge:
    """Everything from `ontology/` that reading needs; made once a process and handed in, never a global."""

    regions: Gazetteer
    lexicons: Mapping[str, tuple[str, ...]]
    rules: tuple[Rule, ...]
    cues: Mapping[str, Cues]
    """What tells years, statuses and states, by the name of the file under `ontology/cues`."""
    links: tuple[LinkRule, ...]
    """How the genre says that one school came from another."""
    bases: tuple[BasisRule, ...]
    """How the genre says by which paper something is done."""
    concepts: Mapping[EntityKind, Mapping[str, Concept]]
    precision: Precision
    """How often rules were right on annotated reports."""
    person_names: PersonNames
    """How persons' names are written and what stands around them."""
    reasons: Mapping[Reason, ReasonWords]
    """The words for why names are one thing, or not."""
    figures: FigurePatterns
    """How the genre writes figures: measure words and patterns."""
    forms: Forms
    """How names of initiatives are compared."""
    version: str
    """First 16 digits of the sha256 over all files of `ontology/`: other knowledge, other results."""
    _sets: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _codes: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _matchers: dict[str, Matcher] = field(default_factory=dict, repr=False, compare=False)
    _lookouts: list[Lookout] = field(default_factory=list, repr=False, compare=False)
    _lines: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, repr=False, compare=False)
    _heads: set[str] = field(default_factory=set, repr=False, compare=False)
    """The first two characters of all names of `region_codes`."""
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False, compare=False)
    _rule_sets: dict[EntityKind, RuleSet] = field(default_factory=dict, repr=False, compare=False)
    _nouns: dict[str, Nouns] = field(default_factory=dict, repr=False, compare=False)
    _campaigns: list[Campaigns] = field(default_factory=list, repr=False, compare=False)
    _of_form: dict[EntityKind, dict[str, str]] = field(default_factory=dict, repr=False, compare=False)

    def words(self, *names: str) -> frozenset[str]:
        """One or several word lists as a set.

        >>> "育才" in load_knowledge().words("name_verb")
        True
        """
        known = self._sets.get(names)
        if known is None:
            known = self._sets[names] = frozenset().union(*(self.lexicons[name] for name in names))
        return known

    def pattern(self, text: str) -> re.Pattern[str]:
        """A pattern in which `{office}` stands for any word of that list; compiled once, so give few and fixed ones.

        >>> bool(load_knowledge().pattern("{office}$").search("县财政局"))
        True
        """
        if text not in self._patterns:
            written = with_words(text, self.lexicons, "kg", text)
            self._patterns[text] = guarded(written)
        return self._patterns[text]

    def lookout(self) -> Lookout:
        """One automaton over all lists that are looked for in the whole of a text.

        They are word lists and kinds of rules by their names, kinds of concepts, and `PLACES`: all names of all
        divisions with two characters or more, townships and former ones too. An automaton for each document's own
        region would take longer than its report.
        """
        if not self._lookouts:
            places = self.regions.every_name() | set(self.region_codes())
            lists: dict[Hashable, Iterable[str]] = {PLACES: (name for name in places if len(name) >= 2)}
            lists |= {name: self.lexicons[name] for name in WHOLE_TEXT}
            lists.update(self.concepts.items())
            lists |= {self.rules_for(kind): self.rules_for(kind).needs for kind in EntityKind}
            self._lookouts.append(Lookout(lists))
        return self._lookouts[0]

    def nouns(self) -> Nouns:
        """What measure words count."""
        if not self._nouns:
            self._nouns["counted"] = Nouns(self.lexicons)
        return self._nouns["counted"]

    def concept_matcher(self, kind: EntityKind) -> Matcher:
        """An automaton over all names of the shared concepts of one kind, for a few characters at a time."""
        if kind.value not in self._matchers:
            self._matchers[kind.value] = Matcher(self.concepts[kind])
        return self._matchers[kind.value]

    def campaigns(self) -> Campaigns:
        """The known campaigns by what they are against."""
        if not self._campaigns:
            known = self.concepts[EntityKind.PROGRAM]
            self._campaigns.append(known_campaigns(known, self.forms.turned))
        return self._campaigns[0]

    def concept_of_form(self, kind: EntityKind, form: str) -> str:
        """Key of the one shared concept that has a name of this form; empty where none or several have.

        >>> load_knowledge().concept_of_form(EntityKind.PROGRAM, load_knowledge().forms.of("市管校聘改革试点工作"))
        'program/xianguanxiaopin'
        """
        known = self.forms_of(kind)
        return known.get(form, "")

    def forms_of(self, kind: EntityKind) -> Mapping[str, str]:
        """The forms of all known names that one concept alone has, with its key; common phrases are left out."""
        if kind not in self._of_form:
            found: dict[str, set[str]] = {}
            for name, concept in self.concepts.get(kind, {}).items():
                if name not in concept.common:
                    title = kind is EntityKind.HONOR
                    form = self.forms.of(name, ending=title)
                    for one in {form} if title else {form, self.forms.turned_round(form)}:
                        found.setdefault(one, set()).add(concept.key)
            self._of_form[kind] = {form: min(keys) for form, keys in sorted(found.items()) if len(keys) == 1}
        return self._of_form[kind]

    def region_codes(self) -> Mapping[str, tuple[str, ...]]:
        """Full and short names of provinces, prefectures and counties, each with the codes that bear it."""
        if not self._codes:
            common = self.words("ambiguous_place")
            names = {n: c for n, c in self.regions.names(Level.COUNTY).items() if n not in common and self._usual(n, c)}
            # 务川自治县, 黄南州: an autonomous place by its short name and its kind.
            for name, codes in list(names.items()):
                for kind in ("自治县", "自治州", "自治旗", "自治区"):
                    if name.endswith(kind):
                        for code in codes:
                            division = self.regions.by_code(code)
                            if division is not None and len(division.short) >= 2:
                                names.setdefault(division.short + kind, (code,))
                                names.setdefault(division.short + kind[-1], (code,))
            self._codes.update(names)
        return self._codes

    def _usual(self, name: str, codes: tuple[str, ...]) -> bool:
        """Whether a name is a full one or the short one of a place that still is: 公园 for a lost 公园区 is a word."""
        divisions = [d for d in map(self.regions.by_code, codes) if d is not None]
        return any(d.name == name or d.until is None for d in divisions)

    def line_names(self, code: str) -> tuple[tuple[str, str], ...]:
        """The names of a division and of those it lies in, each with its code, the longest first: 石门县, 石门 …"""
        if code not in self._lines:
            division = self.regions.by_code(code)
            line = (division, *self.regions.ancestors(code)) if division else ()
            forms = ((form, d.code) for d in line for form in (d.name, d.short, d.short + d.name[-1:]))
            kept = dict.fromkeys((form, code) for form, code in forms if len(form) >= 2)
            self._lines[code] = tuple(sorted(kept, key=lambda form: -len(form[0])))
        return self._lines[code]

    def leading_name(self, text: str) -> str:
        """The longest name of `region_codes` with which a text begins, of at most twelve characters; empty if none."""
        names = self.region_codes()
        if not self._heads:
            self._heads.update(name[:2] for name in names)
        if text[:2] not in self._heads:
            return ""
        return next((text[:size] for size in range(min(len(text), 12), 1, -1) if text[:size] in names), "")

    def region_matcher(self) -> Matcher:
        """An automaton over the names of `region_codes` with two characters or more."""
        if "regions" not in self._matchers:
            self._matchers["regions"] = Matcher(name for name in self.region_codes() if len(name) >= 2)
        return self._matchers["regions"]

    def rules_for(self, kind: EntityKind) -> RuleSet:
        """The rules that find one kind of entity, in their order of precedence."""
        if kind not in self._rule_sets:
            self._rule_sets[kind] = RuleSet(tuple(rule for rule in self.rules if rule.kind is kind))
        return self._rule_sets[kind]


@lru_cache(maxsize=4)
def load_knowledge(folder: Path | None = None) -> Knowledge:
    """The knowledge of `ontology/` (or another folder of the same form); about a third of a second, once a process.

    Raises `KnowledgeError` with the file and the entry that is wrong.
    """
    root = folder or ontology_folder()
    lexicons = load_lexicons(root / "lexicon")
    return Knowledge(
        regions=load_gazetteer(root / "regions"),
        lexicons=lexicons,
        rules=load_rules(root / "rules", lexicons),
        cues=load_cues(root / "cues", lexicons),
        links=load_links(root / "rules"),
        bases=load_bases(root / "rules"),
        concepts=load_concepts(root / "concepts"),
        precision=load_precision(root / "precision.toml"),
        person_names=load_person_names(root / "person_names.toml"),
        reasons=load_reasons(root / "reasons.toml"),
        figures=load_figure_patterns(root / "rules" / "figures.toml", lexicons),
        forms=load_forms(root / "initiative_forms.toml"),
        version=_version(root),
    )


def _version(root: Path) -> str:
    """A hash over names and bytes of all data files, in sorted order."""
    digest = hashlib.sha256()
    for path in sorted(p for p in root.rglob("*") if p.is_file() and not p.name.startswith(".")):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
