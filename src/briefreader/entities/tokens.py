"""Words and sentences of a text as the recogniser sees them, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefreader.entities.datelines import datelines
from briefreader.entities.gazetteer import gazetteer
from briefreader.entities.hyphens import pieces
from briefreader.model import Fold

_ADDRESS = r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+|"
_WORD = (
    r"(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Lt|Maj|Capt|Sgt|Adm|Cmdr|Rev|St|Prof|Inc|Corp|Co|Ltd|Jr|Sr|Messrs)\.(?=\W)"
    r"|[A-Z]\.(?=\s+[A-Z])"
    r"|'s\b"
    r"|\d[\d.,:/]*\d|\w+(?:-\w+|[.&](?=[a-z]+\b)\w+|&\w+|'(?!s\b)\w+)*"
    r"|[^\w\s]"
)
_TOKEN = re.compile(_WORD)
_TOKEN_OR_ADDRESS = re.compile(_ADDRESS + _WORD)
_HAS_ADDRESS = re.compile(r"[@#]|://|www\.")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-"})
_ENDS = frozenset(".!?")
_CLOSERS = frozenset("\"')]")
_HARD_WRAP = range(55, 91)
_LOUD = 0.9


@dataclass(slots=True)
class Document:
    """A text cut into words. ``words`` have plain quotes; ``sentences`` are ranges over them.

    ``loud`` tells for each sentence whether its capitals say nothing, as in a headline.
    """

    text: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    loud: list[bool] = field(default_factory=list)

    def cut(self, first: int, last: int) -> str:
        """Return the text from word ``first`` up to, not including, word ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def read(text: str, folds: Sequence[Fold] = ()) -> Document:
    """Cut ``text`` into words and sentences; what is folded has none."""
    document = Document(text)
    for start, end in _open_parts(len(text), folds):
        _read_part(document, text[start:end], start)
    document.loud = [is_headline(document.words[first:last]) for first, last in document.sentences]
    return document


def is_headline(words: Sequence[str]) -> bool:
    """Tell whether capitals say nothing here: a line in title case or in capitals alone."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capital = sum(map(_opens_large, long))
    return capital > 2 and capital >= _LOUD * len(long) and sum(word[0].isalpha() for word in words) > 3


def _opens_large(word: str) -> bool:
    return word[0].isupper()


def _open_parts(length: int, folds: Sequence[Fold]) -> list[tuple[int, int]]:
    parts, at = [], 0
    for fold in sorted(folds):
        if fold.start > at:
            parts.append((at, fold.start))
        at = max(at, fold.end)
    if at < length:
        parts.append((at, length))
    return parts


def _read_part(document: Document, part: str, offset: int) -> None:
    breaks = [*sorted({*_line_breaks(part), *datelines(part)}), len(part) + 1]
    words, starts, ends = document.words, document.starts, document.ends
    line, first = 0, len(words)
    part = part.translate(_QUOTES)
    pattern = _TOKEN_OR_ADDRESS if _HAS_ADDRESS.search(part) else _TOKEN
    for match in pattern.finditer(part):
        start, end = match.span()
        if start >= breaks[line]:
            _close(document, first)
            first = len(words)
            while start >= breaks[line]:
                line += 1
        word = match.group()
        if word[0].isupper() and words and len(words) > first and _ended(words, first):
            _close(document, first)
            first = len(words)
        if "-" in word and len(word) > 2 and word[0] not in "hw@#":
            _split(document, word, start + offset)
        else:
            words.append(word)
            starts.append(start + offset)
            ends.append(end + offset)
    _close(document, first)


def _close(document: Document, first: int) -> None:
    if len(document.words) > first:
        document.sentences.append((first, len(document.words)))


def _ended(words: list[str], first: int) -> bool:
    """Tell whether the words so far close a sentence, by a full stop and any closing quotes."""
    at = len(words) - 1
    while at > first and words[at] in _CLOSERS:
        at -= 1
    return words[at] in _ENDS


def _split(document: Document, word: str, start: int) -> None:
    for piece in pieces(word, gazetteer().flags):
        document.words.append(piece)
        document.starts.append(start)
        document.ends.append(start + len(piece))
        start += len(piece)


def _line_breaks(part: str) -> list[int]:
    """Return where lines end that are lines of their own, as against text wrapped at a width."""
    lines = part.split("\n")
    wrapped = _is_wrapped(lines)
    breaks, at = [], 0
    for number, line in enumerate(lines[:-1]):
        at += len(line) + 1
        if not _runs_on(line, lines[number + 1], wrapped):
            breaks.append(at)
    return breaks


def _is_wrapped(lines: list[str]) -> bool:
    lengths = sorted(len(line) for line in lines if line.strip())
    return len(lengths) > 4 and lengths[len(lengths) // 2] in _HARD_WRAP and lengths[-1] < 110


def _runs_on(line: str, following: str, wrapped: bool) -> bool:
    before, after = line.rstrip(), following.lstrip()
    if not before or not after:
        return False
    if after[0].islower() and before[-1] not in ".!?:;>":
        return len(before) > 15
    return wrapped and len(before) > 45 and (before[-1] not in ".!?:")
