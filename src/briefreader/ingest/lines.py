"""The lines of a text, with the ones that a column cut apart joined again, and what each shows by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefreader.model import Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LINE = re.compile(r"[^\n]+")
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_IDEOGRAPHS_A_WORD = 2.5
_BULLET = re.compile(r"(?:[*+o•·#–-]|(?P<number>\d{1,2}[.)]))(?:\s+(?P<rest>.*)|$)", re.DOTALL)
_ENDS = ".!?。！？"
_CLOSING = "\"'”’»)]」』"
_listed = re.compile(r"\S+").findall
STOP_WORDS = frozenset(
    _listed("""
    the a an and or of to in on for with at by from as is was are were be been has have had it its that
    this which who he she they his her their but not will would can could said after into about more than
    der die das und in den von zu mit ist des auf für im dem nicht ein eine als auch es an hat sich wie
    le la les de des et en un une que qui dans pour est sur au par pas plus ne se ce il elle
    el los las que y en un una por con para es se del al lo como más pero su
    i w z na do to że się nie jest o в и на не что с по для это как а к из от за
    che di e un per con non una del della sono il si da o os um uma não em do da no na é""")
)


@dataclass(frozen=True, eq=False)
class Line(Span):
    """A line, or the lines that a paragraph was wrapped into, without the white space around.

    ``indent`` counts the characters before it on its first line.
    """

    text: str
    indent: int = 0

    @cached_property
    def letters(self) -> list[str]:
        """The words that begin with a letter."""
        return _WORD.findall(self.text)

    @cached_property
    def words(self) -> float:
        """How many words there are; ideographs count for a part of one."""
        found = float(len(self.letters))
        if self.text.isascii():
            return found
        ideographs = len(_IDEOGRAPHS.findall(self.text))
        return found + ideographs / _IDEOGRAPHS_A_WORD if ideographs > 3 else found

    @cached_property
    def stops(self) -> int:
        """How many of the words are stop words."""
        return sum(word.lower() in STOP_WORDS for word in self.letters)

    @cached_property
    def bullet(self) -> re.Match[str] | None:
        """The mark of a list item at the start; its group ``rest`` is what follows."""
        return _BULLET.match(self.text)

    @cached_property
    def body(self) -> str:
        """The text without the mark of a list item."""
        return (self.bullet["rest"] or "") if self.bullet else self.text

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether the line ends as sentences do; three dots mostly end a teaser."""
        stripped = self.text.rstrip(_CLOSING)
        return stripped[-1:] in _ENDS and stripped[-3:] != "..." if stripped else False

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line reads as running text: a sentence of some length, or long with small words."""
        if self.words >= 10:
            return self.stops * 8 >= self.words or self.ends_sentence
        return self.words >= 4 and self.ends_sentence and self.stops > 0


def split_lines(text: str) -> Iterator[Line]:
    """Yield the lines of ``text`` that hold anything but white space."""
    for match in _LINE.finditer(text):
        raw = match[0]
        shown = raw.strip()
        if not shown:
            continue
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        yield Line(start, start + len(shown), shown, indent)
