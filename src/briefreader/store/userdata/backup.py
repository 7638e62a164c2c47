"""Dated backups of the reader's own data, made by SQLite itself and only from a sound file."""

from __future__ import annotations

import datetime
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from briefreader.places import private_directory, sync_names
from briefreader.store.sqlite import Database

_KEPT = 7


def back_up(database: Database, today: datetime.date | None = None) -> Path | None:
    """Write the day's backup unless it stands already; keep the newest seven. Return its path if written."""
    day = (today or _today()).isoformat()
    target = _directory(database.path) / f"{database.path.stem}-{day}.sqlite"
    if target.exists():
        return None
    _copy(database, private_directory(target.parent), target)
    for old in (*_all(database.path, day)[:-_KEPT], *_abandoned(target)):
        old.unlink(missing_ok=True)
    return target


def _copy(database: Database, directory: Path, target: Path) -> None:
    # Under a name of its own: several programs may be opened at once on the first of a day.
    number, name = tempfile.mkstemp(dir=directory, prefix=f"{target.stem}.", suffix=".partial")
    os.close(number)
    try:
        with closing(sqlite3.connect(name)) as copy:
            database.connection.backup(copy)
        Path(name).replace(target)
        sync_names(directory)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _abandoned(target: Path) -> list[Path]:
    """Return what was begun on other days and never ended."""
    partial = target.parent.glob("*.partial")
    return [path for path in partial if not path.name.startswith(target.stem)]


def newest(path: Path, today: datetime.date | None = None) -> Path | None:
    """Return the youngest backup of the database at ``path`` that is not damaged itself."""
    found = _all(path, (today or _today()).isoformat())
    return next(filter(_is_sound, reversed(found)), None)


def _is_sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as backup:
            return bool(backup.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)])
    except sqlite3.Error:
        return False


def _directory(path: Path) -> Path:
    return path.parent / "backups"


def _all(path: Path, day: str) -> list[Path]:
    """Return the backups, the oldest first.

    What is dated after today was made while the clock was wrong: it counts as older than all others.
    """
    found = _directory(path).glob(f"{path.stem}-????-??-??.sqlite")
    return sorted(found, key=lambda each: (each.stem[-len(day) :] <= day, each.name))


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()
