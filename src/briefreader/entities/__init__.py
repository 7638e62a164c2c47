"""Who and what articles mention: recognising names, resolving them to entities, mending the result.

Public names load on first use, so that importing this package costs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader.lazy import lazily

if TYPE_CHECKING:
    from briefreader.entities.backends import default_recognizer
    from briefreader.entities.inarticle import NameUse, names_of, uses_of
    from briefreader.entities.names import Name
    from briefreader.entities.recognizer import Recognizer
    from briefreader.entities.resolver import Resolver
    from briefreader.entities.rulings import EntityKey
    from briefreader.model import Fold, Mention

__all__ = [
    "CORRECTIONS",
    "EntityKey",
    "Name",
    "NameUse",
    "Recognizer",
    "Resolver",
    "default_recognizer",
    "names_of",
    "recognize",
    "uses_of",
    "version",
]

CORRECTIONS = "entities.yaml"
"""The name of the file that keeps the reader's corrections, among the reader's data."""

_OWN_VERSION = 9


def version() -> str:
    """Return what tells mentions apart that another version, or another recogniser, has found."""
    from briefreader.entities.choice import choice

    return f"{_OWN_VERSION} {choice()}".strip()


def recognize(text: str, folds: Sequence[Fold] = ()) -> list[Mention]:
    """Return the mentions in ``text`` outside ``folds``, each with the id of whom it means there."""
    from dataclasses import replace

    from briefreader.entities.backends import default_recognizer
    from briefreader.entities.inarticle import names_of
    from briefreader.entities.rulings import key_of

    mentions = default_recognizer().find(text, folds)
    names = names_of(mentions, text)
    return [
        replace(mention, entity=key_of(name.type, name.text).id if name else None)
        for mention, name in zip(mentions, names, strict=True)
    ]


if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "backends": "default_recognizer",
            "inarticle": "NameUse names_of uses_of",
            "names": "Name",
            "recognizer": "Recognizer",
            "resolver": "Resolver",
            "rulings": "EntityKey",
        },
    )
