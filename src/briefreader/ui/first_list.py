"""The list as it stands at the start, read while Textual is being loaded."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from briefreader.ui.contents.scope import Found, Scope, find
from briefreader.ui.left_off import LeftOff

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.settings import Settings


class FirstList:
    """Finds the articles that are listed first, in a thread that begins at once."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self._library, self._scope = library, LeftOff.of(library.collection.key, settings).scope
        self._found: Found | None = None
        threading.Thread(target=self._read, name="first list", daemon=True).start()

    def take(self, scope: Scope) -> Found | None:
        """Return what was found; None where that is for another scope, takes longer, or has failed.

        Whoever then asks again learns of the failure.
        """
        return self._found if scope == self._scope else None

    def _read(self) -> None:
        with suppress(Exception):
            found = find(self._library, self._scope, 0, lambda: False)
            found.listing[:1]
            self._found = found
