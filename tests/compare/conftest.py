"""Fixtures of the compare screen's tests: the reader on the sample collection, as its own tests have it."""

from tests.ui.conftest import home, library, opened, read_sample, settings

__all__ = ["home", "library", "opened", "read_sample", "settings"]
