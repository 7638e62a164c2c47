"""Where things live on this machine: cache, data, config and state directories, private to the user."""

from __future__ import annotations

import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

from briefreader.errors import OutOfReach

_APP = "briefreader"
_PRIVATE = 0o700


def cache_root() -> Path:
    """Return the directory of everything that can be rebuilt."""
    return _xdg("XDG_CACHE_HOME", "user_cache_path")


def data_root() -> Path:
    """Return the directory of what the reader made: marks, notes, corrections."""
    return _xdg("XDG_DATA_HOME", "user_data_path")


def config_root() -> Path:
    """Return the directory of ``keymap.yaml``, ``config.yaml`` and themes of the user's own."""
    return _xdg("XDG_CONFIG_HOME", "user_config_path")


def state_root() -> Path:
    """Return the directory of the log and of what was open last."""
    return _xdg("XDG_STATE_HOME", "user_state_path")


def private_directory(path: Path) -> Path:
    """Make ``path`` with mode 0700, or see that it is a directory of this user's with that mode.

    A directory of this user's that others could enter is closed to them; one of somebody else's is refused.

    Raises:
        OutOfReach: it cannot be made, is no directory, or belongs to another user.
    """
    try:
        _make(path)
        found = path.lstat()
    except OSError as error:
        hint = "; the variables XDG_CACHE_HOME, XDG_DATA_HOME and XDG_STATE_HOME can name another place"
        raise OutOfReach(f"cannot make the directory {path}: {error.strerror}{hint}") from error
    if not is_own_directory(found):
        raise OutOfReach(f"{path} is not a directory of yours: move it away, or choose another place")
    if stat.S_IMODE(found.st_mode) != _PRIVATE:
        path.chmod(_PRIVATE)
    return path


def _make(path: Path) -> None:
    """Make a directory and those above it, each known to the disk before anything is put into it."""
    if path.is_dir():
        return
    if not path.parent.is_dir():
        _make(path.parent)
    path.mkdir(mode=_PRIVATE, exist_ok=True)
    sync_names(path.parent)


def write(path: Path, text: str, *, durable: bool = False) -> None:
    """Put ``text`` into a file that this user alone can read: whole or not at all, and never through a link.

    ``durable`` waits until the disk has it, under its name.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.partial")
    try:
        partial.unlink(missing_ok=True)
        number = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        partial.replace(path)
        if durable:
            sync_names(path.parent)
    except BaseException:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def sync_names(directory: Path) -> None:
    """Wait until the disk knows which files ``directory`` holds, where its file system can be asked to."""
    with suppress(OSError):
        number = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def is_own_directory(found: os.stat_result) -> bool:
    """Tell whether ``found`` (from ``lstat``) is a directory that belongs to this user."""
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()


def _xdg(variable: str, fallback: str) -> Path:
    # Read directly: platformdirs takes 8 ms to import, and where the variable is set it says the same.
    named = os.environ.get(variable, "")
    if Path(named).is_absolute():
        return Path(named) / _APP
    import platformdirs

    found: Path = getattr(platformdirs, fallback)(_APP)
    return found
