"""Comparing accounts: what two articles share word for word or in meaning, and where their facts differ."""

from briefreader.compare.comparison import compare
from briefreader.compare.scoring import similarity

__all__ = ["compare", "similarity"]
