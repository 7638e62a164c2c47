"""Bringing what the reader made in line with the articles: after a move, a change of text, or both."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from briefreader.library import reading
from briefreader.library.sync.job import Job
from briefreader.library.sync.lag import UNSETTLED
from briefreader.model import Note

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf


def settle(job: Job) -> None:
    """Give marks to the articles they were made for, and hang notes on their words again."""
    shelf = job.shelf
    owners = shelf.userdata.mover.owners()
    present = shelf.cache.articles.hashes(owners)
    moves = {
        article: home
        for article, hashes in owners.items()
        if article not in present and (home := _home(shelf, hashes, owners)) is not None
    }
    shelf.userdata.mover.move(moves)
    for article, text_hash in {**present, **shelf.cache.articles.hashes(moves.values())}.items():
        if text_hash not in owners.get(article, set()) or len(owners.get(article, set())) > 1:
            _reanchor(shelf, article, text_hash)
    with shelf.cache.database.transaction() as connection:
        shelf.cache.set_meta(connection, UNSETTLED, "0")


def _home(shelf: Shelf, hashes: set[str], owners: dict[str, set[str]]) -> str | None:
    """Return the one article that has the text of an article which is gone, if it has no marks of its own."""
    found = [article for each in hashes for article in shelf.cache.articles.with_hash(each)]
    return next((article for article in found if article not in owners), found[0] if found else None)


def _reanchor(shelf: Shelf, article: str, text_hash: str) -> None:
    found = reading.article(shelf, article)
    with shelf.userdata.database.transaction() as connection:
        for note, before in shelf.userdata.notes.astray(article, text_hash):
            place = anchor(found.text, note, before)
            if place is not None:
                shelf.userdata.notes.reanchor(connection, note.id, place, place + len(note.quote), text_hash)
        shelf.userdata.mover.stamp(connection, article, text_hash)


def anchor(text: str, note: Note, before: str) -> int | None:
    """Return where a note's words begin in a changed text, None where they are gone.

    Of several places the one with the likest words before it is taken, then the one nearest to where it was.
    """
    if not note.quote:
        return min(note.start, len(text))
    places = []
    at = text.find(note.quote)
    while at >= 0:
        likeness = SequenceMatcher(None, text[max(0, at - len(before)) : at], before).ratio()
        places.append((-likeness, abs(at - note.start), at))
        at = text.find(note.quote, at + 1)
    return min(places)[2] if places else None
