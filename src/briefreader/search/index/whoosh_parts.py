"""All that touches Whoosh's internals: a codec whose posting lists are arrays, and the writer that feeds it.

Whoosh keeps what it does well: the schema, segments and deletions, generations, the lock, the table of
contents, the columns. Replaced are the two parts that make it slow in Python, posting lists read object by
object and the pool that sorts a tuple for each posting. Touched for it, with the reason:

- ``SegmentWriter.pool`` and ``add_postings_to_pool``: documents and merged segments arrive as arrays, not as
  tuples;
- ``W3Codec`` with ``field_writer`` and ``terms_reader`` of our own: the posting files. ``base.Codec`` is
  Whoosh's place for this; the per-document files stay those of ``W3Codec``;
- ``FileIndex._read_toc``: which segments there are, to open only those not open yet;
- ``SegmentReader._terms``: it holds the arrays that the evaluation wants whole;
- the layout and the names of ``NumericColumn`` files (see ``columns``), since the public reader of a column
  makes a Python object for each document;
- the layout of the table of contents (see ``storage``), to put a checksum behind it and to take no class but
  segments out of its pickle.

The index stays one that Whoosh's own searcher answers from; the tests hold its answers against ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from whoosh import columns, fields
from whoosh.analysis import LowercaseFilter, RegexTokenizer
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec, W3PerDocWriter
from whoosh.matching import ListMatcher
from whoosh.reading import SegmentReader, TermInfo, TermNotFound
from whoosh.util.numeric import byte_to_length
from whoosh.writing import SegmentWriter

from briefreader.search.index.arrays import Ints
from briefreader.search.index.columns import read_columns, seal_columns
from briefreader.search.index.invert import Gathered
from briefreader.search.index.merge import Source, write
from briefreader.search.index.postings import Postings, open_postings
from briefreader.search.index.schema import LETTERS, NAMES, NUMBERS, SCORED, WHOLE
from briefreader.search.index.tokens import Tokens, Vocabulary
from briefreader.text.stems import stem

_ATTEMPTS = 10
LENGTHS = np.array([byte_to_length(number) for number in range(256)], dtype=np.float64)


class ArrayText(fields.TEXT):  # type: ignore[misc]
    """A text field that takes :class:`Tokens` and hands them on in one piece."""

    def __init__(self, *, scorable: bool) -> None:
        super().__init__(analyzer=RegexTokenizer(r"\w+") | LowercaseFilter())
        self.scorable = scorable

    def index(self, value: Tokens, **_: Any) -> list[tuple[bytes, int, float, Any]]:
        """Return a single "posting" that carries all the words of the field."""
        return [(b"", value.length, 1.0, value.numbers)]


def schema() -> Any:
    """Return the Whoosh schema."""
    texts = {name: ArrayText(scorable=name in SCORED) for name in LETTERS}
    numbers = {name: fields.COLUMN(columns.NumericColumn("q")) for name in NUMBERS}
    return fields.Schema(**texts, **numbers)


def stem_of(term: bytes) -> bytes:
    """Return what a term shares with the other forms of its word: the field's letter and the stem."""
    letter, word = term[:1], term[1:]
    return term if NAMES[letter] in WHOLE else letter + stem(word.decode()).encode()


class _Pool:
    """What one segment is to hold: new documents, and segments to be merged in."""

    def __init__(self) -> None:
        self.terms: list[bytes] = []
        self.vocabularies = {name: Vocabulary(letter, self.terms) for name, letter in LETTERS.items()}
        self.gathered = Gathered()
        self.sources: list[Source] = []

    def add(self, item: tuple[str, bytes, int, float, Any]) -> None:
        self.gathered.add(item[2], item[4])

    def iter_postings(self) -> _Pool:
        return self

    def cleanup(self) -> None:
        self.sources.clear()

    def write(self, stem: Path, documents: int) -> None:
        if len(self.gathered):
            new = self.gathered.invert(self.terms, stem_of)
            self.sources.insert(0, Source(new, np.arange(documents)))
        write(stem, self.sources, stem_of)


class ArrayWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer with a pool of arrays; it holds the index's lock until it commits or cancels."""

    def __init__(self, index: Any) -> None:
        super().__init__(index, codec=ArrayCodec(), compound=False)
        self.pool = _Pool()

    @property
    def vocabularies(self) -> dict[str, Vocabulary]:
        """The numbering of words, by field."""
        vocabularies: dict[str, Vocabulary] = self.pool.vocabularies
        return vocabularies

    @property
    def words(self) -> int:
        """How many words wait in memory."""
        return len(self.pool.gathered)

    def let_go(self) -> None:
        """Give up what is not committed and free the lock, also where the files cannot be closed any more.

        Whoosh's own ``cancel`` keeps the lock then, on a full disk for one, and says not what it may raise.
        """
        if self.is_closed:
            return
        try:
            self.cancel()
        except Exception:
            self.writelock.release()

    def add_segment(self, segment: Any) -> None:
        """Merge one of the index's segments into the new one."""
        reader = SegmentReader(self.storage, self.schema, segment)
        try:
            read_columns(_stem(self.storage, segment), reader.doc_count_all())
            self.add_reader(reader)
        finally:
            reader.close()

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: dict[int, int] | None) -> None:
        """Take over a whole segment; ``docmap`` is given where some of its documents are deleted."""
        count = reader.doc_count_all()
        renumbered = np.arange(startdoc, startdoc + count)
        if docmap is not None:
            renumbered = np.full(count, -1)
            renumbered[list(docmap)] = list(docmap.values())
        self.pool.sources.append(Source(postings_of(reader), renumbered))


class ArrayCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's current codec with posting lists as arrays."""

    def per_document_writer(self, storage: Any, segment: Any) -> _PerDocumentWriter:
        """Return what writes the columns of a segment."""
        return _PerDocumentWriter(self, storage, segment)

    def field_writer(self, storage: Any, segment: Any) -> _FieldWriter:
        """Return what writes the posting lists of a segment."""
        return _FieldWriter(_stem(storage, segment))

    def terms_reader(self, storage: Any, segment: Any) -> TermsReader:
        """Return what reads them."""
        return TermsReader(open_postings(_stem(storage, segment)))


class _PerDocumentWriter(W3PerDocWriter):  # type: ignore[misc]
    def close(self) -> None:
        super().close()
        seal_columns(_stem(self._storage, self._segment))


class _FieldWriter(base.FieldWriter):  # type: ignore[misc]
    def __init__(self, stem: Path) -> None:
        self._stem = stem
        self.is_closed = False

    def add_postings(self, _schema: Any, lengths: Any, items: _Pool) -> None:
        items.write(self._stem, lengths.doc_count_all())

    def close(self) -> None:
        self.is_closed = True


class TermsReader(base.TermsReader):  # type: ignore[misc]
    """The posting lists of a segment, for us as arrays and for Whoosh's own queries as matchers."""

    def __init__(self, postings: Postings) -> None:
        self.postings = postings

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._find(*term) >= 0

    def _find(self, field: str, text: bytes) -> int:
        return self.postings.lexicon.find(LETTERS[field] + text)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield every (field, term)."""
        return ((NAMES[term[:1]], term[1:]) for term in self.postings.lexicon)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield every (field, term) from ``prefix`` on."""
        first, _ = self.postings.lexicon.prefix(LETTERS[fieldname] + prefix)
        terms = self.postings.lexicon.cut(first, len(self.postings.lexicon))
        return ((NAMES[term[:1]], term[1:]) for term in terms)

    def indexed_field_names(self) -> Sequence[str]:
        """Return the fields that have terms."""
        return list(LETTERS)

    def _posted(self, fieldname: str, text: bytes) -> tuple[slice, int]:
        number = self._find(fieldname, text)
        if number < 0:
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        bounds = self.postings.starts[number : number + 2].tolist()
        return slice(*bounds), number

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Return Whoosh's statistics of a term; the bounds are those of any text, which is allowed."""
        where, _ = self._posted(fieldname, text)
        docs, counts = self.postings.docs[where], self.postings.counts[where]
        weight, most = float(counts.sum()), float(counts.max())
        return TermInfo(weight, len(docs), 1, int(LENGTHS[-1]), most, int(docs[0]), int(docs[-1]))

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return how often a term occurs."""
        return float(self.term_info(fieldname, text).weight())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return how many documents hold a term."""
        where, _ = self._posted(fieldname, text)
        return int(where.stop - where.start)

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Return Whoosh's view of a posting list."""
        where, number = self._posted(fieldname, text)
        counts = self.postings.counts[where].tolist()
        places = iter(self.postings.places[int(self.postings.place_starts[number]) :])
        values = [format_.encode([int(next(places)) for _ in range(count)]) for count in counts]
        docs, weights = self.postings.docs[where].tolist(), [float(count) for count in counts]
        info = self.term_info(fieldname, text)
        return ListMatcher(docs, weights, values, format_, scorer, term=(fieldname, text), terminfo=info)


def _stem(storage: Any, segment: Any) -> Path:
    return Path(storage.folder) / str(segment.segment_id())


@dataclass(frozen=True, slots=True)
class Part:
    """A segment as the table of contents has it; where its files are known already, they are not read."""

    name: str
    deleted: tuple[int, ...]
    reader: Any = None
    columns: dict[str, Ints] = field(default_factory=dict)


def parts_of(index: Any, known: Collection[str]) -> tuple[int, list[Part]]:
    """Return the newest generation and its segments, in the order of their documents.

    A writer may delete a file between the table of contents and the file: then the table is read anew.
    """
    for attempt in range(_ATTEMPTS):
        contents = index._read_toc()
        try:
            return contents.generation, [
                _part(index, contents.schema, one, known) for one in contents.segments
            ]
        except OSError:
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError


def _part(index: Any, schema: Any, segment: Any, known: Collection[str]) -> Part:
    name = str(segment.segment_id())
    deleted = tuple(sorted(segment.deleted_docs()))
    if name in known:
        return Part(name, deleted)
    reader = SegmentReader(index.storage, schema, segment)
    columns = read_columns(_stem(index.storage, segment), reader.doc_count_all())
    return Part(name, deleted, reader, columns)


def postings_of(reader: Any) -> Postings:
    """Return the posting lists behind one of Whoosh's segment readers."""
    postings: Postings = reader._terms.postings
    return postings
