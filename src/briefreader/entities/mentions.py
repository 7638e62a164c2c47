"""From ranges of words to mentions: spans trimmed, offices set beside the name."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.roles import role_after, role_before
from briefreader.entities.rules import Found
from briefreader.entities.tokens import Document
from briefreader.model import Mention

_FIRMS = frozenset({"Inc.", "Corp.", "Co.", "Ltd."})


def to_mentions(document: Document, found: Sequence[Found]) -> list[Mention]:
    """Turn what was found into mentions, each person with the office the sentence gives."""
    trimmed = [part for part in (_trim(document, each) for each in found) if part]
    named = [False] * len(document.words)
    for first, last, kind in trimmed:
        named[first:last] = [kind != "person"] * (last - first)
    mentions, sentence = [], 0
    for first, last, kind in trimmed:
        while document.sentences[sentence][1] <= first:
            sentence += 1
        role = _role(document, first, last, document.sentences[sentence], named) if kind == "person" else None
        span = document.starts[first], _end(document, last, document.sentences[sentence])
        mentions.append(Mention(*span, text=document.text[slice(*span)], type=kind, role=role))
    return mentions


def _trim(document: Document, found: Found) -> Found | None:
    """Take articles, possessives and, off a person, titles from the edges."""
    first, last, kind = found
    words = document.words
    while first < last and (
        words[first] in ("the", "The", "a", "A", "an", "An", "'s", "-", "'", '"')
        or (kind == "person" and last - first > 1 and words[first].lower().rstrip(".") in lexicon("title"))
    ):
        first += 1
    while first < last and words[last - 1] in ("'s", "-", "'", ",", ".", '"'):
        last -= 1
    return Found(first, last, kind) if first < last else None


def _end(document: Document, last: int, sentence: tuple[int, int]) -> int:
    """Return where the name that ends at word ``last`` does: a stop after "Ltd" may be the sentence's."""
    word, end = document.words[last - 1], document.ends[last - 1]
    return end - 1 if last == sentence[1] and word in _FIRMS else end


def _role(
    document: Document, first: int, last: int, sentence: tuple[int, int], named: list[bool]
) -> str | None:
    place = role_before(document.words, sentence[0], first, named)
    place = place or role_after(document.words, last, sentence[1], named)
    return " ".join(document.cut(*place).split()) if place and place[0] < place[1] else None
