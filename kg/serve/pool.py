"""Worker processes: each answers one job at a time, is killed at the time limit, and started anew."""

from __future__ import annotations

import asyncio
import queue
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.process import BaseProcess
from pathlib import Path

from kg.errors import GraphError
from kg.serve.jobs import Answer, Job, Refused
from kg.serve.worker import Ready, work

__all__ = ["Pool"]

OPENING = 300.0
"""Seconds in which a worker must have opened the graph."""
PATIENCE = 10.0
"""Seconds for which a job waits for a free worker: about what it takes to stop one and to open a large graph anew."""
WAITING = 64
"""Jobs that may wait for a free worker; the next are sent away at once."""

_STOPPING = Refused(503, "服务正在停止 / the server is stopping")
_BUSY = Refused(503, "所有进程都忙，请稍后再试 / all workers are busy, try again later")
_FELL = Refused(503, "回答的进程垮了，已重启 / the process that answers ended unexpectedly; it was restarted")


class Worker:
    """One process and the line to it. One thread at a time uses it; any may `end` it."""

    def __init__(self, graph: Path) -> None:
        self._graph, self._lock = graph, threading.Lock()
        self._ended = self.busy = self.ready = False
        self._problem = ""
        self.restarts = 0
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        with self._lock:
            if self._ended:
                return
            self._line, theirs = context.Pipe()
            self._process: BaseProcess = context.Process(target=work, args=(theirs, self._graph), daemon=True)
            with _without_ctrl_c():
                self._process.start()
            theirs.close()

    def _restart(self) -> None:
        self._kill()
        self._line.close()
        self.ready, self._problem = False, ""
        self.restarts += 1
        self._start()

    def _kill(self) -> None:
        with self._lock:
            self._process.kill()
            self._process.join()

    @property
    def pid(self) -> int | None:
        """The process now at work."""
        return self._process.pid

    def open(self) -> None:
        """Waits until the graph is open; raises `GraphError` if it cannot be."""
        try:
            said = self._line.recv() if self._line.poll(OPENING) else None
        except (EOFError, OSError):
            said = None
        self.ready = isinstance(said, Ready)
        if not self.ready:
            self._problem = said.words if isinstance(said, Refused) else "图谱打不开 / the graph cannot be opened"
            raise GraphError(self._problem)

    def answer(self, job: Job, limit: float) -> Answer:
        """The answer within `limit` seconds, or `Refused` with 503; then the process is a new one and must `open`."""
        if self.ready:
            refused = Refused(503, f"超过时限 {limit:g} 秒，已停止 / stopped at the time limit of {limit:g} s")
            try:
                self._line.send(job)
                if self._line.poll(limit):
                    answer: Answer = self._line.recv()
                    return answer
            except (EOFError, OSError):
                refused = _FELL
        else:
            refused = Refused(503, self._problem)
        self._restart()
        return refused

    def end(self) -> None:
        """Ends the process at once, for good; whoever waits for its answer gets `Refused`."""
        self._ended = True
        self._kill()


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """A process started here never hears Ctrl-C, which reaches the whole group: the server ends its workers itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which opens the ears again where it is started within
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Pool:
    """Several workers over one graph."""

    def __init__(self, graph: Path, *, workers: int, limit: float) -> None:
        self._graph, self._limit, self._count = graph, limit, workers
        self.workers: tuple[Worker, ...] = ()
        self._free: queue.SimpleQueue[Worker | None] = queue.SimpleQueue()
        self._asking = ThreadPoolExecutor(workers, thread_name_prefix="kg-serve-ask")
        self._opening = ThreadPoolExecutor(workers, thread_name_prefix="kg-serve-open")
        self._waiting = 0
        self._ended = threading.Event()

    @property
    def restarts(self) -> int:
        """How many processes were started in place of others."""
        return sum(worker.restarts for worker in self.workers)

    def start(self) -> None:
        """Starts all workers and waits for them; raises `GraphError` if the graph cannot be opened."""
        try:
            for _ in range(self._count):
                self.workers += (Worker(self._graph),)
            for worker in self.workers:
                worker.open()
                self._free.put(worker)
        except BaseException:
            self.end()
            raise

    async def answer(self, job: Job, *, limit: float | None = None) -> Answer:
        """The answer of the next free worker; `Refused` with 503 where too many wait, or one waits too long.

        `limit` in seconds stands in the place of the pool's own.
        """
        if self._ended.is_set():
            return _STOPPING
        if self._waiting >= WAITING + self._count:
            return Refused(503, "现在请求太多，请稍后再试 / too many requests now, try again later")
        self._waiting += 1
        try:
            asking = asyncio.get_running_loop().run_in_executor
            return await asking(self._asking, self._answer, job, time.monotonic(), limit or self._limit)
        finally:
            self._waiting -= 1

    def _answer(self, job: Job, since: float, limit: float) -> Answer:
        patience = PATIENCE - (time.monotonic() - since)
        if self._ended.is_set():
            return _STOPPING
        try:
            worker = self._free.get(timeout=max(patience, 0))
        except queue.Empty:
            return _BUSY
        if worker is None:  # said by `end`
            return _STOPPING
        worker.busy = True
        try:
            answer = worker.answer(job, limit)
        finally:
            if worker.ready:
                self._give_back(worker)
            else:
                self._opening.submit(self._open, worker)
        return _STOPPING if self._ended.is_set() and isinstance(answer, Refused) else answer

    def _open(self, worker: Worker) -> None:
        """Waits for a new process while its client has been answered; the next question hears what is wrong."""
        with suppress(GraphError):
            worker.open()
        self._give_back(worker)

    def _give_back(self, worker: Worker) -> None:
        worker.busy = False
        self._free.put(worker)

    def end(self) -> None:
        """Ends all workers, also those that are being started anew, and answers who waits for one."""
        self._ended.set()
        for worker in self.workers:
            worker.end()
        for _ in range(self._count):
            self._free.put(None)
        self._asking.shutdown()
        self._opening.shutdown()
