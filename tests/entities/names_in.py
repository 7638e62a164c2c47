"""What several tests of the recogniser ask of a text."""

from __future__ import annotations

from briefreader.entities import recognize
from briefreader.model import Mention


def found(text: str) -> dict[str, str]:
    """Return the type of each name in ``text``, by its words."""
    return {mention.text: mention.type for mention in recognize(text)}


def entity_of(mentions: list[Mention], words: str) -> set[str | None]:
    """Return whom the mentions in these words mean."""
    return {mention.entity for mention in mentions if mention.text == words}
