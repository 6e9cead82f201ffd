"""A large graph, written and asked, beside the libraries that could do it: `python -m tests.benchmarks.sizes`.

`--triples 1000000` says how large; the graph is that of `exports/graph.ttl` so many times (`big_graph`). In one run:

- `graph.ttl` written, and the same triples dumped by pyoxigraph as Turtle with the same prefixes, in turn;
- every shipped question put to pyoxigraph and to rdflib's memory store, question by question in turn, from its text to
  its rows. rdflib is cut off at `PATIENCE` times as long, and its ratio then counts as that, the least that it can be.
  What `kg query` checks before it asks any engine (the gate) is told apart: it does not grow with the graph;
- the peak memory of the process that writes, and of the one that answers.

Times are those of the process (user and system), so what else the machine does weighs little.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from types import FrameType
from typing import TypeVar

from kg.graph.questions import list_queries
from tests.benchmarks.big_graph import big_graph

SOURCE = Path(__file__).resolve().parents[2] / "exports" / "graph.ttl"
ROUNDS = 3
PATIENCE = 15
"""rdflib is given so many times as long as pyoxigraph took, and at least `LEAST` seconds."""
LEAST = 0.2
MARKS = {"write": 2.0, "ask": 10.0, "memory": 2 * 1024**3}
"""What is wanted: at most twice the time of the dump, at least ten times as fast as rdflib, less than 2 GiB."""


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Writing:
    """Seconds of `ROUNDS` writes and dumps in turn, of the first write (which also loads the vocabulary), and bytes."""

    triples: int
    writes: tuple[float, ...]
    dumps: tuple[float, ...]
    first: float
    memory: int
    """The peak of the process when the file had been written, the graph itself included."""

    @property
    def ratio(self) -> float:
        """How many times as long the write takes: the middle of the rounds."""
        return median(write / dump for write, dump in zip(self.writes, self.dumps, strict=True))


@dataclass(frozen=True, slots=True)
class Asking:
    """One question put to both engines: seconds, rows."""

    name: str
    rows: int
    gate: float
    oxigraph: float
    rdflib: float
    whole: bool
    """False where rdflib was cut off."""

    @property
    def ratio(self) -> float:
        """How many times as fast pyoxigraph answers; at least so many where rdflib was cut off."""
        return self.rdflib / self.oxigraph


@dataclass(frozen=True, slots=True)
class Sizes:
    """What one run measured."""

    writing: Writing
    asking: tuple[Asking, ...]
    memory: int
    """The peak of the process that loads the file and answers all questions."""


def measure(copies: int, *, source: Path = SOURCE) -> Sizes:
    """All measures over a graph of so many copies, each engine in a process of its own."""
    with TemporaryDirectory() as folder:
        with _process() as writer:
            writing = writer.submit(_write, copies, source, Path(folder)).result()
        with _process() as ours, _process() as theirs:
            ours.submit(_open, Path(folder) / "graph.ttl").result()
            theirs.submit(_fill, copies, source).result()
            asking = []
            for query in list_queries():
                gate, seconds, rows = ours.submit(_ask, query.text).result()
                taken, whole = theirs.submit(_ask_rdflib, query.text, max(LEAST, PATIENCE * seconds)).result()
                asking.append(Asking(query.name, rows, gate, seconds, taken, whole))
            return Sizes(writing, tuple(asking), ours.submit(_peak).result())


def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


def _peak() -> int:
    """The most memory that this process held, in bytes."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:  # no Linux; bytes there on macOS
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # `ru_maxrss` would count what the process held from which this one was started.
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def _write(copies: int, source: Path, folder: Path) -> Writing:
    """Writes `graph.ttl` into the folder, measured beside the dump of the same triples."""
    from pyoxigraph import DefaultGraph, RdfFormat

    from kg.graph.rdf import to_turtle
    from kg.graph.store import open_graph

    graph = big_graph(copies, source)
    path = folder / "graph.ttl"

    def write() -> float:
        begun = process_time()
        path.write_bytes(to_turtle(graph, version="1").encode())
        return process_time() - begun

    first, memory = write(), _peak()
    with path.open(encoding="utf-8") as lines:
        prefixes = dict(re.findall(r"^@prefix (\S+): <(.+)> \.$", lines.read(20_000), re.MULTILINE))
    store = open_graph(path)

    def dump() -> float:
        begun = process_time()
        store.dump(str(folder / "dump.ttl"), format=RdfFormat.TURTLE, from_graph=DefaultGraph(), prefixes=prefixes)
        return process_time() - begun

    rounds = [(write(), dump()) for _ in range(ROUNDS)]
    return Writing(len(store), tuple(w for w, _ in rounds), tuple(d for _, d in rounds), first, memory)


_held: dict[str, object] = {}
"""The graph that a process of `measure` keeps from question to question."""


def _open(path: Path) -> None:
    from kg.graph.store import open_graph

    _held["store"] = open_graph(path)


def _ask(text: str) -> tuple[float, float, int]:
    """Seconds of the gate, seconds of pyoxigraph's answer (the middle of `ROUNDS`), and its rows."""
    from kg.graph.gate import let_through
    from kg.graph.query import prefixes

    known = dict(prefixes())
    gate = _timed(lambda: let_through(text, prefixes=known))[0]
    rounds = [_timed(lambda: list(_held["store"].query(text, prefixes=known))) for _ in range(ROUNDS)]  # type: ignore[attr-defined]
    return gate, median(taken for taken, _ in rounds), len(rounds[0][1])


def _timed(work: Callable[[], R]) -> tuple[float, R]:
    begun = process_time()
    done = work()
    return process_time() - begun, done


def _fill(copies: int, source: Path) -> None:
    from kg.graph.rdf import to_rdf

    _held["rdf"] = to_rdf(big_graph(copies, source), version="1")
    _ask_rdflib("ASK { ?thing a ?class }", 60)


class _CutOffError(Exception):
    pass


def _cut_off(_signal: int, _frame: FrameType | None) -> None:
    raise _CutOffError


def _ask_rdflib(text: str, limit: float) -> tuple[float, bool]:
    """Seconds of rdflib's answer, and whether it came before the limit."""
    signal.signal(signal.SIGPROF, _cut_off)
    begun = process_time()
    signal.setitimer(signal.ITIMER_PROF, limit)  # of the process's time, like what is measured
    try:
        list(_held["rdf"].query(text))  # type: ignore[attr-defined]
        whole = True
    except _CutOffError:
        whole = False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return (process_time() - begun if whole else limit), whole


def report(sizes: Sizes) -> str:
    """The table."""
    writing, mib = sizes.writing, 1024**2
    slowest = min(sizes.asking, key=lambda asked: asked.ratio)
    lines = [
        f"{writing.triples:,} triples; seconds of the process, the middle of {ROUNDS}",
        f"{'graph.ttl written':28}{median(writing.writes):9.3f}   the first time {writing.first:.3f}",
        f"{'pyoxigraph, dumped':28}{median(writing.dumps):9.3f}",
        f"{'ratio':28}{writing.ratio:9.2f}   wanted: at most {MARKS['write']:g}",
        f"{'peak memory, writing':28}{writing.memory / mib:9,.0f}   MiB; wanted: below {MARKS['memory'] / mib:,.0f}",
        f"{'peak memory, asking':28}{sizes.memory / mib:9,.0f}   MiB",
        "",
        f"{'question':28}{'rows':>9}{'pyoxigraph':>12}{'rdflib':>12}{'ratio':>9}",
        *(
            f"{a.name:28}{a.rows:9,}{a.oxigraph:12.3f}{'' if a.whole else '>':>3}{a.rdflib:9.2f}"
            f"{'' if a.whole else '>':>3}{a.ratio:6.0f}"
            for a in sizes.asking
        ),
        f"{'all':28}{'':9}{sum(a.oxigraph for a in sizes.asking):12.3f}{sum(a.rdflib for a in sizes.asking):12.2f}",
        f"the gate before a question: {median(a.gate for a in sizes.asking):.3f}",
        f"the least ratio: {slowest.ratio:.1f} ({slowest.name}); wanted: at least {MARKS['ask']:g}",
    ]
    return "\n".join(lines)


def copies_for(triples: int, *, source: Path = SOURCE) -> int:
    """How many copies have at least so many triples: a copy after the first shares the vocabulary and the concepts."""
    from kg.graph.rdf import to_store

    one, two = (len(to_store(big_graph(copies, source), version="1")) for copies in (1, 2))
    return max(1, 1 + -(-(triples - one) // (two - one)))


def main(arguments: Sequence[str]) -> None:
    """Print the table for a graph of so many triples."""
    parser = argparse.ArgumentParser(description="A large graph, written and asked, beside pyoxigraph and rdflib.")
    parser.add_argument("--triples", type=int, default=1_000_000)
    print(report(measure(copies_for(parser.parse_args(arguments).triples))))


if __name__ == "__main__":
    main(sys.argv[1:])
