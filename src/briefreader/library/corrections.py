"""The book of corrections: the reader's word on who is who, kept as YAML that people can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefreader import export, places
from briefreader.entities import CORRECTIONS, corrections_file
from briefreader.entities import corrections as made
from briefreader.entities.corrections_fields import LONGEST
from briefreader.errors import BadData, NothingFound, OutOfReach
from briefreader.library import naming, reading
from briefreader.library.recasting import recast
from briefreader.model import Entity, EntityType, Span
from briefreader.text.sanitize import sanitize_line
from briefreader.text.strict_yaml import YamlProblem

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf

_LARGEST = 5_000_000
_T = TypeVar("_T")


class CorrectionsBook:
    """Merge, split, rename, retype, hide and add, by entity ids; each can be undone; the counts follow.

    Every method raises :class:`NothingFound` where an entity is unknown and :class:`OutOfReach` where the
    file cannot be read or written.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @property
    def path(self) -> Path:
        """The file that holds the corrections."""
        return self._shelf.data_directory / CORRECTIONS

    def problems(self) -> tuple[YamlProblem, ...]:
        """Return what is wrong in the file, each with its line; the entries around it apply."""
        return self._read().problems

    def all(self) -> list[made.Correction]:
        """Return the corrections that apply, in the order they were made."""
        return self._read().corrections

    def merge(self, entities: Sequence[str], name: str | None = None) -> str:
        """Make entities one, the first; it goes by ``name`` or keeps its own. Return what was done."""
        first, *others = [self._entity(entity) for entity in dict.fromkeys(entities)]
        if not others:
            raise BadData("merging takes two entities or more: mark another one first")
        merged = made.Merge(tuple(other.id for other in others), first.id, _shown(name or first.name))
        return self._make(merged)

    def split(self, entity: str, names: Sequence[str]) -> str:
        """Make ``names``, which were taken for names of ``entity``, entities of their own."""
        whole = self._entity(entity)
        known = set(self._shelf.cache.entities.names_of(whole.id))
        for name in names:
            if name not in known:
                raise NothingFound(
                    f"{whole.name} is never called {name!r} by itself: choose one of its names"
                )
            if self._is_own(whole, name):
                raise BadData(
                    f"{name} is the name {whole.name} is kept under: split the other names off instead"
                )
        return self._make(made.Split(tuple(names), whole.id))

    def splittable(self, entity: str) -> list[str]:
        """Return the names that :meth:`split` can part from an entity."""
        whole = self._entity(entity)
        names = self._shelf.cache.entities.names_of(whole.id)
        return [name for name in names if not self._is_own(whole, name)]

    def rename(self, entity: str, name: str) -> str:
        """Let an entity go by another name."""
        if not name.strip():
            raise BadData("a name cannot be empty: type one")
        return self._make(made.Rename(self._entity(entity).id, _shown(name)))

    def retype(self, entity: str, kind: EntityType) -> str:
        """Say that an entity is of another type."""
        return self._make(made.Retype(self._entity(entity).id, kind))

    def hide(self, entity: str) -> str:
        """Drop an entity that is none, or of no interest."""
        return self._make(made.Hide(self._entity(entity).id))

    def add_mention(self, article: str, span: Span, kind: EntityType, name: str | None = None) -> str:
        """Say that the words under ``span`` of an article (its id) are a name: ``name``, or themselves."""
        words = span.cut(reading.article(self._shelf, article).text)
        if not words.strip():
            raise BadData("there are no words under the selection: select a name first")
        return self._make(made.Add(words, article, span.start, _shown(name or words), kind))

    def undo(self) -> str | None:
        """Take the last correction back and say which it was; None where there is none."""
        last = self._last(self.path)
        if last is None:
            return None
        self._take_back(last)
        self._shelf.userdata.journal.moved_elsewhere(corrections_file.write(last), undone=True)
        return self._in_words(last)

    def redo(self) -> str | None:
        """Make the correction undone last again and say which it is; None where there is none."""
        again = self._last(self._undone)
        if again is None:
            return None
        words = self._in_words(again)
        self._take_again(again)
        self._shelf.userdata.journal.moved_elsewhere(corrections_file.write(again), undone=False)
        return words

    def take_back(self, written: str) -> None:
        """Take the correction back that ``written`` spells out as in the file, if it stands there still."""
        for each in corrections_file.read(corrections_file.HEADER + written).corrections:
            self._take_back(each)

    def take_again(self, written: str) -> None:
        """Make the correction again that ``written`` spells out as in the file."""
        for each in corrections_file.read(corrections_file.HEADER + written).corrections:
            self._take_again(each)

    def export_to(self, path: Path) -> int:
        """Write the corrections to a file for a colleague; return how many there are."""
        corrections = self._read()
        export.write(path, corrections.text)
        return len(corrections.corrections)

    def import_from(self, path: Path) -> tuple[int, tuple[YamlProblem, ...]]:
        """Add a colleague's corrections; return how many were new, and what is wrong in the file."""
        theirs = corrections_file.read(_text(path), path.name)
        mine = self._read()
        known = set(mine.corrections)
        new = [each for each in theirs.corrections if each not in known]
        for each in new:
            mine = mine.adding(each)
        if new:
            self._keep(mine.text, new)
            self._forget_undone()
        return len(new), theirs.problems

    def _make(self, correction: made.Correction) -> str:
        words = self._in_words(correction)
        self._keep(self._read().adding(correction).text, [correction])
        self._forget_undone()
        self._shelf.userdata.journal.taken_elsewhere(words, corrections_file.write(correction))
        return words

    def _take_back(self, correction: made.Correction) -> None:
        corrections = self._read()
        kept = corrections.without(correction)
        if kept is not corrections:
            undone = self._read(self._undone).adding(correction)
            self._keep(kept.text, [correction])
            self._write(self._undone, undone.text)

    def _take_again(self, correction: made.Correction) -> None:
        others = self._read(self._undone).without(correction)
        if self._last(self.path) != correction:
            self._keep(self._read().adding(correction).text, [correction])
        self._write(self._undone, others.text)

    def _last(self, path: Path) -> made.Correction | None:
        return next(reversed(self._read(path).corrections), None)

    def _in_words(self, correction: made.Correction) -> str:
        return made.in_words(correction, self._name)

    def _name(self, entity: str) -> str:
        found = self._shelf.cache.entities.get(entity)
        return found.name if found else made.plain(entity)

    @property
    def _undone(self) -> Path:
        # A file, since the reader may be closed between undo and redo.
        return self.path.with_suffix(".undone.yaml")

    def _forget_undone(self) -> None:
        _reach(lambda: self._undone.unlink(missing_ok=True), self._undone)

    def _keep(self, text: str, changed: Iterable[made.Correction]) -> None:
        self._write(self.path, text)
        recast(self._shelf, list(changed))

    @staticmethod
    def _write(path: Path, text: str) -> None:
        # Where the user has put a link, among files that he keeps elsewhere, it stays one.
        _reach(lambda: places.write(path.resolve(), text, durable=True), path)

    def _read(self, path: Path | None = None) -> corrections_file.Corrections:
        path = path or self.path
        return (
            corrections_file.read(_text(path), path.name) if path.exists() else corrections_file.Corrections()
        )

    def _entity(self, entity: str) -> Entity:
        return naming.entity_of(self._shelf, entity)

    @staticmethod
    def _is_own(entity: Entity, name: str) -> bool:
        from briefreader.entities.rulings import key_of, type_of

        return key_of(type_of(entity.id), name).id == entity.id


def _shown(name: str) -> str:
    """Return a name as it may stand anywhere: it may have been pasted."""
    shown = sanitize_line(" ".join(name.split()))
    if len(shown) > LONGEST:
        raise BadData(f"a name has at most {LONGEST} characters: type a shorter one")
    return shown


def _text(path: Path) -> str:
    if _reach(path.stat, path).st_size > _LARGEST or not path.is_file():
        raise BadData(f"{path} is no file, or larger than {_LARGEST:,} bytes: move it away or shorten it")
    return _reach(lambda: path.read_text("utf-8", "replace"), path)


def _reach(action: Callable[[], _T], path: Path) -> _T:
    try:
        return action()
    except (OSError, UnicodeDecodeError) as error:
        raise OutOfReach(f"{path} cannot be used: {getattr(error, 'strerror', None) or error}") from error
