"""Finding things by their names, as people type them: Chinese in either script, pinyin, first letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from kg.export.page.kinds import LOOKS
from kg.graph.facts import label_of
from kg.graph.vocabulary import CLASS_OF_KIND, term
from kg.serve.addresses import address
from kg.serve.jobs import Cell, Found, FoundKind, Hit
from kg.text.pinyin import ascii_reading, syllables
from kg.text.simplify import has_traditional, simplify

__all__ = ["SHOWN_HITS", "Names"]

SHOWN_HITS = 50
"""Of each kind."""
_KINDS = {CLASS_OF_KIND[kind]: (look.chinese, look.english) for kind, look in LOOKS.items()}
_KINDS["ek:Report"] = ("报告", "Report")
_NAMES = (term("skos:prefLabel"), term("dct:title"), term("skos:altLabel"))
_NOT_TYPED = re.compile(r"[^a-z0-9]")
_BY_NAME, _BY_BEGIN, _BY_PART, _BY_SOUND = range(4)
"""How well a name fits: the less the better."""
_OTHER_NAME = 10
"""How much worse another name is than the name itself."""


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a thing, ready to be compared."""

    name: str
    plain: str
    """Simplified, small, without spaces."""
    sounds: str
    """Its syllables, a space before each."""
    letters: str
    """The first letter of each syllable."""

    @classmethod
    def of(cls, name: str) -> _Name:
        plain = _plain(name)
        spelling = () if plain.isascii() else syllables(plain)
        return cls(name, plain, "".join(f" {s}" for s in spelling), "".join(s[0] for s in spelling))


@dataclass(frozen=True, slots=True)
class _Word:
    """One word that is looked for."""

    plain: str
    letters: str
    """As typed in pinyin; empty for what holds other than Latin letters and digits."""
    sounds: re.Pattern[str]

    @classmethod
    def of(cls, word: str) -> _Word:
        typed = ascii_reading(word).replace("'", "").replace("’", "")
        letters = "" if _NOT_TYPED.search(typed) else typed
        return cls(_plain(word), letters, re.compile(" " + " ?".join(letters)))

    def rank(self, name: _Name) -> int | None:
        """How well a name fits, None if not at all."""
        if self.plain in name.plain:
            if self.plain == name.plain:
                return _BY_NAME
            return _BY_BEGIN if name.plain.startswith(self.plain) else _BY_PART
        if self.letters and (self.letters in name.letters or self.sounds.search(name.sounds)):
            return _BY_SOUND
        return None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A thing with its names, its own name first."""

    iri: str
    names: tuple[_Name, ...]

    def rank(self, words: list[_Word]) -> tuple[int, str] | None:
        """How well all words fit, and the other name that fits best; None if one fits none."""
        worst, called = -1, ""
        for word in words:
            ranks = [(rank + _OTHER_NAME * bool(at), at) for at, name in enumerate(self.names)
                     if (rank := word.rank(name)) is not None]  # fmt: skip
            if not ranks:
                return None
            rank, at = min(ranks)
            if rank > worst:
                worst, called = rank, self.names[at].name if at else ""
        return worst, called


class Names:
    """The names of all things of a graph, by kind."""

    def __init__(self, store: Store, base: str) -> None:
        self._store, self._base = store, base
        self._kinds = {kind: tuple(_entries(store, kind, base)) for kind in _KINDS}

    def find(self, text: str) -> Found:
        """The things in whose names all words of a text stand, by kind; nothing for a text without words."""
        words = [_Word.of(word) for word in unicodedata.normalize("NFKC", text).split()]
        kinds = (self._of_kind(kind, words) for kind in _KINDS) if words else ()
        return Found(tuple(kind for kind in kinds if kind.count))

    def _of_kind(self, kind: str, words: list[_Word]) -> FoundKind:
        ranked = [(rank, entry) for entry in self._kinds[kind] if (rank := entry.rank(words))]
        ranked.sort(key=lambda found: (found[0][0], len(found[1].names[0].name), found[1].iri))
        hits = tuple(self._hit(entry, called) for (_, called), entry in ranked[:SHOWN_HITS])
        return FoundKind(kind, *_KINDS[kind], len(ranked), hits)

    def _hit(self, entry: _Entry, called: str) -> Hit:
        thing = Cell(entry.names[0].name, address(entry.iri, self._base))
        regions = [
            label_of(self._store, quad.object.value)
            for predicate in (term("ek:homeRegion"), term("ek:inRegion"))
            for quad in self._store.quads_for_pattern(NamedNode(entry.iri), predicate, None, None)
            if isinstance(quad.object, NamedNode)
        ]
        return Hit(entry.iri.removeprefix(self._base), thing, next(iter(regions), ""), called)


def _entries(store: Store, kind: str, base: str) -> Iterator[_Entry]:
    for quad in store.quads_for_pattern(None, term("rdf:type"), term(kind), None):
        thing = quad.subject
        if isinstance(thing, NamedNode) and thing.value.startswith(base):
            own = label_of(store, thing.value)
            told = {q.object.value for name in _NAMES for q in store.quads_for_pattern(thing, name, None, None)
                    if isinstance(q.object, Literal)}  # fmt: skip
            if told:
                yield _Entry(thing.value, tuple(map(_Name.of, (own, *sorted(told - {own})))))


def _plain(text: str) -> str:
    text = "".join(unicodedata.normalize("NFKC", text).lower().split())
    return simplify(text) if has_traditional(text) else text
