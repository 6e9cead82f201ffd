"""Makes `ontology/lexicon/verb.txt` from the dictionary that comes with jieba.

Run `python scripts/build_verbs.py` and commit what changes; `--check` only says whether the file is up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

LIST = Path(__file__).resolve().parent.parent / "ontology" / "lexicon" / "verb.txt"
TAGS = frozenset({"v", "vd", "vg", "vi", "vq"})
"""Verbs as jieba tags them; `vn`, which can be a noun, stays out: 建设 and 发展 would cut names."""
LEAST = 50
"""How often jieba saw a verb at least. 20, 30, 40 and 50 leave 11,220, 10,054, 9,157 and 8,518 words; 20, 30 and 50
gave the same scores on 24 annotated reports, so the shortest list is kept."""
VARIANTS = frozenset({"拚命"})
"""Words in characters that are no longer written in the mainland: cleaned text does not hold them."""


def verbs(dictionary: Iterable[str]) -> list[str]:
    """The verbs of two characters and more in lines `word frequency tag`, each once, in the order of their characters.

    >>> verbs(["评选 300 v", "评 900 v", "评委 200 n", "评断 9 v"])
    ['评选']
    """
    kept = set()
    for line in dictionary:
        word, frequency, tag = line.split()
        if tag in TAGS and len(word) >= 2 and int(frequency) >= LEAST and word not in VARIANTS:
            kept.add(word)
    return sorted(kept)


def page(words: Iterable[str], version: str) -> str:
    """The whole file: what it is and how it was made, then one word a line."""
    head = (
        f"# 动词（两字以上）。来源：jieba {version} 的 dict.txt（MIT 许可），词性 {'/'.join(sorted(TAGS))}，"
        f"词频不低于 {LEAST}。\n"
        f"# Verbs of two characters and more from dict.txt of jieba {version} (MIT), tagged {'/'.join(sorted(TAGS))},\n"
        f"# frequency {LEAST} and above. Made by scripts/build_verbs.py, never by hand: a verb that names schools is\n"
        "# listed in name_verb.txt too, one that jieba lacks in name_stop.txt.\n"
    )
    return head + "\n".join(words) + "\n"


def main(arguments: list[str]) -> int:
    """0 if the list is written, or with `--check` is up to date; 1 if it is not; 2 for any other argument."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    jieba = distribution("jieba")
    dictionary = Path(str(jieba.locate_file("jieba/dict.txt"))).read_text("utf-8")
    made = page(verbs(dictionary.splitlines()), jieba.version)
    if arguments:
        current = LIST.read_text("utf-8") if LIST.exists() else ""
        if current != made:
            print(f"{LIST.name} 不是最新，请运行 / out of date, run: python scripts/build_verbs.py", file=sys.stderr)
            return 1
        return 0
    LIST.write_text(made, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
