"""Writing an export to a file: whole or not at all, and never where somebody else's link leads."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefreader.errors import OutOfReach

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_CLOEXEC
_ROOT = 0
_MOST_LINKS = 40


def write(path: Path, text: str | Iterable[str]) -> None:
    """Put ``text``, be it in pieces, into the file at ``path``; what was there is replaced once all is there.

    The file itself may be no link. Folders above it may: where this user, the system or the owner of the
    folder has put a link, that is how the place is laid out. One that somebody else could put into a folder
    that is open to others might lead anywhere.

    Raises:
        OutOfReach: the path is a link or a folder, or leads over somebody else's link, or cannot be written.
    """
    try:
        with _folder(path.parent) as folder:
            _refuse(path, folder)
            _replace(path.name, [text] if isinstance(text, str) else text, folder)
    except OSError as error:
        raise OutOfReach(f"cannot write {path}: {error.strerror}") from error


@contextmanager
def _folder(path: Path) -> Iterator[int]:
    """Yield ``path``, open: where it was found to be is where it stays, whatever is linked there since."""
    number = os.open(path, _FOLDER)
    try:
        if not os.path.samestat(os.fstat(number), _without_foreign_links(path).stat()):
            raise OutOfReach(f"{path} was moved while it was looked at: try again")
        yield number
    finally:
        os.close(number)


def _without_foreign_links(path: Path) -> Path:
    """Return ``path`` from the root on, its links resolved one by one; refuse those of other users."""
    parts = list(reversed(Path.cwd().joinpath(path).parts))
    found, links = Path(parts.pop()), 0
    while parts:
        part = parts.pop()
        if part == os.pardir:
            found = found.parent
            continue
        status = (found / part).lstat()
        if not stat.S_ISLNK(status.st_mode):
            found /= part
            continue
        links += 1
        if links > _MOST_LINKS or not _is_trusted(status, found.stat()):
            raise OutOfReach(f"{found / part} is somebody else's link: name the folder that it points to")
        target = (found / part).readlink()
        parts += [each for each in reversed(target.parts) if each != target.anchor]
        found = Path(target.anchor) if target.is_absolute() else found
    return found


def _is_trusted(link: os.stat_result, folder: os.stat_result) -> bool:
    """Tell whether a link was made by this user, the system, or the one user who can write to its folder."""
    if link.st_uid in (_ROOT, os.geteuid()):
        return True
    return link.st_uid == folder.st_uid and not folder.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _refuse(path: Path, folder: int) -> None:
    try:
        mode = os.stat(path.name or os.curdir, dir_fd=folder, follow_symlinks=False).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise OutOfReach(f"{path} is a link: name the file that it points to")
    if stat.S_ISDIR(mode):
        raise OutOfReach(f"{path} is a folder: name a file in it")


def _replace(name: str, pieces: Iterable[str], folder: int) -> None:
    partial = f".{name}.{secrets.token_hex(4)}.partial"
    number = os.open(partial, _NEW, 0o600, dir_fd=folder)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        # A link that came into its place meanwhile is itself replaced.
        os.replace(partial, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with suppress(OSError):
            os.unlink(partial, dir_fd=folder)
        raise
