"""The fields of the index and the letter each has in the lexicon."""

from __future__ import annotations

# Words of these are searched in their field; "outlet" and "day" hold a value each, for counting and sorting.
# The terms of "fold" are the letters of other fields: they stand where something is folded in these.
LETTERS = {
    "title": b"t",
    "body": b"b",
    "source": b"s",
    "author": b"a",
    "url": b"u",
    "lang": b"l",
    "outlet": b"o",
    "day": b"d",
    "fold": b"f",
}
NAMES = {letter: name for name, letter in LETTERS.items()}
SCORED = ("title", "body")
WHOLE = ("outlet", "day", "fold")
NUMBERS = ("key", "moment", "stamp")
