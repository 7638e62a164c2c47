"""Facts on numbers: how many, of what, in each article."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.compare.claims import Account, Claim
from briefreader.compare.dates import find_dates
from briefreader.compare.numbers import Counted, find_numbers
from briefreader.compare.terms import notion, stem


def numbers(account: Account) -> Iterator[Claim]:
    """Yield each number that counts something; the key is the notion of the thing."""
    text = account.article.text
    for unit, found in zip(account.units, account.terms, strict=True):
        counted = list(find_numbers(text, unit))
        dated = [when.span for when in find_dates(text, unit, None)] if counted else []
        for number in counted:
            if not any(number.span.overlaps(span) for span in dated):
                yield Claim(
                    "number",
                    _key(number),
                    account.value(number.span),
                    number.value,
                    found.bag - found.numbers,
                )


def _key(number: Counted) -> str:
    stemmed = stem(number.thing)
    meant = notion(stemmed)
    return stemmed if meant is None else f"#{meant}"
