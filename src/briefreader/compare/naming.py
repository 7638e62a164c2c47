"""One name for one entity, so that spellings do not hide that two passages speak of the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from briefreader.model import Entity, Mention, Span


class NamedText:
    """A text whose mentions of known entities can be read in one form."""

    def __init__(self, text: str, mentions: Sequence[Mention], names: Mapping[str, Entity]) -> None:
        """Take the mentions in ``text`` and the entities they mean by id; unknown ids are left alone."""
        self._text = text
        self._mentions = sorted(mention for mention in mentions if mention.entity in names)
        self._starts = [mention.start for mention in self._mentions]
        self._forms = {identity: _short_form(entity) for identity, entity in names.items()}

    def read(self, part: Span) -> str:
        """Return a part of the text with each known name in the form all articles share."""
        pieces: list[str] = []
        place = part.start
        for mention in self._mentions[bisect_left(self._starts, part.start) :]:
            if mention.end > part.end:
                break
            if place <= mention.start:
                pieces += [self._text[place : mention.start], self._forms[mention.entity or ""]]
                place = mention.end
        return "".join([*pieces, self._text[place : part.end]])


def _short_form(entity: Entity) -> str:
    """Call a person by the last word of the name, as an article does after the first time."""
    return entity.name.split()[-1] if entity.type == "person" and entity.name.split() else entity.name
