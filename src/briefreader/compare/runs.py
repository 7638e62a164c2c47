"""The same words in two articles, wherever they moved: maximal runs of equal words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefreader.compare.background import rarity
from briefreader.compare.quotations import quotations
from briefreader.compare.terms import term
from briefreader.compare.units import visible
from briefreader.model import Article, Run, Span
from briefreader.text.normal import comparable
from briefreader.text.words import words

SHORTEST = 8
SHORTEST_QUOTED = 5
# A word sequence that one article repeats more often than this is a formula, not borrowing.
_MOST_PLACES = 40
_LEAST_WEIGHT = 12.0  # nats, of the few words of a quotation


@dataclass(frozen=True, slots=True)
class WordSequence:
    """The words of an article outside its folds, made comparable; ``quoted`` says which stand in quotes."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: tuple[bool, ...]


def word_sequence(article: Article) -> WordSequence:
    """Read the visible words of an article; between two parts stands a word equal to no other."""
    even = comparable(article.text)
    found: list[str] = []
    spans: list[Span] = []
    for part in visible(article):
        for span in words(article.text, part):
            found.append(span.cut(even))
            spans.append(span)
        found.append(f"\n{article.id} {part.start}")
        spans.append(Span(part.end, part.end))
    return WordSequence(tuple(found), tuple(spans), _quoted(article, spans))


def _quoted(article: Article, spans: Sequence[Span]) -> tuple[bool, ...]:
    quotes = [quote for part in visible(article) for quote in quotations(article.text, part)]
    marks: list[bool] = []
    place = 0
    for span in spans:
        while place < len(quotes) and quotes[place].end <= span.start:
            place += 1
        marks.append(place < len(quotes) and quotes[place].start <= span.start)
    return tuple(marks)


@dataclass(frozen=True, slots=True, order=True)
class WordRun:
    """Equal words: the first word's place in either sequence, and how many they are."""

    a: int
    b: int
    length: int

    def spans(self, a: WordSequence, b: WordSequence) -> Run:
        """Return where the run stands in the two texts."""
        return Run(_cover(a, self.a, self.length), _cover(b, self.b, self.length))


def runs(a: WordSequence, b: WordSequence) -> list[WordRun]:
    """Return every run of at least 8 equal words, or 5 that one of the two quotes, in order of ``a``.

    Seeds of five equal words are hashed and extended along their diagonal (Rabin-Karp fingerprints as in
    Brin, Davis and Garcia-Molina's COPS), so a passage is found wherever it moved. Time grows with the
    two lengths and with the number of equal five-word sequences.
    """
    return sorted(shown for found in _diagonals(a.words, b.words) for shown in _worth_showing(a, b, found))


def _cover(sequence: WordSequence, first: int, count: int) -> Span:
    return Span(sequence.spans[first].start, sequence.spans[first + count - 1].end)


def _diagonals(a: Sequence[str], b: Sequence[str]) -> Iterator[WordRun]:
    """Yield each maximal run of at least five equal words."""
    size = SHORTEST_QUOTED
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, gram in enumerate(zip(*(a[n:] for n in range(size)), strict=False)):
        if len(places[gram]) < _MOST_PLACES:
            places[gram].append(i)
    covered: dict[int, int] = {}
    for j, gram in enumerate(zip(*(b[n:] for n in range(size)), strict=False)):
        for i in places.get(gram, ()):
            if covered.get(i - j, -1) >= j:
                continue
            length = size
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            covered[i - j] = j + length - size
            yield WordRun(i, j, length)


def _worth_showing(a: WordSequence, b: WordSequence, run: WordRun) -> Iterator[WordRun]:
    """Yield the run if it is long, else the parts of it that are quoted and long enough for a quote."""
    if run.length >= SHORTEST:
        yield run
        return
    begin: int | None = None
    for n in range(run.length + 1):
        inside = n < run.length and (a.quoted[run.a + n] or b.quoted[run.b + n])
        if inside and begin is None:
            begin = n
        elif not inside and begin is not None:
            if n - begin >= SHORTEST_QUOTED and _telling(a.words[run.a + begin : run.a + n]):
                yield WordRun(run.a + begin, run.b + begin, n - begin)
            begin = None


def _telling(words: Sequence[str]) -> bool:
    """Tell whether a few words are more than "of the United States and the"."""
    return sum(rarity(found) for word in words if (found := term(word))) >= _LEAST_WEIGHT
