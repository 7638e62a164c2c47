"""The lines of a text, each with what can be told by looking at it alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefreader.model import Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
STOP_WORDS = frozenset(
    re.findall(
        r"\S+",
        """the a an and or of to in on for with at by from as is was are were be been has have had it its that
        this which who he she they his her their but not will would can could said after into about more than
        der die das und in den von zu mit ist des auf für im dem nicht ein eine als auch es an hat sich wie
        le la les de des et en un une que qui dans pour est sur au par pas plus ne se ce il elle
        el los las que y en un una por con para es se del al lo como más pero su
        i w z na do to że się nie jest o в и на не что с по для это как а к из от за
        che di e un per con non una del della sono il si da o os um uma não em do da no na é""",
    )
)
_ENDS = ".!?…:;。！？"
_CLOSING = "\"'”’»)]」』"


@dataclass(frozen=True, slots=True)
class Line(Span):
    """A line without the space around it; ``words`` counts its words, ``stops`` the stop words."""

    text: str
    words: int
    stops: int

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends as sentences do."""
        return self.text.rstrip(_CLOSING)[-1:] in _ENDS and self.text[-1:] not in "…:;"

    @property
    def is_prose(self) -> bool:
        """Whether the line reads as running text: long, with small words, or a short whole sentence."""
        if self.words >= 10:
            return self.stops * 8 >= self.words or self.ends_sentence
        return self.words >= 4 and self.ends_sentence and self.stops > 0


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that hold anything but white space."""
    lines = []
    for match in _LINE.finditer(text):
        raw = match[0]
        start = match.start() + len(raw) - len(raw.lstrip())
        shown = raw.strip()
        found = _WORD.findall(shown.lower())
        stops = sum(word in STOP_WORDS for word in found)
        lines.append(Line(start, start + len(shown), shown, len(found), stops))
    return lines
