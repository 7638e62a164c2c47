"""What ships with briefreader, found in a checkout and in the wheel: the sample and the default keymap."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_sample"
_CHECKOUT = _PACKAGE.parents[1]


def sample_corpus() -> Path:
    """Return the folder of the sample collection."""
    return _find("corpus")


def default_keymap() -> Path:
    """Return the ``keymap.yaml`` that names every command's default keys."""
    return _find("keymap.yaml")


def _find(name: str) -> Path:
    shipped = _SHIPPED / name
    return shipped if shipped.exists() else _CHECKOUT / name
