"""Facts on quotations: who is quoted, and in which words each article has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefreader.compare.claims import Account, Claim
from briefreader.compare.quotations import quotations
from briefreader.compare.terms import terms
from briefreader.compare.units import visible
from briefreader.model import Mention, Span
from briefreader.text.normal import comparable
from briefreader.text.sentences import sentences
from briefreader.text.words import count_words, words

_FEWEST_WORDS = 4
_EARLIER = 300
_NEAR = 60  # code points between two pieces of one statement
_SAYS = re.compile(
    r"\b(?:said|says|say|wrote|writes|told|tells|stated|states|added|adds|stressed|agreed|argued|asserted|warned"
    r"|declared|announced|noted|insisted|claimed|explained|according to|statement|tweeted|assured|quoted"
    r"|reaffirmed|expressed)\b"
)


def quotes(account: Account) -> Iterator[Claim]:
    """Yield each quoted statement of four words or more, keyed by its speaker where one can be made out."""
    for statement in _statements(account):
        text = statement.cut(account.article.text)
        if count_words(text) >= _FEWEST_WORDS:
            plain = " ".join(span.cut(comparable(text)) for span in words(text))
            yield Claim(
                "quote", _speaker(account, statement), account.value(statement), plain, terms(text).bag
            )


def _statements(account: Account) -> Iterator[Span]:
    """Cut quotations into sentences, and join the pieces of one sentence that a few words interrupt."""
    text = account.article.text
    for part in visible(account.article):
        pieces = [piece for quote in quotations(text, part) for piece in sentences(text, quote)]
        joined: Span | None = None
        for piece in pieces:
            if joined and piece.start - joined.end <= _NEAR and not _ended(text, joined.end, piece.start):
                joined = Span(joined.start, piece.end)
                continue
            if joined:
                yield joined
            joined = piece
        if joined:
            yield joined


def _ended(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence ends between two pieces of quotation."""
    return any(mark in text[max(0, start - 1) : end] for mark in ".!?\n")


def _speaker(account: Account, statement: Span) -> str:
    """Name who says it: the nearest name outside the quotation in its sentence, else the last one before.

    "He said" points back; a person is taken for the speaker rather than a body.
    """
    sentence = next((unit for unit in account.units if unit.contains(statement)), None)
    sentence = sentence or next((unit for unit in account.units if unit.overlaps(statement)), None)
    if sentence is None:
        return ""
    after = _nearest(account, Span(statement.end, max(statement.end, sentence.end)), first=True)
    before = _nearest(account, Span(min(sentence.start, statement.start), statement.start), first=False)
    earlier = _nearest(account, Span(max(0, sentence.start - _EARLIER), sentence.start), first=False)
    following = account.article.text[statement.end : sentence.end]
    order = [after, before] if _SAYS.search(following) else [before, after]
    if re.search(r"\b(?:he|she)\b", following):
        order = [before, earlier, after]
    named = [mention for mention in (*order, earlier) if mention]
    people = [mention for mention in named if mention.type == "person"]
    chosen = people or named
    return account.names[chosen[0].entity or ""].name if chosen else ""


def _nearest(account: Account, within: Span, *, first: bool) -> Mention | None:
    """Return the first or last name of a person in a stretch of text, or else of an organization."""
    found = [m for m in account.mentions if within.contains(m) and m.entity in account.names and _speaks(m)]
    people = [mention for mention in found if mention.type == "person"] or found
    return people[0 if first else -1] if people else None


def _speaks(mention: Mention) -> bool:
    return mention.type in ("person", "organization")
