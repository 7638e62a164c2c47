"""Names for the articles of one file that stay the same when others come and go."""

from __future__ import annotations

from hashlib import blake2b


class RecordKeys:
    """Gives each article of a file its name: what the file calls it, else a digest of its text."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def give(self, name: str | None, text: str) -> str:
        """Return the name of an article; where a name comes again, later ones are numbered."""
        key = (name or "").strip() or blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
        count = self._given[key] = self._given.get(key, 0) + 1
        return key if count == 1 else f"{key}~{count}"
