"""The derived cache: files, articles, mentions, entities and stories, all of which can be built again."""

from briefreader.store.cache.cache import Cache

__all__ = ["Cache"]
