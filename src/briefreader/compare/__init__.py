"""Comparing accounts: what two articles share word for word or in meaning, and where their facts differ."""

from briefreader.compare.comparison import compare
from briefreader.compare.digests import DIGEST_VERSION, digest
from briefreader.compare.scoring import similarity
from briefreader.compare.storybook import StoryBook, StoryRow

__all__ = ["DIGEST_VERSION", "StoryBook", "StoryRow", "compare", "digest", "similarity"]
