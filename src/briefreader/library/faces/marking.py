"""What the reader makes of articles, and taking it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.library.faces.face import Ref
from briefreader.library.faces.reading import Reading

if TYPE_CHECKING:
    from briefreader.library.exporting import Exportable
    from briefreader.library.marks import MarksBook
    from briefreader.model import Fold, Span


class Marking(Reading):
    """Keeps what the reader makes of articles."""

    @property
    def marks(self) -> MarksBook:
        """Read state, stars, tags, places and notes."""
        return self._shelf.marks

    def correct(self, ref: Ref, field: str, value: str | None) -> None:
        """Set ``title``, ``source``, ``author``, ``published``, ``url`` or ``language``; None: as given."""
        from briefreader.library import amending

        amending.correct(self._shelf, self.info(ref), field, value)

    def overrule_fold(self, ref: Ref, fold: Fold | Span, folded: bool) -> None:
        """Open a fold for good, or fold a span by hand; it stays so when the file is read again."""
        from briefreader.library import amending

        amending.overrule_fold(self._shelf, self.article(ref), fold, folded)

    def export(self, items: Exportable, format: str, target: Path | None = None) -> str:
        """Return hits, a concordance, a comparison, articles or notes as ``format``.

        Formats: markdown, json, csv, bibtex, csl. With a ``target`` it is written there instead, and "" is
        returned. A file is written whole, never through a link; the articles' text is not held in memory.
        """
        from briefreader.library import exporting

        if target is None:
            return "".join(self.export_pieces(items, format))
        exporting.write(self._shelf, items, format, target)
        return ""

    def export_pieces(self, items: Exportable, format: str) -> Iterator[str]:
        """Return what :meth:`export` does piece by piece, for what may be too large to be held in memory."""
        from briefreader.library import exporting

        return exporting.pieces(self._shelf, items, format)
