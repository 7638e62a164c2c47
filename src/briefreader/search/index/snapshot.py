"""The index at one moment, as the evaluation sees it: numbered documents and arrays beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from briefreader.search.index.arrays import Bools, Floats, Ints
from briefreader.search.index.postings import Postings
from briefreader.search.index.schema import LETTERS, NUMBERS, SCORED
from briefreader.search.index.whoosh_parts import LENGTHS, Part, postings_of

K1, B = 1.2, 0.75  # BM25's constants, as Whoosh has them


@dataclass(frozen=True, slots=True)
class Segment:
    """Part of the index. Its documents bear the numbers ``base`` up to ``base + size``."""

    name: str
    base: int
    size: int
    postings: Postings
    columns: dict[str, Ints]
    lengths: dict[str, Ints]
    total_lengths: dict[str, int]
    deleted: tuple[int, ...]

    @classmethod
    def of(cls, part: Part, base: int, known: Segment | None) -> Segment:
        """Read a segment, or take what was read before: only its place and its deletions change."""
        if known is not None:
            return replace(known, base=base, deleted=part.deleted)
        reader = part.reader
        return cls(
            part.name,
            base,
            reader.doc_count_all(),
            postings_of(reader),
            {number: part.columns[number] for number in NUMBERS},
            {field: part.columns[f"_{field}_len"] for field in SCORED},
            {field: reader.field_length(field) for field in SCORED},
            part.deleted,
        )


class Snapshot:
    """All segments of a generation. It never changes; what it computes, it keeps."""

    def __init__(self, generation: int, segments: tuple[Segment, ...]) -> None:
        self.generation = generation
        self.segments = segments
        self.size = sum(segment.size for segment in segments)
        self._norms: dict[str, Floats] = {}

    @classmethod
    def of(cls, generation: int, parts: Sequence[Part], known: Mapping[str, Segment]) -> Snapshot:
        """Put the segments in order; ``known`` are those already read."""
        segments: list[Segment] = []
        base = 0
        for part in parts:
            segments.append(Segment.of(part, base, known.get(part.name)))
            base += segments[-1].size
        return cls(generation, tuple(segments))

    def column(self, name: str) -> Ints:
        """Return a number of every document."""
        parts = [segment.columns[name] for segment in self.segments]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    @cached_property
    def keys(self) -> Ints:
        """The key of every document, by number."""
        return self.column("key")

    @cached_property
    def moments(self) -> Ints:
        """When every document was published, in seconds since 1970."""
        return self.column("moment")

    @cached_property
    def live(self) -> Bools:
        """Which documents are not deleted."""
        live = np.ones(self.size, dtype=np.bool_)
        for segment in self.segments:
            live[np.array(segment.deleted, dtype=np.int64) + segment.base] = False
        return live

    @cached_property
    def deletions(self) -> bool:
        """Whether there are any documents that are deleted."""
        return any(segment.deleted for segment in self.segments)

    @cached_property
    def by_key(self) -> Ints:
        """The numbers of all documents in the order of their keys: the order among equals."""
        return np.argsort(self.keys, kind="stable")

    @cached_property
    def key_ranks(self) -> Ints:
        """The place of every document in ``by_key``."""
        return _ranks(self.by_key)

    @cached_property
    def date_ranks(self) -> Ints:
        """The place of every document from the newest to the oldest, then those of no date."""
        return np.unique(-self.moments, return_inverse=True)[1]

    @cached_property
    def source_ranks(self) -> Ints:
        """The place of every document by source, within a source by date, then those of no source."""
        names, which = self.outlets
        return _ranks(np.lexsort((self.key_ranks, self.date_ranks, np.where(which < 0, len(names), which))))

    def numbers_of(self, keys: Collection[int]) -> Ints:
        """Return the numbers of the documents with these keys; unknown and deleted ones are left out."""
        wanted = np.fromiter(keys, dtype=np.int64, count=len(keys))
        if not self.size or not len(wanted):
            return np.zeros(0, np.int64)
        if len(wanted) < 1000:
            found = np.flatnonzero(np.isin(self.keys, wanted))
        else:
            found = np.flatnonzero(np.isin(self.keys, wanted, kind="sort"))
        return found[self.live[found]]

    def norms(self, field: str) -> Floats:
        """Return BM25's length factor of every document: ``K1 * (1 - B + B * length / average)``."""
        if field not in self._norms:
            total = sum(segment.total_lengths[field] for segment in self.segments)
            average = total / self.size if self.size and total else 1.0
            table = K1 * ((1 - B) + B * LENGTHS / average)
            parts = [table[segment.lengths[field]] for segment in self.segments]
            self._norms[field] = np.concatenate(parts) if parts else np.zeros(0)
        return self._norms[field]

    def values(self, field: str) -> tuple[list[str], Ints]:
        """Return a one-value field's values, sorted, and for every document which it has, -1 for none."""
        letter = LETTERS[field]
        spans = [segment.postings.lexicon.prefix(letter) for segment in self.segments]
        cuts = [s.postings.lexicon.cut(*span) for s, span in zip(self.segments, spans, strict=True)]
        names = sorted(set().union(*cuts))
        numbered = {name: number for number, name in enumerate(names)}
        which = np.full(self.size, -1, dtype=np.int64)
        for segment, (first, last), cut in zip(self.segments, spans, cuts, strict=True):
            starts = segment.postings.starts[first : last + 1]
            mine = np.array([numbered[name] for name in cut], dtype=np.int64)
            docs = segment.postings.docs[int(starts[0]) : int(starts[-1])]
            which[docs + segment.base] = np.repeat(mine, np.diff(starts))
        return [name[1:].decode() for name in names], which

    @cached_property
    def outlets(self) -> tuple[list[str], Ints]:
        """The sources and each document's."""
        return self.values("outlet")

    @cached_property
    def days(self) -> tuple[list[str], Ints]:
        """The dates of publication and each document's."""
        return self.values("day")


def _ranks(order: Ints) -> Ints:
    ranks = np.empty_like(order)
    ranks[order] = np.arange(len(order))
    return ranks
