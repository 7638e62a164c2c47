"""Facts on numbers: how many, of what, in each article."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.compare.claims import Account, Claim
from briefreader.compare.dates import find_dates
from briefreader.compare.numbers import find_numbers
from briefreader.compare.terms import notion, stem


def numbers(account: Account) -> Iterator[Claim]:
    """Yield each number that counts something; the key is the notion of the thing."""
    for unit, found in zip(account.units, account.terms, strict=True):
        dated = [when.span for when in find_dates(account.article.text, unit, None)]
        for counted in find_numbers(account.article.text, unit):
            if any(counted.span.overlaps(span) for span in dated):
                continue
            stemmed = stem(counted.thing)
            number = notion(stemmed)
            key = stemmed if number is None else f"#{number}"
            yield Claim("number", key, account.value(counted.span), counted.value, found.bag - found.numbers)
