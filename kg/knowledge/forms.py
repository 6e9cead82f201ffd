"""The form under which names of one initiative are equal: without level, batch, year, verb, small words and ending."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.tables import read_tables

__all__ = ["Forms", "load_forms"]

_WHERE = "initiative_forms.toml"
_LISTS = ("levels", "leads", "tails", "generic", "light", "fillers", "acts")
_SHORTEST = 3
"""No word is taken off a name of which fewer characters would be left: 名师工程 is not 名师."""
_LEVELLED = 5
"""So many characters must be left behind a word of level: 省级培训计划 is not every 培训计划."""
_MARKS = re.compile(r"[“”‘’\"'《》〈〉「」『』【】\s]")
_WHEN = re.compile(
    r"[（(](?:19|20)\d\d[^（）()]{0,14}[)）]|(?:19|20)\d\d(?:[—\-~至到](?:19|20)?\d\d)?(?:学年|年)度?"
    r"|(?:首|第[一二三四五六七八九十\d]+)[批届](?:次)?|“?十[一二三四五]五”?(?:期间|时期)?(?=[\u4e00-\u9fff])"
)
_YEARS = re.compile(r"[三五]年(?:行动|攻坚行动|行动计划|计划|攻坚计划)$")
"""A plan of so many years is more than its subject: 学前教育三年行动计划."""
_BRACKETS = re.compile(r"[（）()]")
_CROWD = re.compile(r"[百千万]名(?:优秀)?(?:教师|师)|[百千万]师")
_HOMES = re.compile(r"(?<=[访进])[百千万](?=家)")
_DIGIT = re.compile(r"(?<![\d+.·×-])\d(?![\d+.·×-])")
_NUMERALS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Forms:
    """How names of initiatives are brought into one form; made from `ontology/initiative_forms.toml`."""

    levels: re.Pattern[str]
    tails: re.Pattern[str]
    generic: frozenset[str]
    """Words that are no name alone."""
    light: re.Pattern[str]
    words: re.Pattern[str]
    synonyms: Mapping[str, str]
    fillers: re.Pattern[str]
    """Any number of words that add nothing to a name."""
    acts: re.Pattern[str]
    """What may stand before or behind what it acts on."""
    telling: re.Pattern[str]
    """One word that makes a name another initiative's."""
    contrasts: Mapping[str, int]
    """Each word that makes a name another initiative's to the number of its row."""
    turned: Mapping[str, str]
    """Verb of a sentence to the noun with which a campaign's name ends."""
    _known: dict[tuple[str, bool], str] = field(default_factory=dict, repr=False, compare=False)

    def of(self, name: str, *, ending: bool = False) -> str:
        """The form of a name that begins with no region; a pure function of it.

        With `ending` the last words stay: what a title ends with is part of it.

        >>> from kg.knowledge import load_knowledge
        >>> forms = load_knowledge().forms
        >>> forms.of("2023年“千名教师进万家”活动"), forms.of("百名教师访千家行动")
        ('万师访万家', '万师访万家')
        >>> forms.of("名师工程"), forms.of("名师工作室")
        ('名师工程', '名师工作室')
        """
        key = name, ending
        if key not in self._known:
            self._known[key] = self._form(name, ending=ending)
        return self._known[key]

    def _form(self, name: str, *, ending: bool) -> str:
        form = _MARKS.sub("", unicodedata.normalize("NFKC", name)).lower()
        for pattern in (_WHEN, _BRACKETS, self.light):
            form = _unless_short(form, pattern.sub("", form))
        form = self._led(form) if ending else self._stripped(self._led(form))
        form = self.words.sub(lambda m: self.synonyms[m[0]], form)
        form = _DIGIT.sub(lambda m: _NUMERALS[int(m[0])], form)
        return _HOMES.sub("万", _CROWD.sub("万师", form))

    def _led(self, form: str) -> str:
        """A form without words of level and verbs before it."""
        while True:
            shorter = self.levels.sub("", form)
            if len(shorter) < _LEVELLED or shorter == form:
                return form
            form = shorter

    def _stripped(self, form: str) -> str:
        """A form without endings."""
        while True:
            shorter = form if _YEARS.search(form) else self.tails.sub("", form)
            # 标准化建设工程 keeps its 建设: 标准化 alone is a word of every day.
            if len(shorter) < _SHORTEST or shorter == form or shorter in self.generic:
                return form
            form = shorter

    def turned_round(self, form: str) -> str:
        """One form for both orders of an act and what it acts on: the act behind.

        >>> from kg.knowledge import load_knowledge
        >>> forms = load_knowledge().forms
        >>> forms.turned_round("消除大班额"), forms.turned_round("大班额消除")
        ('大班额消除', '大班额消除')
        """
        act = self.acts.match(form)
        rest = form[act.end() :] if act else ""
        if act is None or len(rest) < act.end():
            return form
        # Two acts, 结对帮扶 and 帮扶结对: in one order.
        return "".join(sorted((act[0], rest))) if self.acts.fullmatch(rest) else rest + act[0]


def _unless_short(form: str, shorter: str) -> str:
    return shorter if len(shorter) >= _SHORTEST else form


def load_forms(path: Path) -> Forms:
    """The words of the file as patterns. Raises `KnowledgeError` where one is missing, empty or twice."""
    table = read_tables(path, _WHERE)
    lists: dict[str, tuple[str, ...]] = {}
    for name in _LISTS:
        lists[name] = _list(table, name)
    rows = table.get("contrasts")
    synonyms, turned = _pairs(table, "synonyms"), _pairs(table, "turned")
    if not isinstance(rows, list) or not all(isinstance(row, list) and row for row in rows):
        raise KnowledgeError(_WHERE, "contrasts", "要是列表的列表 / a list of lists")
    contrasts: dict[str, int] = {}
    for number, row in enumerate(rows):
        for word in row:
            contrasts.setdefault(str(word), number)
    return Forms(
        levels=re.compile(f"^(?:{_any((*lists['levels'], *lists['leads']))})"),
        tails=re.compile(f"(?:{_any(lists['tails'])})$"),
        generic=frozenset(lists["generic"]),
        light=re.compile("|".join(lists["light"])),
        fillers=re.compile(f"(?:{_any(lists['fillers'])})*"),
        words=re.compile(_any(synonyms)),
        synonyms=synonyms,
        acts=re.compile(_any(lists["acts"])),
        telling=re.compile(_any(contrasts)),
        contrasts=contrasts,
        turned=turned,
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _list(table: Mapping[str, object], name: str) -> tuple[str, ...]:
    words = table.get(name)
    if not isinstance(words, list) or not words:
        raise KnowledgeError(_WHERE, name, "要是非空的列表 / must be a list with words")
    if len(set(words)) < len(words):
        twice = next(word for word in words if words.count(word) > 1)
        raise KnowledgeError(_WHERE, name, f"重复 / twice: {twice}")
    return tuple(map(str, words))


def _pairs(table: Mapping[str, object], name: str) -> Mapping[str, str]:
    pairs = table.get(name)
    if not isinstance(pairs, dict) or not pairs:
        raise KnowledgeError(_WHERE, name, "要是表 / must be a table")
    return {str(word): str(other) for word, other in pairs.items()}
