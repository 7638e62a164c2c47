"""Keys and commands: the catalogue of what a reader can do, and the keymap that says with which keys.

Names load on first use: the list is painted before the keymap is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.lazy import lazily

if TYPE_CHECKING:
    from briefreader.keymap.catalogue import COMMANDS, of_context
    from briefreader.keymap.chords import Answer, KeyReader, NotMine, Run, Waiting
    from briefreader.keymap.command import CONTEXTS, Command, Context, typed
    from briefreader.keymap.files import PRESETS
    from briefreader.keymap.keymap import Keymap, load_keymap, reachable
    from briefreader.keymap.keys import Chord, shown, spelt
    from briefreader.text.file_problems import FileProblem

__all__ = [
    "COMMANDS",
    "CONTEXTS",
    "PRESETS",
    "Answer",
    "Chord",
    "Command",
    "Context",
    "FileProblem",
    "KeyReader",
    "Keymap",
    "NotMine",
    "Run",
    "Waiting",
    "load_keymap",
    "of_context",
    "reachable",
    "shown",
    "spelt",
    "typed",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "catalogue": "COMMANDS of_context",
            "chords": "Answer KeyReader NotMine Run Waiting",
            "command": "CONTEXTS Command Context typed",
            "files": "PRESETS FileProblem",
            "keymap": "Keymap load_keymap reachable",
            "keys": "Chord shown spelt",
        },
    )
