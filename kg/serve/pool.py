"""Worker processes: each answers one job at a time, is killed at the time limit, and started anew."""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from kg.errors import GraphError
from kg.serve.jobs import Answer, Job, Refused
from kg.serve.worker import Ready, work

__all__ = ["Pool"]

OPENING = 300.0
"""Seconds in which a worker must have opened the graph."""
WAITING = 64
"""Jobs that may wait for a free worker; the next are sent away at once."""

_STOPPING = Refused(503, "服务正在停止 / the server is stopping")


class Worker:
    """One process and the line to it."""

    def __init__(self, graph: Path) -> None:
        self._graph = graph
        self.busy = self._ended = False
        self._start()

    def _start(self) -> None:
        if self._ended:
            return
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=work, args=(theirs, self._graph), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    @property
    def pid(self) -> int | None:
        """The process now at work."""
        return self._process.pid

    def open(self) -> None:
        """Waits until the graph is open; raises `GraphError` if it cannot be."""
        if self._ready:
            return
        try:
            said = self._line.recv() if self._line.poll(OPENING) else None
        except (EOFError, OSError):
            said = None
        if not isinstance(said, Ready):
            self._stop()
            reason = said.words if isinstance(said, Refused) else "图谱打不开 / the graph cannot be opened"
            raise GraphError(reason)
        self._ready = True

    def answer(self, job: Job, limit: float) -> Answer:
        """The answer; within `limit` seconds and little more, or `Refused` with 503."""
        try:
            self.open()
        except GraphError as problem:
            self._start()
            return Refused(503, str(problem))
        try:
            self._line.send(job)
            if self._line.poll(limit):
                answer: Answer = self._line.recv()
                return answer
            refused = Refused(503, f"超过时限 {limit:g} 秒，已停止 / stopped at the time limit of {limit:g} s")
        except (EOFError, OSError):
            refused = Refused(
                503, "回答这个问题的进程垮了，已重启 / the process fell over this question; it was restarted"
            )
        self._stop()
        self._start()
        return refused

    def _stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._line.close()

    def end(self) -> None:
        """Ends the process at once, for good; whoever waits for its answer gets `Refused`."""
        self._ended = True
        self._process.kill()
        self._process.join()


class Pool:
    """Several workers over one graph."""

    def __init__(self, graph: Path, *, workers: int, limit: float) -> None:
        self._graph, self._limit, self._count = graph, limit, workers
        self.restarts = 0
        self.workers: tuple[Worker, ...] = ()
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="kg-serve")
        self._waiting = 0
        self._ended = threading.Event()

    def start(self) -> None:
        """Starts all workers and waits for them; raises `GraphError` if the graph cannot be opened."""
        self.workers = tuple(Worker(self._graph) for _ in range(self._count))
        try:
            for worker in self.workers:
                worker.open()
                self._free.put(worker)
        except BaseException:
            self.end()
            raise

    async def answer(self, job: Job) -> Answer:
        """The answer of the next free worker; `Refused` with 503 where too many wait, or one waits too long."""
        if self._ended.is_set():
            return _STOPPING
        if self._waiting >= WAITING + self._count:
            return Refused(503, "现在请求太多，请稍后再试 / too many requests now, try again later")
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._answer, job, time.monotonic())
        finally:
            self._waiting -= 1

    def _answer(self, job: Job, since: float) -> Answer:
        if self._ended.is_set():
            return _STOPPING
        if time.monotonic() - since > self._limit:
            return Refused(503, "所有进程都忙，请稍后再试 / all workers are busy, try again later")
        worker = self._free.get()
        worker.busy, pid = True, worker.pid
        try:
            answer = worker.answer(job, self._limit)
            return _STOPPING if self._ended.is_set() and isinstance(answer, Refused) else answer
        finally:
            worker.busy = False
            self.restarts += worker.pid != pid
            self._free.put(worker)

    def end(self) -> None:
        """Ends all workers, also those that are being started anew."""
        self._ended.set()
        for worker in self.workers:
            worker.end()
        self._threads.shutdown(wait=True, cancel_futures=False)
        for worker in self.workers:
            worker.end()
