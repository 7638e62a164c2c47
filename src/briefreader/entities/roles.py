"""Titles and offices beside a name: which words they are, and which belong to whom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefreader.entities.lexicon import words as lexicon

_REACH = 12


def role_marks(words: Sequence[str]) -> list[bool]:
    """Mark the capitalised words that name an office or a title, as "Secretary of State" does.

    The shape is: modifiers, one or more heads, and after "of" or "for" a portfolio.
    """
    openers = _openers()
    marks = [False] * len(words)
    end = 0
    for at, word in enumerate(words):
        if at >= end and word[0].isupper() and word.lower().rstrip(".") in openers:
            end = _office_end(words, at)
            for place in range(at, end):
                marks[place] = True
    return marks


@cache
def _openers() -> frozenset[str]:
    return lexicon("head") | lexicon("modifier") | lexicon("title")


def _office_end(words: Sequence[str], at: int) -> int:
    """Return where the office that opens at ``at`` ends; ``at`` itself where none does."""
    heads, modifiers, titles = lexicon("head"), lexicon("modifier"), lexicon("title")
    end, headed = at, 0
    while end < len(words) and words[end][0].isupper():
        lowered = words[end].lower().rstrip(".")
        if lowered in heads or lowered in titles:
            headed = end + 1
        elif lowered not in modifiers:
            break
        end += 1
    if not headed or _opens_organization(words, headed):
        return at
    return _portfolio_end(words, headed)


def _opens_organization(words: Sequence[str], end: int) -> bool:
    if end >= len(words) or not words[end][0].isupper():
        return False
    return words[end].lower().rstrip(".") in lexicon("organization")


def _portfolio_end(words: Sequence[str], end: int) -> int:
    """Step over "of State", "for Foreign Affairs and Security Policy"."""
    portfolio = lexicon("portfolio")
    while end + 1 < len(words) and words[end] in ("of", "for"):
        stop = end + 1
        while stop < len(words) and words[stop].lower() in portfolio and words[stop].lower() != "europe":
            stop += 1
        while words[stop - 1].lower() in ("and", "the", "common", "of", "for"):
            stop -= 1
        if stop <= end + 1:
            break
        end = stop
    return end


def role_before(
    words: Sequence[str], first: int, start: int, named: Sequence[bool]
) -> tuple[int, int] | None:
    """Return the words before a person's name that give the office, as a range, or None.

    ``first`` is where the sentence begins and ``start`` where the name does; ``named`` tells which words
    are part of a name, since an office may open with one: "Kremlin aide", "Russia's Foreign Minister".
    """
    heads = lexicon("head")
    at, headed = start, False
    while at > first and start - at < _REACH:
        word = words[at - 1]
        lowered = word.lower()
        if lowered in heads:
            headed = True
        elif not (
            (headed and (named[at - 1] or _is_inner(words, at - 1, named))) or _is_inner(words, at - 1, named)
        ):
            break
        at -= 1
    while at < start and words[at].lower() in ("of", "for", "and", "'s", "-", ","):
        at += 1
    return (at, start) if headed else None


def _is_inner(words: Sequence[str], at: int, named: Sequence[bool]) -> bool:
    lowered = words[at].lower()
    if lowered in ("of", "for", "and"):
        return words[at + 1].lower() in lexicon("portfolio") or (lowered != "and" and named[at + 1])
    if lowered in ("'s", "-"):
        return at > 0 and named[at - 1]
    return lowered in lexicon("modifier") or lowered in lexicon("portfolio") - {"the", "and"}


def role_after(words: Sequence[str], end: int, last: int, named: Sequence[bool]) -> tuple[int, int] | None:
    """Return the words after a person's name that give the office: "Borrell, the EU High Representative"."""
    if end + 1 >= last or words[end] != "," or words[end + 1].lower() in ("and", "or"):
        return None
    at = end + 1
    while at < last and words[at].lower() in ("the", "a", "an", "who", "is"):
        at += 1
    begin, headed = at, 0
    while at < last and at - begin < _REACH:
        lowered = words[at].lower()
        if lowered in lexicon("head"):
            headed = at + 1
        elif not (
            named[at]
            or lowered in lexicon("modifier")
            or lowered in lexicon("portfolio")
            or lowered in ("of", "for", "'s", "to")
        ):
            break
        at += 1
    if not headed:
        return None
    return begin, max(headed, _portfolio_end(words[:last], headed))
