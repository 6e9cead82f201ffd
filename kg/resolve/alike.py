"""How alike two names of initiatives are, and what that shows: one thing, near things, or look-alikes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kg.knowledge import Forms

__all__ = ["NEAR", "RELATED", "Likeness", "Verdict", "alike", "grams", "likeness"]

NEAR = 0.70
"""Names at least so alike, of which neither says anything that the other does not, are one thing.

Chosen on the pairs of `tests/resolve/pairs.tsv` marked `choose`: below it names that add a word of their own come in.
"""
RELATED = 0.65
"""Names at least so alike are near things; less alike ones are not compared."""
_SHORTEST = 5
"""In shorter forms one character is too much of the name."""
_NUMERAL = re.compile(r"[\d〇零一二两三四五六七八九十百千万]+")


class Verdict(StrEnum):
    """What a comparison shows."""

    SAME = "same"
    RELATED = "related"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Likeness:
    """The result of a comparison."""

    verdict: Verdict
    score: float
    """0 to 1; 1.0 for equal forms."""
    words: str = ""
    """What tells the names apart, where something does."""


def grams(form: str) -> Counter[str]:
    """The pairs of neighbouring characters of a form, its first and last character marked as such.

    >>> sorted(grams("教联体"))
    ['^教', '体$', '教联', '联体']
    """
    marked = f"^{form}$"
    return Counter(marked[at : at + 2] for at in range(len(marked) - 1))


def likeness(left: Counter[str], right: Counter[str]) -> float:
    """Dice's measure of two bags of grams: twice what they share over what they hold.

    >>> round(likeness(grams("教联体"), grams("教联体区")), 2)
    0.67
    """
    return 2 * (left & right).total() / (left.total() + right.total())


def alike(left: str, right: str, forms: Forms) -> Likeness:
    """What the forms of two names show of what they name.

    >>> from kg.knowledge import load_knowledge
    >>> forms = load_knowledge().forms
    >>> compare = lambda a, b: alike(forms.of(a), forms.of(b), forms).verdict.value
    >>> compare("三级家访活动", "2023年三级家访行动"), compare("名师工程", "名师工作室")
    ('same', 'apart')
    """
    if left == right or forms.turned_round(left) == forms.turned_round(right):
        return Likeness(Verdict.SAME, 1.0)
    score = likeness(grams(left), grams(right))
    numbers = _NUMERAL.findall(left), _NUMERAL.findall(right)
    if numbers[0] != numbers[1]:
        return Likeness(Verdict.APART, score, "、".join(dict.fromkeys([*numbers[0], *numbers[1]])))
    told = _contrast(left, right, forms)
    if score < RELATED or (told and told[1]):
        return Likeness(Verdict.APART, score, told[0] if told else "")
    if told:
        return Likeness(Verdict.RELATED, score, told[0])
    more = _more(left, right)
    if score >= NEAR and min(len(left), len(right)) >= _SHORTEST and all(map(forms.fillers.fullmatch, more)):
        return Likeness(Verdict.SAME, score, "、".join(more))
    return Likeness(Verdict.RELATED, score, "、".join(more))


def _more(left: str, right: str) -> tuple[str, ...]:
    """The pieces of each name that the other has not."""
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    pieces = (piece for tag, i, j, k, m in steps if tag != "equal" for piece in (left[i:j], right[k:m]))
    return tuple(piece for piece in pieces if piece)


def _contrast(left: str, right: str, forms: Forms) -> tuple[str, bool] | None:
    """The telling words that only one name has, and whether each has another of one row; None if there are none."""
    mine, theirs = _telling(left, forms), _telling(right, forms)
    only = mine - theirs, theirs - mine
    if not only[0] and not only[1]:
        return None
    rows = [{forms.contrasts[word] for word in words} for words in only]
    return "、".join(sorted(only[0] | only[1])), bool(rows[0] & rows[1])


def _telling(form: str, forms: Forms) -> frozenset[str]:
    return frozenset(forms.telling.findall(form))
