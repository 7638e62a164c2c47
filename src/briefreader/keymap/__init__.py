"""Keys and commands: the catalogue of what a reader can do, and the keymap that says with which keys."""

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
