"""Did you mean: for words that the index does not hold, the nearest that it does."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.search.evaluate.terms import Expansion, beginning, exactly, forms
from briefreader.search.index.schema import LETTERS
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.language.nodes import Leaf, Node, Phrase, Word, leaves
from briefreader.search.passages.folded import any_of, fold

_BODY = LETTERS["body"]
_FIELDS = ("", "body", "title")
_LETTERS = (_BODY, LETTERS["title"])
_SHORT = 4  # letters; up to here a word is changed in one letter only
_SHORTEST = 3
_MOST = 8  # words missing; what has more was pasted, not misspelt


def did_you_mean(query: str, tree: Node, snapshot: Snapshot) -> str | None:
    """Return ``query`` with each word that no article holds replaced by the nearest that one does.

    None if there is nothing to replace, or nothing near, or so much that the query is no misspelling. Nearest
    is the fewest edits (optimal string alignment), then the same first letter, then the word that most
    articles hold.
    """
    missing = [(leaf, word) for leaf in leaves(tree) for word in _missing(leaf, snapshot)]
    if len(missing) > _MOST:
        return None
    changed = query
    for leaf, word in reversed(missing):
        better = _nearest(word, snapshot)
        if better is None:
            return None
        changed = _replaced(changed, leaf, word, better)
    return changed if changed != query else None


def _missing(leaf: Leaf, snapshot: Snapshot) -> Iterator[str]:
    if isinstance(leaf, Word) and leaf.field in _FIELDS:
        meant = [one for letter in _LETTERS for one in _meant(letter, leaf)]
        if not _any(meant, snapshot):
            yield leaf.text
    elif isinstance(leaf, Phrase) and leaf.field in _FIELDS and not leaf.open:
        for word in leaf.words:
            if not _any([exactly(letter, word) for letter in _LETTERS], snapshot):
                yield word


def _meant(letter: bytes, word: Word) -> list[Expansion]:
    return [forms(letter, word.text), *([beginning(letter, word.text)] if word.open else [])]


def _any(meant: list[Expansion], snapshot: Snapshot) -> bool:
    return any(one(segment.postings.lexicon) for segment in snapshot.segments for one in meant)


def _nearest(word: str, snapshot: Snapshot) -> str | None:
    if len(word) < _SHORTEST:
        return None
    from rapidfuzz.distance import OSA  # most searches have no use for it

    edits = 1 if len(word) <= _SHORT else 2
    articles: dict[str, int] = {}
    for segment in snapshot.segments:
        lexicon, starts = segment.postings.lexicon, segment.postings.starts
        for number in lexicon.resembling(_BODY, word, edits):
            term = lexicon[number][1:].decode()
            articles[term] = articles.get(term, 0) + int(starts[number + 1] - starts[number])
    near = [(OSA.distance(word, term, score_cutoff=edits), term) for term in articles]
    best = min(
        (
            (distance, term[0] != word[0], -articles[term], term)
            for distance, term in near
            if distance <= edits
        ),
        default=None,
    )
    return best[3] if best else None


def _replaced(query: str, leaf: Leaf, word: str, better: str) -> str:
    """Put ``better`` in the place of ``word``; quotes, field and signs around it stay as typed."""
    part = fold(leaf.where.cut(query))
    *_, place = [None, *any_of((word,))(part.text)]
    if place is None:
        return query
    start, end = part.original(place)
    return query[: leaf.where.start + start] + better + query[leaf.where.start + end :]
