"""Writing an export to a file: whole or not at all, and never through a symlink."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefreader.errors import OutOfReach


def write(path: Path, text: str) -> None:
    """Put ``text`` into the file at ``path``; what was there is replaced once all is written.

    Raises:
        OutOfReach: the path is a symlink or a folder, or cannot be written.
    """
    if path.is_symlink():
        raise OutOfReach(f"{path} is a link: name the file that it points to")
    if path.is_dir():
        raise OutOfReach(f"{path} is a folder: name a file in it")
    try:
        _replace(path, text)
    except OSError as error:
        raise OutOfReach(f"cannot write {path}: {error.strerror}") from error


def _replace(path: Path, text: str) -> None:
    number, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".partial")
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise
