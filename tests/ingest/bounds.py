"""Reading within bounds: in a child that is ended when it takes too much memory or processor time."""

from __future__ import annotations

import os
import resource
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.ingest.samples import reasons

MEMORY = 700_000_000
SECONDS = 100


def within_bounds(work: Callable[[], object]) -> None:
    """Do ``work`` in a child that is ended when it takes too much memory or processor time."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0


def refused(path: Path, told: str) -> None:
    """Read a file within bounds; it is to be one line of the report that begins with ``told``."""

    def read() -> None:
        (reason,) = reasons(path)
        assert reason.startswith(told), reason
        assert "\n" not in reason

    within_bounds(read)
