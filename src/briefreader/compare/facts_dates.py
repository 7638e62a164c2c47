"""Facts on dates: when, in the words of each article, what both speak of happened or is to happen."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.compare.claims import Account, Claim
from briefreader.compare.dates import When, find_dates
from briefreader.compare.terms import term
from briefreader.model import Span
from briefreader.text.days import day_of
from briefreader.text.words import words

_LEAST_CONTEXT = 3
_REACH = 110  # code points on either side of a date that tell what it dates


def dates(account: Account) -> Iterator[Claim]:
    """Yield each date outside headlines, with the terms of the words around it."""
    published = day_of(account.article.published)
    for unit in account.units:
        found = list(find_dates(account.article.text, unit, published))
        for when in found:
            spoken = _spoken(account, unit, when, found)
            if len(spoken) >= _LEAST_CONTEXT:
                value = account.value(when.span, _shown(account, when))
                yield Claim("date", "", value, when.resolved, frozenset(spoken), spoken)


def _shown(account: Account, when: When) -> str:
    """Give the article's words, and what they come to where that adds something."""
    written = " ".join(when.span.cut(account.article.text).split())
    told = when.resolved.startswith("--") or when.resolved.lower() == written.lower()
    return written if told else f"{written} ({when.resolved.split(' (')[0].replace('/', ' to ')})"


def _spoken(account: Account, unit: Span, when: When, others: list[When]) -> dict[str, str]:
    """Return the terms near a date with the words for them, up to the next date on either side."""
    before = [other.span.end for other in others if other.span.end <= when.span.start]
    after = [other.span.start for other in others if other.span.start >= when.span.end]
    text = account.article.text
    start = max([unit.start, text.find(" ", max(0, when.span.start - _REACH)), *before])
    end = min([unit.end, text.rfind(" ", 0, when.span.end + _REACH), *after])
    found: dict[str, str] = {}
    for part in (
        Span(min(start, when.span.start), when.span.start),
        Span(when.span.end, max(when.span.end, end)),
    ):
        for word in words(text, part) if part else ():
            meaning = term(word.cut(text))
            if meaning and not meaning[0].isdigit():
                found.setdefault(meaning, word.cut(text))
    return found
