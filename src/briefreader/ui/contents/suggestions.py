"""The articles worth comparing with another, as lines to choose from."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefreader.model import Suggestion
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.choice_list import Choice

MOST = 30
"""At most so many are asked for."""


def suggested(found: Sequence[Suggestion], shown: Collection[str] = ()) -> list[Choice[int]]:
    """List articles by key with what speaks for them, but for those whose ids are ``shown`` already."""
    return [
        Choice(
            each.article.key,
            each.article.title,
            lead=f"{each.score:4.0%}",
            note=_note(each),
        )
        for each in found
        if each.article.id not in shown
    ]


def _note(suggestion: Suggestion) -> str:
    article = suggestion.article
    parts = (article.source, (article.published or "")[:10], suggestion.reason)
    return glyphs.current().dot.join(part for part in parts if part)
