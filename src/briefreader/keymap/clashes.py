"""Finding two commands on one key, in one place or across places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefreader.keymap.catalogue import COMMANDS
from briefreader.keymap.command import CONTEXTS, Context, typed
from briefreader.keymap.files import Entry
from briefreader.keymap.keys import Chord, spelt


def first_clash(entries: Mapping[str, Entry], *, suspects: Mapping[str, Entry]) -> tuple[Entry, str] | None:
    """Return an entry of ``suspects`` that takes another command's key, and a sentence on it."""
    taken = sorted(_chords_by_first_key(entries).values(), key=lambda group: group[0][0])
    for group in taken:
        for index, (chord, entry) in enumerate(group):
            for other_chord, other in group[:index]:
                blamed = _blamed(entry, other, suspects)
                if blamed and entry.command != other.command and _meet(chord, other_chord):
                    place = _shared_place(entry.command, other.command, chord[0])
                    if place:
                        return blamed, _sentence(blamed, (chord, entry), (other_chord, other), place)
    return None


def _chords_by_first_key(entries: Mapping[str, Entry]) -> dict[str, list[tuple[Chord, Entry]]]:
    groups: dict[str, list[tuple[Chord, Entry]]] = {}
    for entry in entries.values():
        for chord in entry.chords:
            groups.setdefault(chord[0], []).append((chord, entry))
    return groups


def _blamed(one: Entry, two: Entry, suspects: Mapping[str, Entry]) -> Entry | None:
    own = [entry for entry in (one, two) if entry.command in suspects]
    return max(own, key=lambda entry: entry.line, default=None)


def _meet(one: Chord, two: Chord) -> bool:
    shorter = min(len(one), len(two))
    return one[:shorter] == two[:shorter]


def _shared_place(one: str, two: str, first_key: str) -> Context | None:
    shared = (place for place in _places(one) if place in _places(two))
    return next((place for place in shared if not typed(place, first_key)), None)


def _places(command: str) -> Iterator[Context]:
    contexts = COMMANDS[command].contexts
    if "global" in contexts:
        return (context for context in CONTEXTS if context != "dialog" or context in contexts)
    return iter(contexts)


def _sentence(blamed: Entry, one: tuple[Chord, Entry], two: tuple[Chord, Entry], place: Context) -> str:
    (mine, _), (theirs, other) = (one, two) if one[1] is blamed else (two, one)
    where = CONTEXTS[place].lower()
    if mine == theirs:
        trouble = f"“{spelt(mine)}” already means {other.command} ({where})"
    else:
        trouble = f"“{spelt(mine)}” and “{spelt(theirs)}” of {other.command} begin alike ({where})"
    return f"{blamed.command}: {trouble}; its default keys serve"
