"""Dated backups of the reader's own data, made by SQLite itself and only from a sound file."""

from __future__ import annotations

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path

from briefreader.places import private_directory
from briefreader.store.sqlite import Database

_KEPT = 7


def back_up(database: Database, today: datetime.date | None = None) -> Path | None:
    """Write the day's backup unless it stands already; keep the newest seven. Return its path if written."""
    day = (today or datetime.datetime.now(datetime.UTC).date()).isoformat()
    target = _directory(database.path) / f"{database.path.stem}-{day}.sqlite"
    if target.exists():
        return None
    private_directory(target.parent)
    partial = target.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial)) as copy:
        database.connection.backup(copy)
    partial.chmod(0o600)
    partial.replace(target)
    for old in _all(database.path)[:-_KEPT]:
        old.unlink(missing_ok=True)
    return target


def newest(path: Path) -> Path | None:
    """Return the youngest backup of the database at ``path``."""
    found = _all(path)
    return found[-1] if found else None


def _directory(path: Path) -> Path:
    return path.parent / "backups"


def _all(path: Path) -> list[Path]:
    return sorted(_directory(path).glob(f"{path.stem}-????-??-??.sqlite"))
