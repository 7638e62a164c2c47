"""Numbers as articles write them, each with the thing it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefreader.model import Span

_WORDS = {
    word: value
    for value, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "dozen": 12, "hundred": 100, "thousand": 1000}
_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_HUNDREDS = "hundred|thousand|million|billion"
_MANY = "tens|dozens|hundreds|thousands|millions|billions"
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?P<vague>(?:{_MANY})(?: of (?:thousands|millions|billions))?)"
    r"|(?<![\w.,:/-])(?P<currency>[$€£])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -]?(?P<scale>thousand|million|billion|trillion|bn|m)\b)?(?P<percent> ?%| per ?cent)?"
    r"(?![\d/:]|-\d|st\b|nd\b|rd\b|th\b)"
    rf"|(?<![\w-])(?:a )?(?P<word>{'|'.join(_WORDS)})(?: (?P<wordscale>{_HUNDREDS}))?\b(?!-)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:\s+of(?: (?:the|their|its|his|her|these|those))?)?((?:\s+[A-Za-z][\w’'-]*){1,4})")
_PLURALS = frozenset(["people", "men", "women", "children", "troops", "police", "staff", "personnel"])
_NEVER_COUNTED = frozenset(
    ["as", "is", "was", "has", "this", "its", "his", "us", "hours", "years", "days", "weeks", "months"]
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a text: the span from the number to the thing, its value in one form, and the thing."""

    span: Span
    value: str
    thing: str


def find_numbers(text: str, within: Span) -> Iterator[Counted]:
    """Yield the numbers of a part of a text that count something, are money or a share of a hundred.

    Years, dates, ordinals, clock times, ages and stretches of time are left alone.
    """
    for match in _NUMBER.finditer(text, within.start, within.end):
        value = _value(match)
        if match["currency"] or match["percent"]:
            yield Counted(Span(*match.span()), value, match["currency"] or "per cent")
        elif counted := _thing(text, match.end(), within.end):
            end, thing = counted
            yield Counted(Span(match.start(), end), value, thing)


def _value(match: re.Match[str]) -> str:
    if match["vague"]:
        return match["vague"].lower()
    if match["word"]:
        number: float = _WORDS[match["word"].lower()] * _SCALES.get((match["wordscale"] or "").lower(), 1)
    else:
        number = float(match["digits"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
    return f"{number:g}" if number < 10**6 else f"{number:.0f}"


def _thing(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Return where the counted thing ends and its last word: the first plural among the next four words."""
    match = _COUNTED.match(text, start, end)
    if match is None:
        return None
    for word in re.finditer(r"\S+", match[1]):
        plain = word.group().lower()
        if plain in _NEVER_COUNTED:
            return None
        if plain in _PLURALS or (
            plain.endswith("s") and not plain.endswith(("ss", "’s", "'s")) and len(plain) > 3
        ):
            return match.start(1) + word.end(), plain
    return None
