"""Runs one function over many tasks in processes of their own, so that a task that crashes its process, or never
ends, costs itself alone."""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, Literal, TypeVar

from clausecheck.errors import ClausecheckError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

# "spawn", because PDFium and thread pools do not survive a fork.
_CONTEXT = get_context("spawn")
_TASKS_PER_PROCESS = 400  # then a fresh one takes over, so that no leak in a library adds up


@dataclass(frozen=True, slots=True)
class Done(Generic[Answer]):
    """How a task ended: with an answer, or refused (the user must change something), failed (a fault of ours), crashed
    (its process died) or late (over the time limit), and what there is to say about it."""

    index: int
    ending: Literal["answered", "refused", "failed", "crashed", "late"]
    answer: Answer | None = None
    error: str = ""
    exit_code: int = 0


class _Worker(Generic[Task, Answer]):
    """A process that works through one task at a time. `index` is the task in hand, None while it waits."""

    def __init__(self, work: Callable[[Task], Answer]) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.process: BaseProcess = _CONTEXT.Process(target=_serve, args=(theirs, work), daemon=True)
        self.process.start()
        theirs.close()
        self.index: int | None = None
        self.since = 0.0
        self.served = 0

    def give(self, index: int, task: Task) -> None:
        self.index, self.since = index, time.monotonic()
        self.served += 1
        with suppress(OSError):  # it has died; taking its answer will tell
            self.connection.send((index, task))

    def take(self) -> Done[Answer]:
        """The answer to the task in hand, or the news that the process died over it."""
        index, self.index = self.index, None
        assert index is not None
        try:
            done: Done[Answer] = self.connection.recv()
        except (EOFError, OSError):
            self.stop()
            return Done(index, "crashed", error=_death(self.process.exitcode), exit_code=3)
        return done

    def late(self, limit: float) -> bool:
        return self.index is not None and time.monotonic() - self.since > limit

    def stop(self) -> None:
        """Ends the process, at once if it is busy."""
        if self.index is None and self.process.is_alive():
            self.connection.close()  # it ends by itself when nothing more can come
            self.process.join(timeout=1)
        if self.process.is_alive():
            self.process.kill()
        self.process.join()
        self.connection.close()


def run(work: Callable[[Task], Answer], tasks: Sequence[Task], jobs: int, time_limit: float) -> Iterator[Done[Answer]]:
    """Yields how each task ended, as they end. `time_limit` is in seconds for one task. `work` must be importable."""
    waiting = deque(enumerate(tasks))
    workers: list[_Worker[Task, Answer]] = []
    try:
        while waiting or workers:
            while waiting and len(workers) < jobs:
                worker: _Worker[Task, Answer] = _Worker(work)
                workers.append(worker)
                worker.give(*waiting.popleft())
            ready = wait([worker.connection for worker in workers], timeout=_patience(workers, time_limit))
            for worker in list(workers):
                if worker.connection in ready:
                    yield worker.take()
                elif worker.late(time_limit):
                    index = worker.index
                    worker.stop()
                    worker.index = None
                    assert index is not None
                    yield Done(index, "late", error=f"took longer than {time_limit:g} s (--time-limit)", exit_code=3)
                if worker.index is not None:
                    continue
                if worker.process.is_alive() and waiting and worker.served < _TASKS_PER_PROCESS:
                    worker.give(*waiting.popleft())
                else:
                    worker.stop()
                    workers.remove(worker)
    finally:
        for worker in workers:
            worker.stop()


def _patience(workers: list[_Worker[Task, Answer]], limit: float) -> float:
    """Seconds until the first of the workers is late."""
    return max(0.01, min(worker.since for worker in workers) + limit - time.monotonic() + 0.01)


def _death(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        try:
            return f"the process that read it was ended by {signal.Signals(-exitcode).name}"
        except ValueError:
            pass
    return f"the process that read it ended unexpectedly (exit code {exitcode})"


def _serve(connection: Connection, work: Callable[[Task], Answer]) -> None:
    """The body of a worker. Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            index, task = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_attempt(work, index, task))


def _attempt(work: Callable[[Task], Answer], index: int, task: Task) -> Done[Answer]:
    try:
        return Done(index, "answered", answer=work(task))
    except ClausecheckError as error:
        return Done(index, "refused", error=str(error), exit_code=error.exit_code)
    except Exception as error:
        return Done(index, "failed", error=fault(error), exit_code=3)


def fault(error: Exception) -> str:
    """One line about an error that should not have happened: what it was, and where in the program."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace is not None else ""
    return f"{type(error).__name__}: {error}{place}; this is a fault of clausecheck, please report it"
