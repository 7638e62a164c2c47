"""The keymap in force: defaults, a preset and the reader's own file, laid one over the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from briefreader.keymap.catalogue import COMMANDS
from briefreader.keymap.clashes import first_clash
from briefreader.keymap.command import Command, Context, typed
from briefreader.keymap.files import Entry, KeyFile, preset_file, read
from briefreader.keymap.keys import Chord
from briefreader.text.file_problems import FileProblem


class Keymap:
    """Which keys run which command, by context, and what was wrong with the reader's file."""

    def __init__(self, entries: Mapping[str, Entry], problems: tuple[FileProblem, ...] = ()) -> None:
        self.entries = dict(entries)
        self.problems = problems
        self._tables: dict[Context, dict[Chord, str]] = {}

    def chords(self, command: str, context: Context | None = None) -> tuple[Chord, ...]:
        """Return the keys of a command; with a context, only those that are not text there."""
        entry = self.entries.get(command)
        chords = entry.chords if entry else ()
        return tuple(chord for chord in chords if not (context and typed(context, chord[0])))

    def table(self, context: Context) -> dict[Chord, str]:
        """Return every chord that does something in ``context``, and the command it runs."""
        if context not in self._tables:
            self._tables[context] = {
                chord: command.id
                for command in reachable(context)
                for chord in self.chords(command.id, context)
            }
        return self._tables[context]

    def origin(self, command: str) -> str:
        """Return the name of the file that a command's keys come from."""
        entry = self.entries.get(command)
        return entry.file if entry else ""


def reachable(context: Context) -> Iterator[Command]:
    """Yield the commands whose keys work in a context: its own and, but in dialogs, the global ones."""
    for command in COMMANDS.values():
        if context in command.contexts or (context != "dialog" and "global" in command.contexts):
            yield command


def load_keymap(own: Path | None = None, *, preset: str | None = None) -> Keymap:
    """Build the keymap in force from the defaults, a preset and the reader's ``own`` file, where it exists.

    ``preset`` overrides the one that the file names. Never raises for what a reader wrote: an entry that
    cannot serve is left out and told in :attr:`Keymap.problems`.
    """
    user = read(own) if own and own.exists() else KeyFile({})
    base = read(preset_file("default")).entries
    chosen = preset or user.preset or "default"
    if chosen != "default":
        base = base | read(preset_file(chosen)).entries
    kept, clashes = _without_clashes(base, user.entries)
    problems = sorted((*user.problems, *clashes), key=lambda problem: problem.line)
    return Keymap(base | kept, tuple(problems))


def _without_clashes(
    base: dict[str, Entry], own: dict[str, Entry]
) -> tuple[dict[str, Entry], list[FileProblem]]:
    kept, problems = dict(own), []
    while clash := first_clash(base | kept, suspects=kept):
        entry, sentence = clash
        problems.append(FileProblem(entry.file, entry.line, sentence))
        del kept[entry.command]
    return kept, problems
