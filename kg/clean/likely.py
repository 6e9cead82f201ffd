"""Which of several characters stood where one was lost: the one that makes the text around it the likeliest words."""

from __future__ import annotations

from functools import lru_cache
from math import exp, log

from kg.clean.gbk import fitness
from kg.text.dictionary import word_counts
from kg.text.simplify import simplify

__all__ = ["are_usual", "likeliest"]

LIKELY_STOP = 0.9
PLAUSIBLE = 0.02
"""Share of the likelihood from which an option may be chosen for the word that it makes: of 鎮_所, where 三所 is a word
and 人 and 所 are two, 三 has 0.05; of 教師_13, where 師弟 is a word, 弟 has 0.001."""
REFERENCE = 60.0
"""Added to logarithms so that the likelihoods of a dozen characters do not vanish; only their ratios are used."""
USUAL = 1000
"""How often a character is seen as a word of its own, at least, to be a usual one: 园 1,914 times, 萢 never."""
_MARKS = {
    "，": 0.06,
    "、": 0.03,
    "。": 0.02,
    "；": 0.005,
    "“": 0.005,
    "”": 0.005,
    "：": 0.002,
    "（": 0.002,
    "）": 0.002,
}
"""How often the marks come among the words of reports."""
_UNSEEN = -19.0
"""Of a character that is no word: rarer than the rarest word of the dictionary, log(1 / 60 million) is -17.9."""


@lru_cache(maxsize=1 << 12)
def likeliest(before: str, options: tuple[str, ...], after: str) -> tuple[str, float]:
    """The option that makes the whole the likeliest row of words, and its share; options that differ only in script
    count as one. Where another one makes a word with its neighbours and is not much less likely, it is that.

    >>> likeliest("編制", ("勸", "全", "權"), "縣教育")[0]
    '全'
    """
    left, right = simplify(before), simplify(after)
    # Only a full stop ends a line, and hardly another mark stands between a word and a number.
    if "。" in options and (not after or after[0] in "\n0123456789"):
        return "。", LIKELY_STOP
    scores: dict[str, float] = {}
    words: dict[str, int] = {}
    plains = dict(zip(options, simplify("\n".join(options)).split("\n"), strict=True))
    for plain in plains.values():
        if plain not in scores:
            scores[plain] = exp(_likelihood(left + plain + right) + REFERENCE)
            words[plain] = fitness(before, plain, after)
    total, seen = sum(scores.values()), sum(words.values())
    if not total:
        return "", 0.0
    top = max(options, key=lambda option: (scores[plains[option]], option))
    share = scores[plains[top]] / total
    worded = max(options, key=lambda option: (words[plains[option]], option))
    word = words[plains[worded]] / seen if seen else 0.0
    if share < word and scores[plains[worded]] >= PLAUSIBLE * total:
        return worded, word
    return top, share


def are_usual(text: str) -> bool:
    """Whether all characters are usual ones.

    >>> are_usual("園"), are_usual("萢")
    (True, False)
    """
    counts = word_counts()
    return all(char in _MARKS or counts.get(char, 0) >= USUAL for char in simplify(text))


def _likelihood(text: str) -> float:
    """The logarithm of how likely the best row of words is that makes up the text."""
    counts, total = word_counts(), _total()

    def alone(char: str) -> float:
        return log(_MARKS.get(char) or counts[char] / total) if char in _MARKS or counts.get(char) else _UNSEEN

    reached = [0.0]
    for end in range(1, len(text) + 1):
        words = ((start, counts.get(text[start:end])) for start in range(max(end - 5, 0), end - 1))
        longer = [reached[start] + log(count / total) for start, count in words if count]
        reached.append(max([reached[end - 1] + alone(text[end - 1]), *longer]))
    return reached[-1]


@lru_cache(maxsize=1)
def _total() -> int:
    """How many words were seen in all."""
    return sum(word_counts().values())
