"""The roll of all names: who is called what, looked up in one text instead of row by row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf
    from briefreader.model import Entity, EntityType
    from briefreader.store.cache import Cache

_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_SIGNS = '"“”„«»'
_QUOTES, _NO_QUOTES = str.maketrans(dict.fromkeys(_SIGNS, " ")), str.maketrans("", "", _SIGNS)


def plain(name: str) -> str:
    """Return a name for comparing: no capitals, accents or quotation marks, one blank between words."""
    return " ".join(_letters(name.translate(_QUOTES).casefold()).split())


def _letters(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Roll:
    """Finds the entities whose name or alias has given words in a row; at 200,000 entities in some 5 ms.

    The text (10 to 20 MB for these) is read at the first question, and again after the names were counted.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._reading = Lock()
        self._read_of: tuple[Cache, int] | None = None
        self._text = ""

    def candidates(self, wanted: str, kind: EntityType | None) -> list[Entity]:
        """Return all entities that go by a name which holds ``wanted`` (made plain) from a word's start on.

        There may be others among them. The most mentioned comes first.
        """
        return self._shelf.cache.entities.of(set(self._ids(f" {wanted}")), kind)

    def _ids(self, wanted: str) -> Iterator[str]:
        text = self._read()
        at = text.find(wanted)
        while at >= 0:
            start = text.rfind("\n", 0, at) + 1
            yield text[start : text.find(" ", start)]
            end = text.find("\n", at)
            at = text.find(wanted, end) if end >= 0 else -1

    def _read(self) -> str:
        """Return a line per entity: id, name, aliases."""
        cache = self._shelf.cache
        with self._reading:
            now = (cache, cache.entities.census())
            if now != self._read_of:
                self._text, self._read_of = _text_of(cache.entities.laid_out()), now
            return self._text


def _text_of(laid: str) -> str:
    for sign, plainly in (('\\"', ""), ('["', " "), ('","', " "), ('"', "")):
        laid = laid.replace(sign, plainly)
    return _FOREIGN.sub(lambda found: _foreign(found[0]), laid)


def _foreign(text: str) -> str:
    return _letters(text.translate(_NO_QUOTES).casefold())
