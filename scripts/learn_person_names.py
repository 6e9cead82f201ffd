"""Write `ontology/person_names.toml`: how names are written, and by which signs around them they are known.

    python scripts/learn_person_names.py [--check]

Run it from the project's root. The characters of names are counted in the dictionary that comes with jieba (words
tagged `nr`); the weights are learned from the invented sentences of `tests/specs`: names that a spec asks for, or that
the rules read there, against every other stretch that a surname opens. A logistic regression over signs, no words of
the sentences: two runs give the same bytes. `--check` only says whether the file is up to date.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import distribution
from math import exp, log
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # tests.specs, and kg where it is not installed

from kg.clean import clean  # noqa: E402
from kg.extract import FINDERS  # noqa: E402
from kg.extract.page import Page  # noqa: E402
from kg.extract.person_likely import candidates, find_likely_persons  # noqa: E402
from kg.knowledge import Knowledge, PersonNames, load_knowledge  # noqa: E402
from kg.knowledge.person_names import PLACES  # noqa: E402
from kg.model.aligned import AlignedText  # noqa: E402
from kg.model.document import RawDocument, SourceFile  # noqa: E402
from kg.model.names import EntityKind  # noqa: E402
from kg.segment import segment  # noqa: E402
from tests.specs.corpus import Spec, load_specs  # noqa: E402

FILE = ROOT / "ontology" / "person_names.toml"
LEAST_SEEN = 2
"""In so many names of the dictionary a character must stand."""
STRENGTH, STEPS = 0.3, 1500
"""How much the sentences weigh against weights of zero, and steps of the descent: more change no third decimal."""
HEAD = """\
# 人名怎么写（姓、名各字比一般文字常见多少，取对数），旁边有什么字样就像人名（权重，取对数几率）。
# How names are written (how much more often a character stands in names than in text, as a logarithm), and what the
# signs around a stretch add to the logarithm of the odds that it is a name.
# 由程序写出，请勿手改 / written by scripts/learn_person_names.py from jieba's dictionary and tests/specs.
"""


def letters(dictionary: Iterable[str], surnames: frozenset[str]) -> dict[str, dict[str, float]]:
    """For each place of a name its characters with the logarithm of how much likelier they are there than in text."""
    seen: dict[str, Counter[str]] = {place: Counter() for place in PLACES}
    text: Counter[str] = Counter()
    for line in dictionary:
        word, count, kind = line.split()
        if kind != "nr":
            for char in word:
                text[char] += int(count) + 1
        elif len(word) in (2, 3) and word[0] in surnames:
            seen["first"][word[0]] += 1
            seen["last"][word[-1]] += 1
            if len(word) == 3:
                seen["second"][word[1]] += 1
    whole = text.total()
    table: dict[str, dict[str, float]] = {}
    for place, counts in seen.items():
        names = counts.total()
        table[place] = {
            char: round(log((count + 0.3) / (names + 900)) - log((text[char] + 20) / (whole + 1e5)), 2)
            for char, count in sorted(counts.items())
            if count >= LEAST_SEEN or place == "first"
        }
    return table


def examples(spec: Spec, knowledge: Knowledge) -> list[tuple[tuple[str, ...], bool]]:
    """Signs of every candidate of a spec's document, and whether it is a name."""
    source = SourceFile("a.txt", hashlib.sha256(spec.document.encode()).hexdigest(), "text/plain", "utf-8", 0)
    raw = RawDocument(source, spec.document, AlignedText.plain(spec.document))
    page = Page(segment(clean(raw), knowledge), knowledge)
    for find in FINDERS[: FINDERS.index(find_likely_persons)]:
        find(page)
    right = {(m.start, m.end) for m in page.of_kind(EntityKind.PERSON)}
    for names in (*spec.finds.get("Person", ()), *spec.may.get("Person", ())):
        for name in names.split("|"):
            at = page.text.find(name)
            while at >= 0:
                right.add((at, at + len(name)))
                at = page.text.find(name, at + 1)
    return [(c.signs, (c.start, c.end) in right) for c in candidates(page)]


def learn(seen: Sequence[tuple[tuple[str, ...], bool]]) -> dict[str, float]:
    """Weights of the signs: logistic regression with a quadratic penalty, by accelerated descent from zero."""
    signs = sorted({sign for found, _ in seen for sign in found})
    index = {sign: number for number, sign in enumerate(signs)}
    rows = [([index[sign] for sign in found], float(right)) for found, right in seen]
    step = 1 / (1 + STRENGTH * max(len(row) for row, _ in rows) * len(rows) / 4)
    weights, ahead = [0.0] * len(signs), [0.0] * len(signs)
    for turn in range(STEPS):
        slope = list(ahead)
        for row, right in rows:
            wrong = STRENGTH * (1 / (1 + exp(-sum(ahead[n] for n in row))) - right)
            for n in row:
                slope[n] += wrong
        following = [w - step * s for w, s in zip(ahead, slope, strict=True)]
        push = turn / (turn + 3)
        ahead = [new + push * (new - old) for new, old in zip(following, weights, strict=True)]
        weights = following
    return {sign: round(weight, 3) for sign, weight in zip(signs, weights, strict=True) if abs(weight) >= 0.001}


def written(table: Mapping[str, Mapping[str, float]], weights: Mapping[str, float]) -> str:
    """The text of the file."""
    lines = [HEAD]
    for part, values in (*((f"letters.{place}", table[place]) for place in PLACES), ("weights", weights)):
        lines += [f"[{part}]", *(f'"{key}" = {value}' for key, value in sorted(values.items())), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def main() -> int:
    """0 if the file is written, or is up to date."""
    knowledge = load_knowledge()
    surnames = frozenset(word for word in knowledge.words("surname") if len(word) == 1)
    dictionary = Path(str(distribution("jieba").locate_file("jieba/dict.txt"))).read_text("utf-8").splitlines()
    table = letters(dictionary, surnames)
    object.__setattr__(knowledge, "person_names", PersonNames(table))
    seen = [example for spec in load_specs() for example in examples(spec, knowledge)]
    text = written(table, learn(seen))
    if "--check" in sys.argv:
        return 0 if FILE.read_text("utf-8") == text else 1
    FILE.write_text(text, "utf-8")
    print(f"{sum(right for _, right in seen)} names, {len(seen)} candidates, {len(text)} characters")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
