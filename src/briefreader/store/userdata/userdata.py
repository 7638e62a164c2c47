"""Opening the reader's own data: checked, backed up, and never thrown away."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.errors import BadData, OutOfReach
from briefreader.places import private_directory
from briefreader.store.seal import SMALL, Found, Seal
from briefreader.store.sqlite import Database
from briefreader.store.userdata import backup
from briefreader.store.userdata.journal import Journal
from briefreader.store.userdata.marks import MarkTable
from briefreader.store.userdata.moving import Mover
from briefreader.store.userdata.schema import TABLES, VERSION

if TYPE_CHECKING:
    from briefreader.store.userdata.amendments import Amendments
    from briefreader.store.userdata.notes import NoteTable
    from briefreader.store.userdata.searches import SearchTable


class UserData:
    """Everything the reader made of one collection, in one database file with full synchronous writes."""

    def __init__(self, database: Database, seal: Seal) -> None:
        self.database = database
        self._seal = seal
        self.journal = Journal(database)
        self.marks = MarkTable(database, self.journal)
        self.mover = Mover(database)

    # Marks stand in every list; what else there is loads when it is asked for.

    @cached_property
    def notes(self) -> NoteTable:
        """Notes and quotes."""
        from briefreader.store.userdata.notes import NoteTable

        return NoteTable(self.database, self.journal)

    @cached_property
    def amendments(self) -> Amendments:
        """The reader's word on metadata and folds."""
        from briefreader.store.userdata.amendments import Amendments

        return Amendments(self.database, self.journal)

    @cached_property
    def searches(self) -> SearchTable:
        """Queries asked and saved."""
        from briefreader.store.userdata.searches import SearchTable

        return SearchTable(self.database)

    @classmethod
    def open(cls, directory: Path, notice: Callable[[str], None] = lambda _sentence: None) -> UserData:
        """Open or make ``marks.sqlite`` in ``directory``, after checking it and making the day's backup.

        ``notice`` hears, in a sentence, of a file that changed while nobody had it open.

        Raises:
            BadData: the file is damaged or of a newer version; the sentence says what to do.
            OutOfReach: the directory is not the user's.
        """
        path = private_directory(directory) / "marks.sqlite"
        seal = Seal(path)
        database = Database(path, synchronous="FULL", before_writing=seal.break_)
        try:
            _check(database, path)
            _compare(seal, path, notice)
            if not database.refusal:
                backup.back_up(database)
        except sqlite3.OperationalError as error:
            database.close()
            why = f"{database.refusal}; set XDG_DATA_HOME to a local disk" if database.refusal else error
            raise OutOfReach(f"{path}, which holds your marks, cannot be opened: {why}") from error
        except sqlite3.DatabaseError as error:
            database.close()
            raise _damaged(path) from error
        except BaseException:
            database.close()
            raise
        return cls(database, seal)

    def close(self) -> None:
        """Close the file, sealed as it is now."""
        if not self.database.refusal and not self._seal.is_there():
            # All steps are on the disk already: without a seal nothing is lost but a later comparison.
            with suppress(OSError, sqlite3.Error, OutOfReach):
                self._seal.put(self.database)
        self.database.close()


def _check(database: Database, path: Path) -> None:
    version = database.rows("PRAGMA user_version")[0][0]
    if version == 0:
        _create(database)
    elif version != VERSION:
        raise BadData(f"{path} was written by a newer briefreader (version {version}): update this one")
    elif database.rows("PRAGMA integrity_check(1)") != [("ok",)]:
        raise _damaged(path)


def _compare(seal: Seal, path: Path, notice: Callable[[str], None]) -> None:
    """Say so once if the file is not as it was left, though SQLite finds it sound: its reader must judge."""
    if seal.look(within=SMALL) is not Found.DAMAGED:
        return
    newest = backup.newest(path)
    compared = f"compare them with the backup {newest}" if newest else "there is no backup"
    suffered = "your marks and notes may have suffered"
    notice(f"{path} changed while no briefreader had it open; {suffered}: {compared}")
    with suppress(OutOfReach):
        seal.break_()


def _create(database: Database) -> None:
    with database.transaction() as connection:
        # Another process may have come first.
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in TABLES.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _damaged(path: Path) -> BadData:
    with suppress(OutOfReach):
        Seal(path).break_()  # it is not that of what is to come into its place
    newest = backup.newest(path)
    if newest is None:
        return BadData(f"{path} is damaged and has no backup: move it away to start with no marks and notes")
    # What a crash left in the log beside it would be written into the copy.
    return BadData(
        f"{path} is damaged: move it away, and {path.name}-wal if there is one, "
        f"then copy its backup {newest} into its place to have your marks and notes back"
    )
