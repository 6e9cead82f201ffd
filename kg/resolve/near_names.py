"""Initiatives of several reports whose names are alike: linked to one concept, told to be near, or left alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from kg.knowledge import Knowledge
from kg.model.names import EntityKind
from kg.resolve.alike import RELATED, Likeness, Verdict, alike, grams

__all__ = ["Named", "NearName", "near_names"]

_LENGTHS = RELATED / (2 - RELATED)
"""Bags of which one holds a smaller share of grams than this of the other cannot be so alike."""
_BITS = 512
"""Each gram is one of so many bits: where bits are shared, grams may be. Bits are counted twenty times as fast."""
_ENOUGH = RELATED - 0.1
"""Grams that stand twice in a name count once here."""
_MOST_RELATED = 5
"""So many near things are told of one; more say only that its words are common."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """An initiative under the form of its name."""

    rank: tuple[int, int, str]
    """By which the others are linked to it: known ones first, then the shortest form."""
    key: str = field(compare=False)
    """Key of its concept."""

    @property
    def form(self) -> str:
        """The form that is compared."""
        return self.rank[2]

    @property
    def known(self) -> bool:
        """Whether `ontology/concepts` has it."""
        return self.rank[0] == 0


@dataclass(frozen=True, slots=True)
class NearName:
    """Two initiatives and what comparing their forms shows."""

    key: str
    form: str
    other: str
    """Key of the concept of the other."""
    other_form: str
    shown: Likeness


def near_names(unknown: Mapping[str, str], knowledge: Knowledge) -> Iterator[NearName]:
    """What the forms of the unknown initiatives (form to key of concept) show, with each other and with known names.

    Each is the same as one other at most, a known one if it can be, and none that is the same as a third: no chains.
    Names meet by their rarest pairs of characters, so the time grows with the names and not with their square.
    """
    known = knowledge.forms_of(EntityKind.PROGRAM) if unknown else {}
    items = sorted(
        [Named((0, len(form), form), key) for form, key in known.items() if form not in unknown]
        + [Named((1, len(form), form), key) for form, key in unknown.items()]
    )
    index = _Index([item.form for item in items])
    linked: set[str] = set()
    for at, item in enumerate(items):
        if item.known:
            continue
        near: list[tuple[float, Named, Likeness]] = []
        for earlier in map(items.__getitem__, index.before(at)):
            shown = alike(item.form, earlier.form, knowledge.forms)
            if shown.verdict is not Verdict.APART and earlier.key != item.key:
                near.append((-shown.score, earlier, shown))
        near.sort(key=lambda found: found[:2])
        same = next((n for n in near if n[2].verdict is Verdict.SAME and n[1].form not in linked), None)
        told: set[str] = set()
        if same is not None:
            linked.add(item.form)
            told.add(same[1].key)
            yield NearName(item.key, item.form, same[1].key, same[1].form, same[2])
        for _, other, shown in near:
            if shown.verdict is Verdict.RELATED and other.key not in told and len(told) < _MOST_RELATED:
                told.add(other.key)
                yield NearName(item.key, item.form, other.key, other.form, shown)


class _Index:
    """Forms by their rarest grams: two bags that share enough share one of these."""

    def __init__(self, forms: Sequence[str]) -> None:
        held = [set(grams(form)) for form in forms]
        often = Counter(gram for own in held for gram in own)
        rare = [sorted(own, key=lambda gram: (often[gram], gram)) for own in held]
        bit = {gram: 1 << number % _BITS for number, gram in enumerate(sorted(often))}
        self._found_by = [own[: _prefix(len(own))] for own in rare]
        self._sizes = [len(own) for own in held]
        self._marks = [sum({bit[gram] for gram in own}) for own in held]
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._next = 0

    def before(self, number: int) -> Iterable[int]:
        """The forms before one that can be alike enough, in order: their marks share enough bits.

        Asked in order: a form is found by those behind it alone.
        """
        for earlier in range(self._next, number):
            for gram in self._found_by[earlier]:
                self._holding[gram].append(earlier)
        self._next = number
        marks, sizes, mine, size = self._marks, self._sizes, self._marks[number], self._sizes[number]
        least, most = size * _LENGTHS, size / _LENGTHS
        shared = _ENOUGH / 2
        found = {other for gram in self._found_by[number] for other in self._holding[gram]}
        return sorted(
            other
            for other in found
            if least <= sizes[other] <= most and (mine & marks[other]).bit_count() >= shared * (size + sizes[other])
        )


def _prefix(size: int) -> int:
    """How many of its rarest grams a bag must be found by, so that nothing alike enough is missed."""
    return size - ceil(RELATED / 2 * (size + size * _LENGTHS)) + 1
