"""Who and what articles mention: recognising names, resolving them to entities, mending the result.

Public names load on first use, so that importing this package costs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefreader.entities.backends import chosen as default_recognizer
    from briefreader.entities.inarticle import NameUse, names_of, uses_of
    from briefreader.entities.names import Name
    from briefreader.entities.recognizer import Recognizer
    from briefreader.entities.resolver import Resolver
    from briefreader.entities.rulings import EntityKey
    from briefreader.model import Fold, Mention

    VERSION: str
    """Mentions that another version, or another recogniser, found are found anew."""

__all__ = [
    "CORRECTIONS",
    "VERSION",
    "EntityKey",
    "Name",
    "NameUse",
    "Recognizer",
    "Resolver",
    "default_recognizer",
    "names_of",
    "recognize",
    "uses_of",
]

CORRECTIONS = "entities.yaml"
"""The name of the file that keeps the reader's corrections, among the reader's data."""

_OWN_VERSION = 9

_HOMES = {
    "EntityKey": "rulings",
    "Resolver": "resolver",
    "Name": "names",
    "NameUse": "inarticle",
    "names_of": "inarticle",
    "uses_of": "inarticle",
    "Recognizer": "recognizer",
    "default_recognizer": "backends",
}
_CALLED_THERE = {"default_recognizer": "chosen"}


def recognize(text: str, folds: Sequence[Fold] = ()) -> list[Mention]:
    """Return the mentions in ``text`` outside ``folds``, each with the id of whom it means there."""
    from dataclasses import replace

    from briefreader.entities.backends import chosen
    from briefreader.entities.inarticle import names_of
    from briefreader.entities.rulings import key_of

    mentions = chosen().find(text, folds)
    names = names_of(mentions, text)
    return [
        replace(mention, entity=key_of(name.type, name.text).id if name else None)
        for mention, name in zip(mentions, names, strict=True)
    ]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "VERSION":
        from briefreader.entities.choice import choice

        return f"{_OWN_VERSION} {choice()}".strip()
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module(f"{__name__}.{_HOMES[name]}")
    return getattr(home, _CALLED_THERE.get(name, name))
