"""One writer at a time, and what the others are told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefreader.errors import OutOfReach
from briefreader.store.lock import WriterLock

HOLD = """
import sys, time
from pathlib import Path
from briefreader.store.lock import WriterLock
with WriterLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(path: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def end(holder: subprocess.Popen[str]) -> None:
    holder.communicate()


def test_a_second_process_is_refused_with_host_and_pid(tmp_path: Path) -> None:
    holder = hold(tmp_path / "lock")
    try:
        with pytest.raises(OutOfReach, match=rf"process {holder.pid} on {os.uname().nodename}"):
            WriterLock(tmp_path / "lock").__enter__()
    finally:
        end(holder)
    with WriterLock(tmp_path / "lock"):
        assert (tmp_path / "lock").read_text().split() == [os.uname().nodename, str(os.getpid())]


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    holder = hold(tmp_path / "lock")
    holder.send_signal(signal.SIGKILL)
    end(holder)
    with WriterLock(tmp_path / "lock") as lock:
        assert lock is not None


def test_the_holder_may_enter_again(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "lock")
    with lock, lock:
        pass
    with WriterLock(tmp_path / "lock"), pytest.raises(OutOfReach):
        lock.__enter__()


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "victim")
    with pytest.raises(OutOfReach, match="Cannot lock the cache"):
        WriterLock(tmp_path / "lock").__enter__()
    assert not (tmp_path / "victim").exists()
