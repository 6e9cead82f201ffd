"""Many documents, in this process or in several; the results come in the order of the files."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Protocol, TypeAlias

from kg.errors import KgError, UsageError
from kg.knowledge import Knowledge, load_knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.pipeline.document import Crash, Outcome, read_one
from kg.pipeline.inputs import name_of
from kg.read import Inside, Origin

__all__ = ["Known", "Progress", "cores", "default_jobs", "read_many"]

log = logging.getLogger("kg")

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (files done, files in all) after each file."""

BYTES_WORTH_A_WORKER = 500_000
"""A worker first loads the knowledge: below so much text for each, another process costs more than it saves."""
LARGEST_BATCH = 8
"""Files that a worker takes at once: few enough that Ctrl-C and the progress bar do not wait."""


class Known(Protocol):
    """What was read before: it gives the facts of a document, and keeps those of one that was read now."""

    def facts(self, origin: Origin) -> DocumentFacts | None:
        """The facts of a document, or None if it must be read."""
        ...

    def keep(self, origin: Origin, facts: DocumentFacts) -> None:
        """Keep the facts of a document that was read now."""
        ...


def read_many(
    files: Sequence[Origin],
    knowledge: Knowledge,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    known: Known | None = None,
) -> Iterator[Outcome]:
    """What each file gives, in the order of `files`; `jobs=None` takes as many processes as are worth their start.

    A worker that dies (out of memory, a crash in a library) costs the document that killed it and no other. What is
    `known` is not read.
    """
    if jobs is not None and jobs < 1:
        raise UsageError(f"进程数至少为 1 / at least one process, not {jobs}")
    before = [known.facts(origin) if known else None for origin in files]
    unread = [origin for origin, facts in zip(files, before, strict=True) if facts is None]
    outcomes = _read(unread, knowledge, jobs)
    for done, (origin, facts) in enumerate(zip(files, before, strict=True), start=1):
        outcome = _told(next(outcomes)) if facts is None else facts
        if known and facts is None and isinstance(outcome, DocumentFacts):
            known.keep(origin, outcome)
        yield outcome
        if progress:
            progress(done, len(files))


def _read(files: Sequence[Origin], knowledge: Knowledge, jobs: int | None) -> Iterator[Outcome]:
    """What each file gives, in order; in this process or in several."""
    workers = min(default_jobs(files) if jobs is None else jobs, len(files))
    alone = (read_one(path, knowledge, name=name_of(path)) for path in files)
    yield from _in_processes(files, workers) if workers > 1 else alone


def _told(outcome: Outcome) -> Outcome:
    """The outcome as reports keep it: a bug's traceback goes to the log, at level DEBUG."""
    if not isinstance(outcome, Crash):
        return outcome
    log.debug("%s: %s\n%s", outcome.path, outcome.stage, outcome.trace)
    return Failure(outcome.path, outcome.stage, outcome.problem)


def default_jobs(files: Sequence[Origin]) -> int:
    """How many processes are worth their start: all cores for much text, one for little."""
    most = cores()
    size = 0
    for path in files:
        size += path.size if isinstance(path, Inside) else path.stat().st_size if path.is_file() else 0
        if size >= most * BYTES_WORTH_A_WORKER:
            return most
    return max(1, size // BYTES_WORTH_A_WORKER)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# --- several processes ----------------------------------------------------------------------------------------------

_knowledge: Knowledge
"""Of a worker process, set once when it starts; never used in the main process."""


def _start() -> None:
    """Make a worker ready. Ctrl-C is the main process's business."""
    global _knowledge
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _knowledge = load_knowledge()


def _ready() -> bool:
    return True


def _work(batch: Sequence[tuple[Origin, str]]) -> list[Outcome]:
    """The outcomes of a batch of (file, name)."""
    return [read_one(path, _knowledge, name=name) for path, name in batch]


def _in_processes(files: Sequence[Origin], workers: int) -> Iterator[Outcome]:
    """The outcomes in order. When a worker dies, the next files run one by one until the killer is found."""
    left = [(path, name_of(path)) for path in files]
    while left:
        done = yield from _together(left, workers)
        left = left[done:]
        if left:
            done = yield from _one_by_one(left[: workers * LARGEST_BATCH])
            left = left[done:]


def _together(files: Sequence[tuple[Origin, str]], workers: int) -> Generator[Outcome, None, int]:
    """Yields outcomes until the end or until a worker dies; returns how many it yielded."""
    size = max(1, min(LARGEST_BATCH, len(files) // (workers * 2)))
    done = 0
    with _pool(workers) as pool:
        try:
            futures = deque(pool.submit(_work, files[at : at + size]) for at in range(0, len(files), size))
            while futures:
                outcomes = futures.popleft().result()
                yield from outcomes
                done += len(outcomes)
        except BrokenProcessPool:
            return done
    return done


def _one_by_one(files: Sequence[tuple[Origin, str]]) -> Generator[Outcome, None, int]:
    """Yields outcomes until the file that kills its worker, and for that file a failure; returns how many."""
    with _pool(1) as pool:
        for done, (path, name) in enumerate(files, start=1):
            try:
                outcomes = pool.submit(_work, [(path, name)]).result()
            except BrokenProcessPool:
                yield Failure(name, "worker", "处理进程中途退出，或内存不足 / its process died, perhaps out of memory")
                return done
            yield from outcomes
    return len(files)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """A pool of fresh processes, the same on every system; what is still waiting is dropped when the block is left."""
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_start)
    try:
        _check_start(pool)
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _check_start(pool: ProcessPoolExecutor) -> None:
    """Raise `KgError` if the workers cannot start at all: that is no document's fault."""
    try:
        pool.submit(_ready).result()
    except BrokenProcessPool as problem:
        raise KgError(
            "处理进程无法启动；脚本请写 if __name__ == '__main__':，或用 jobs=1 / worker processes cannot start: "
            "guard the script with if __name__ == '__main__':, or pass jobs=1"
        ) from problem
