"""A long list of words with a number for each, parsed a page at a time: most pages are never asked for."""

from __future__ import annotations

_KEPT = 300_000


class Pages(dict[str, int]):
    """Numbers by word; 0 for a word that is not listed. Ask by ``pages[word]``, which opens the page.

    A page is a line of words that open with the same two letters, each followed by its number.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._closed = {line[:2].rstrip(): line for line in text.split("\n") if line}
        self._noted: dict[str, int] = {}

    def note(self, word: str, number: int) -> None:
        """Join ``number``, bit by bit, with what is listed for ``word``; before any word is asked for."""
        self._noted[word] = self._noted.get(word, 0) | number

    def __missing__(self, word: str) -> int:
        if word[:2] in self._closed:
            self._open(word[:2])
        number = self.get(word, 0) or self._noted.pop(word, 0)
        if number or len(self) < _KEPT:
            self[word] = number  # asked for again, it is found at once
        return number

    def _open(self, letters: str) -> None:
        cells = self._closed.pop(letters, "").split(" ")
        for listed, number in zip(cells[::2], cells[1::2], strict=False):
            self[listed] = int(number) | self._noted.pop(listed, 0)

    def open_all(self) -> None:
        """Parse every page, for who wants to walk through all words."""
        for letters in list(self._closed):
            self._open(letters)
        for word in list(self._noted):
            self[word]


def paged(numbers: dict[str, int]) -> str:
    """Return the text that :class:`Pages` reads. A word of one letter makes a page of its own."""
    lines: dict[str, list[str]] = {}
    for word in sorted(numbers):
        lines.setdefault(word[:2], []).append(f"{word} {numbers[word]}")
    return "\n".join(" ".join(words) for words in lines.values()) + "\n"
