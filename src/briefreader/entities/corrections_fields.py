"""The fields of one entry of entities.yaml, each checked as it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefreader.model import ENTITY_TYPES, EntityType
from briefreader.text.sanitize import sanitize_line
from briefreader.text.strict_yaml import Document

LONGEST = 300
"""Code points of a name, at most."""


class Fields:
    """Reads an entry's fields; every method raises :class:`YamlProblem` with the line of what is wrong."""

    def __init__(self, document: Document, entry: Mapping[str, Any], wanted: Sequence[str]) -> None:
        self._document = document
        self._entry = entry
        for field in wanted:
            if field not in entry:
                raise document.problem(f"“{wanted[0]}” needs “{field}” beside it.", 0)
        for field in entry:
            if field not in wanted:
                raise document.problem(f"“{field}” does not belong to “{wanted[0]}”.", 0, field)

    def words(self, field: str) -> str:
        """Return a text that is neither empty nor very long."""
        value = self._entry[field]
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
            raise self._document.problem(
                f"“{field}” must be a text of at most {LONGEST} characters.", 0, field
            )
        return sanitize_line(" ".join(value.split()))

    def texts(self, field: str) -> tuple[str, ...]:
        """Return one text or a list of them."""
        value = self._entry[field]
        texts = [value] if isinstance(value, str) else value
        if (
            not isinstance(texts, list)
            or not texts
            or not all(isinstance(text, str) and text for text in texts)
        ):
            raise self._document.problem(f"“{field}” must be a name or a list of names.", 0, field)
        return tuple(map(sanitize_line, texts))

    def entity(self, field: str) -> str:
        """Return an entity's id."""
        value = self.words(field)
        self._check_id(field, value)
        return value

    def ids(self, field: str) -> tuple[str, ...]:
        """Return a list of entities' ids."""
        values = self.texts(field)
        for value in values:
            self._check_id(field, value)
        return values

    def kind(self, field: str) -> EntityType:
        """Return an entity's type."""
        for kind in ENTITY_TYPES:
            if self._entry[field] == kind:
                return kind
        raise self._document.problem(f"“{field}” must be one of {', '.join(ENTITY_TYPES)}.", 0, field)

    def number(self, field: str) -> int:
        """Return a count of code points."""
        value = self._entry[field]
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._document.problem(f"“{field}” must be a whole number from 0 on.", 0, field)
        return value

    def _check_id(self, field: str, value: str) -> None:
        kind, colon, rest = value.partition(":")
        if kind not in ENTITY_TYPES or not colon or not rest:
            raise self._document.problem(
                f"“{value}” is not an entity's id, which reads like person:jane-doe.", 0, field
            )
