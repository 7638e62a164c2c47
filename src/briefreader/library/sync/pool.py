"""Worker processes: tasks out, results back as they come, nobody left behind.

Workers are started by name, not forked: a fork would copy the screen's threads and the database's locks.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, cast

_START = "import sys; sys.path.append(sys.argv[1]); from {0} import main; main(sys.argv[2:])"
_GRACE_SECONDS = 5.0


class Task(Protocol):
    """Something to do elsewhere: it and its results can be pickled."""

    def run(self) -> Iterator[Any]:
        """Do it, and yield results."""

    def split(self) -> list[Any]:
        """Return smaller tasks for the same work, [] where it cannot be divided."""

    def lost(self, reason: str) -> Any:
        """Return the result that stands for a task which failed or killed its worker."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def python(module: str, *arguments: str) -> list[str]:
    """Return the argument list that runs ``main`` of ``module``, found where this process found it.

    ``-P`` keeps the working directory off the path: a folder of articles may hold a ``json.py``.
    """
    here = os.fspath(Path(__file__).parents[3])
    return [sys.executable, "-P", "-c", _START.format(module), here, *arguments]


class Pool:
    """As many workers as asked for; with none, tasks are done in this process."""

    def __init__(self, workers: int) -> None:
        self._workers = [_Worker() for _ in range(workers)]

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.stop()
        for worker in self._workers:
            worker.wait()

    def map(self, tasks: Iterable[Task]) -> Iterator[Any]:
        """Yield the results of all ``tasks``, drawn as workers get free; those of one task in order."""
        if not self._workers:
            for task in tasks:
                yield from attempt(task)
            return
        waiting: deque[Task] = deque()
        source = iter(tasks)
        busy = {worker.connection: worker for worker in self._workers if worker.give(_next(waiting, source))}
        while busy:
            for ready in wait(list(busy)):
                worker = busy.pop(cast("Connection", ready))
                yield from worker.results(waiting)
                if worker.task is not None or worker.give(_next(waiting, source)):
                    busy[worker.connection] = worker


class _Worker:
    """One process and the pipe to it."""

    def __init__(self) -> None:
        self.task: Task | None = None
        self._start()

    def give(self, task: Task | None) -> bool:
        """Hand over a task; tell whether there was one."""
        self.task = task
        if task is not None:
            with suppress(OSError):
                self.connection.send(task)
        return task is not None

    def results(self, waiting: deque[Task]) -> Iterator[Any]:
        """Yield the result that has come; a dead worker's task is divided, or its loss is the result."""
        assert self.task is not None  # noqa: S101
        try:
            more, result = self.connection.recv()
        except (EOFError, OSError):
            task, self.task = self.task, None
            self.stop()
            self._start()
            parts = task.split()
            waiting.extend(parts)
            if not parts:
                yield task.lost("the process that did it died")
            return
        if more:
            yield result
        else:
            self.task = None

    def stop(self) -> None:
        """Close the pipe: the worker ends when it next looks."""
        self.connection.close()
        self.process.terminate()

    def wait(self) -> None:
        """Wait for the worker's end, and make it sure."""
        try:
            self.process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _start(self) -> None:
        self.connection, theirs = Pipe()
        try:
            self.process = subprocess.Popen(  # noqa: S603
                python("briefreader.library.sync.worker", str(theirs.fileno())),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        finally:
            theirs.close()


def _next(waiting: deque[Task], source: Iterator[Task]) -> Task | None:
    return waiting.popleft() if waiting else next(source, None)


def attempt(task: Task) -> Iterator[Any]:
    """Yield the results of a task; where it fails, do its parts one by one, and tell which of them failed."""
    try:
        yield from task.run()
    except Exception as error:
        parts = task.split()
        for part in parts:
            yield from attempt(part)
        if not parts:
            yield task.lost(f"{type(error).__name__}: {error}")
