"""Articles side by side, what is alike, and stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader.library import comparing
from briefreader.library.faces.face import Ref
from briefreader.library.faces.reading import Reading

if TYPE_CHECKING:
    from briefreader.compare import ClaimRow, Echo, WordMark
    from briefreader.model import Article, Comparison, Link, Stories, Suggestion


class Comparing(Reading):
    """Compares articles."""

    def compare(self, *refs: Ref | Article) -> Comparison:
        """Set two or more articles side by side; an :class:`Article` may be of no collection."""
        return comparing.compare(self._shelf, refs)

    def word_marks(self, found: Comparison, link: Link) -> tuple[tuple[WordMark, ...], tuple[WordMark, ...]]:
        """Tell which words of a link of a comparison are the same on both sides, moved, or changed."""
        return comparing.word_marks(found, link)

    def claims(self, found: Comparison) -> tuple[ClaimRow, ...]:
        """Return the claims of the articles compared, and for each article the sentences that make them."""
        return comparing.claims(found)

    def echoes(self, ids: Sequence[str]) -> tuple[Echo, ...]:
        """Return these articles in order of time, each with the earlier one it repeats word for word."""
        return comparing.echoes(self._shelf, ids)

    def similar(self, ref: Ref, limit: int = 10) -> list[Suggestion]:
        """Return the articles most worth comparing with this one, best first."""
        return comparing.similar(self._shelf, self.info(ref).key, limit)

    def stories(self) -> Stories:
        """Return the collection grouped by affair, and the near-duplicates in it."""
        return comparing.stories(self._shelf)
