"""Characters a second of kg and of jieba on the same texts: `python -m tests.benchmarks.reading [FILE…]`.

Both work on the same decoded texts, text by text in turn, so that whatever else the machine does slows both. Time is
that of the process (user and system), not the clock's. What each does once, loading of dictionaries and word lists,
is done before; what kg remembers of a text or a name is forgotten before every round, so no round learns from another.
"""

from __future__ import annotations

import functools
import gc
import logging
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import ParamSpec, TypeVar

from kg.knowledge import Knowledge, load_knowledge
from kg.model.document import RawDocument
from kg.pipeline.document import understand
from kg.read import read

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
TABLE = 8
"""A cache of at most so many entries holds tables (a pattern, a dictionary), a larger one what texts bring."""

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class Round:
    """Seconds that one round over all texts took."""

    jieba: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def kg(self) -> float:
        """From the decoded file to its facts, all stages."""
        return sum(self.stages.values())

    @property
    def ratio(self) -> float:
        """How many times as fast as jieba kg is: 1.0 where both read equally many characters a second."""
        return self.jieba / self.kg

    def timed(self, stage: str, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """What the stage returns; its time is added up."""
        begun = process_time()
        result = work(*args, **kwargs)
        self.stages[stage] = self.stages.get(stage, 0.0) + process_time() - begun
        return result


def measure(texts: Sequence[RawDocument], knowledge: Knowledge, *, rounds: int) -> list[Round]:
    """So many rounds over all texts, kg and jieba in turn, after one that is not counted."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    found: list[Round] = []
    for _ in range(rounds + 1):
        _forget_texts()
        one = Round()
        for raw in texts:
            understand(raw, knowledge, at=one.timed)
            begun = process_time()
            jieba.lcut(raw.text)
            one.jieba += process_time() - begun
        found.append(one)
    return found[1:]


def _forget_texts() -> None:
    """Empty every cache of kg that grows with what is read."""
    gc.collect()
    for thing in gc.get_objects():
        if isinstance(thing, functools._lru_cache_wrapper) and str(thing.__module__).startswith("kg."):
            most = thing.cache_parameters()["maxsize"]
            if most is None or most > TABLE:
                thing.cache_clear()


def middle(rounds: Sequence[Round]) -> Round:
    """The round whose ratio is the median one."""
    return sorted(rounds, key=lambda one: one.ratio)[len(rounds) // 2]


def report(texts: Sequence[RawDocument], rounds: Sequence[Round]) -> str:
    """The table: characters a second of both, how they compare, and what each stage takes."""
    size = sum(len(raw.text) for raw in texts)
    one = middle(rounds)
    low, *_, high = sorted(r.ratio for r in rounds)
    kg, other = (statistics.median(getattr(r, name) for r in rounds) for name in ("kg", "jieba"))
    lines = [
        f"{len(texts)} texts, {size:,} characters, {len(rounds)} rounds; medians, one core, start-up not counted",
        f"{'':12}{'characters/s':>14}{'µs/character':>14}",
        f"{'kg':12}{size / kg:14,.0f}{kg / size * 1e6:14.2f}",
        f"{'jieba.lcut':12}{size / other:14,.0f}{other / size * 1e6:14.2f}",
        f"{'ratio':12}{one.ratio:14.2f}   from {low:.2f} to {high:.2f}",
        "",
        *(
            f"{stage:12}{spent / one.kg:14.0%}{spent / size * 1e6:14.2f}"
            for stage, spent in sorted(one.stages.items(), key=lambda item: -item[1])
        ),
    ]
    return "\n".join(lines)


def texts_of(paths: Sequence[Path]) -> list[RawDocument]:
    """The files decoded."""
    return [read(path, name=path.name) for path in paths]


def main(arguments: Sequence[str]) -> None:
    """Print the table for the files that are named, else for the seeds."""
    texts = texts_of([Path(name) for name in arguments] or sorted(SEEDS.glob("*.txt")))
    print(report(texts, measure(texts, load_knowledge(), rounds=7)))


if __name__ == "__main__":
    main(sys.argv[1:])
