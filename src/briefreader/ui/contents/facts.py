"""The facts of a comparison as lines to read: what each article gives, one value below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefreader.model import Fact, FactValue, Span
from briefreader.text.normal import comparable
from briefreader.text.sanitize import sanitize_line
from briefreader.text.width import wrap
from briefreader.text.words import words

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Piece = tuple[str, str]  # text, look


@dataclass(frozen=True, slots=True)
class Stop:
    """A value that one can go to: whose it is, where it stands there, and the fact it is given for."""

    article: int
    span: Span
    fact: Fact | None = None

    def place_in(self, article: int) -> Span | None:
        """Return where an article gives the fact: this value or its first one; None where it gives none."""
        if article == self.article:
            return self.span
        first = min(self.fact.values[article], default=None) if self.fact else None
        return Span(first.start, first.end) if first else None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table, and the number of the stop it belongs to, None for a heading."""

    pieces: tuple[Piece, ...]
    stop: int | None = None


def set_facts(facts: Sequence[Fact], width: int) -> tuple[list[Line], list[Stop]]:
    """Set the table in ``width`` cells."""
    lines: list[Line] = []
    stops: list[Stop] = []
    status = None
    for fact in [fact for fact in facts if not _is_lone_place(fact)]:
        if fact.status != status:
            status = fact.status
            count = sum(1 for other in facts if other.status == status)
            lines.append(Line(((f" {fact.described.upper()} ({count})", "group"),)))
        lines.append(_heading(fact))
        for article, values in enumerate(fact.values):
            lines += _values(fact, article, values, width, stops)
    for article in range(max((len(fact.values) for fact in facts), default=0)):
        lines += _lone_places(facts, article, width, stops)
    return lines, stops


def _heading(fact: Fact) -> Line:
    """Name the kind of a row and what it is on; a row on stances names itself."""
    kind = "" if fact.is_stance else f"{fact.kind} "
    return Line(((f" {kind}", "dim"), (sanitize_line(fact.key), "key")))


def _is_lone_place(fact: Fact) -> bool:
    return fact.kind == "place" and fact.status == "only"


def _lone_places(facts: Sequence[Fact], article: int, width: int, stops: list[Stop]) -> Iterator[Line]:
    """Put the places found in one article alone into one passage, which leads to the first of them."""
    named = [
        (fact.key, fact.values[article][0]) for fact in facts if _is_lone_place(fact) and fact.values[article]
    ]
    if not named:
        return
    letter = LETTERS[article % len(LETTERS)]
    text = sanitize_line(f"places found only in {letter}: " + ", ".join(sorted(key for key, _ in named)))
    first = min(value for _, value in named)
    stops.append(Stop(article, Span(first.start, first.end)))
    for start, end in wrap(text, 0, len(text), max(width - 3, 12)):
        yield Line(((f" {text[start:end].rstrip()}", "value"),), len(stops) - 1)


def _values(
    fact: Fact, article: int, values: Sequence[FactValue], width: int, stops: list[Stop]
) -> Iterator[Line]:
    letter = f"  {LETTERS[article % len(LETTERS)]} "
    if not values:
        yield Line(((letter, "letter"), ("no match found", "dim")))
    shown = {comparable(value.value): value for value in reversed(values)}
    for value in sorted(shown.values()):
        text = sanitize_line(value.value)
        strange = _strange_words(fact, article, text)
        number = len(stops)
        stops.append(Stop(article, Span(value.start, value.end), fact))
        for at, (start, end) in enumerate(wrap(text, 0, len(text), max(width - 6, 12))):
            lead = letter if at == 0 else "    "
            yield Line(((lead, "letter"), *_marked(text, start, end, strange)), number)


def _strange_words(fact: Fact, article: int, text: str) -> list[Span]:
    """Return the words of a quotation that no other article has in it."""
    others = [value.value for n, values in enumerate(fact.values) if n != article for value in values]
    if fact.kind != "quote" or not others:
        return []
    known = {span.cut(comparable(other)) for other in others for span in words(other)}
    even = comparable(text)
    return [span for span in words(text) if span.cut(even) not in known]


def _marked(text: str, start: int, end: int, strange: Sequence[Span]) -> Iterator[Piece]:
    place = start
    for span in strange:
        if start <= span.start and span.end <= end:
            yield text[place : span.start], "value"
            yield text[span.start : span.end], "strange"
            place = span.end
    yield text[place:end].rstrip(), "value"
