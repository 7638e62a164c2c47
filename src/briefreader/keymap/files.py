"""Reading keymap files: which command has which keys, on which line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefreader.keymap.catalogue import COMMANDS
from briefreader.keymap.command import typed
from briefreader.keymap.keys import BadKeyError, Chord, caution, parse
from briefreader.resources import default_keymap
from briefreader.text.file_problems import FileProblem, nearest
from briefreader.text.strict_yaml import Document, YamlProblem, load

PRESETS = ("default", "vim", "emacs", "less")
SIZE_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Entry:
    """The keys that one line of a file gives a command; none unbind it."""

    command: str
    chords: tuple[Chord, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A keymap file read: its entries by command, the preset it names, and what was wrong with it."""

    entries: dict[str, Entry]
    preset: str | None = None
    problems: tuple[FileProblem, ...] = ()


def preset_file(name: str) -> Path:
    """Return where the preset ``name``, one of :data:`PRESETS`, lies."""
    return default_keymap() if name == "default" else Path(__file__).parent / "presets" / f"{name}.yaml"


def read(path: Path, *, name: str | None = None) -> KeyFile:
    """Read a keymap file; whatever cannot be used becomes a problem, never an error."""
    name = name or path.name
    try:
        text = path.read_text(encoding="utf-8")
        document = load(text, name=name, limit=SIZE_LIMIT, depth=4)
    except YamlProblem as problem:
        return KeyFile({}, None, (FileProblem(name, problem.line, problem.sentence),))
    except UnicodeDecodeError:
        return KeyFile({}, None, (FileProblem(name, 1, "this file is not UTF-8 text"),))
    except OSError as error:
        reason = (error.strerror or "unknown").lower()
        return KeyFile({}, None, (FileProblem(name, 1, f"this file cannot be read: {reason}"),))
    return _Reading(document, name).result()


class _Reading:
    """One pass over a parsed file, gathering entries and problems."""

    def __init__(self, document: Document, name: str) -> None:
        self._document, self._name = document, name
        self._problems: list[FileProblem] = []

    def result(self) -> KeyFile:
        value = self._document.value
        if value is None:
            return KeyFile({})
        if not isinstance(value, dict):
            self._report("expected lines like “list.open: enter”")
            return KeyFile({}, None, tuple(self._problems))
        preset = self._preset(value.pop("preset", None))
        entries = [self._entry(command, given) for command, given in value.items()]
        kept = {entry.command: entry for entry in entries if entry}
        return KeyFile(kept, preset, tuple(self._problems))

    def _report(self, sentence: str, *path: str | int, caution: bool = False) -> None:
        self._problems.append(FileProblem(self._name, self._document.line(*path), sentence, caution))

    def _preset(self, given: object) -> str | None:
        if given is None or given in PRESETS:
            return str(given) if given else None
        meant = nearest(str(given), PRESETS)
        self._report(f"“{given}” is no preset; there are {', '.join(PRESETS)}{meant}", "preset")
        return None

    def _entry(self, command: str, given: object) -> Entry | None:
        line = self._document.line(command)
        if command not in COMMANDS:
            self._report(f"“{command}” is no command{nearest(command, COMMANDS)}", command)
            return None
        spellings = [] if given is None else given if isinstance(given, list) else [given]
        try:
            chords = tuple(self._chord(command, spelling) for spelling in spellings)
        except BadKeyError as bad:
            self._report(f"{command}: {bad}", command)
            return None
        warnings = [caution(chord) for chord in chords]
        if all(warnings):  # where another key does the same, nothing is lost with one that does not arrive
            for warning in warnings:
                self._report(f"{command}: {warning}", command, caution=True)
        return Entry(command, chords, self._name, line)

    def _chord(self, command: str, spelling: object) -> Chord:
        if not isinstance(spelling, str):
            raise BadKeyError(f"{spelling!r} is no key; write the key in quotes, and digits are counts")
        chord = parse(spelling)
        if all(typed(context, chord[0]) for context in COMMANDS[command].contexts):
            raise BadKeyError(f"“{spelling}” is text where this command works; choose one like ctrl+t or f5")
        return chord
