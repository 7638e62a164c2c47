"""What worker processes do: read files into articles, and find the names in texts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.model import Article, Entity, Fold, Mention, Skipped
from briefreader.store.cache.packing import Packed, pack

if TYPE_CHECKING:
    from briefreader.entities import Name, NameUse, Recognizer
    from briefreader.ingest import ReadOptions

_PART = 64
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Files to read: number, location and path in the collection of each."""

    files: tuple[tuple[int, str, str], ...]
    options: ReadOptions

    def run(self) -> Iterator[Part]:
        """Read them, part by part."""
        for number, location, relative in self.files:
            yield from _read(number, Path(location), relative, self.options)

    def split(self) -> list[ReadTask]:
        """Return a task for each file, to find the one that a worker died of."""
        return [ReadTask((file,), self.options) for file in self.files] if len(self.files) > 1 else []

    def lost(self, reason: str) -> Part:
        """Return what stands for a file that could not be read for a fault of the reader's own."""
        number, _, relative = self.files[0]
        return Part(number, b"", (), (Skipped(relative, f"Reading it failed: {reason}."),), True, True)


@dataclass(frozen=True, slots=True)
class Part:
    """Some articles of one file, in order, by record; ``content`` is the hash of the file's bytes."""

    file: int
    content: bytes
    articles: tuple[tuple[str, Packed], ...]
    skipped: tuple[Skipped, ...]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class NameTask:
    """Texts to find names in: key, text and folds of each."""

    texts: tuple[tuple[int, str, tuple[Fold, ...]], ...]

    def run(self) -> Iterator[Named]:
        """Find the names in each text."""
        for key, text, folds in self.texts:
            yield find_names(key, text, folds)

    def split(self) -> list[NameTask]:
        """Return a task for each text, to find the one that a worker died of."""
        return [NameTask((text,)) for text in self.texts] if len(self.texts) > 1 else []

    def lost(self, reason: str) -> Named:
        """Return what stands for a text that the recogniser failed on."""
        return Named(self.texts[0][0], (), (), (), reason)


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions in an article, the name behind each, and the article summed up by its names.

    ``failure`` says why there are none, where the recogniser failed.
    """

    key: int
    mentions: tuple[Mention, ...]
    names: tuple[Name | None, ...]
    uses: tuple[NameUse, ...]
    failure: str = ""


def find_names(key: int, text: str, folds: Sequence[Fold]) -> Named:
    """Recognise the names in a text and resolve them within it."""
    from briefreader.entities import names_of, uses_of

    mentions = _recognizer().find(text, folds)
    names = names_of(mentions, text)
    return Named(key, tuple(mentions), tuple(names), tuple(uses_of(mentions, names)))


@dataclass(frozen=True, slots=True)
class Digestible:
    """An article with the names in it and the entities they mean."""

    article: Article
    mentions: Sequence[Mention]
    names: Mapping[str, Entity]


@dataclass(frozen=True, slots=True)
class Digested:
    """An article's key and its digest, b"" where that failed."""

    key: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class DigestTask:
    """Articles to digest for grouping by story."""

    articles: tuple[Digestible, ...]

    def run(self) -> Iterator[Digested]:
        """Digest each article."""
        from briefreader.compare import digest

        for each in self.articles:
            yield Digested(each.article.key, digest(each.article, each.mentions, each.names))

    def split(self) -> list[DigestTask]:
        """Return a task for each article, to find the one that failed."""
        return [DigestTask((each,)) for each in self.articles] if len(self.articles) > 1 else []

    def lost(self, reason: str) -> Digested:
        """Return what stands for an article that could not be digested: it is in no story."""
        del reason
        return Digested(self.articles[0].article.key, b"")


def _read(number: int, path: Path, relative: str, options: ReadOptions) -> Iterator[Part]:
    from briefreader.ingest import read_file

    content = _digest(path)
    articles: list[tuple[str, Packed]] = []
    skipped: list[Skipped] = []
    first = True
    for found in read_file(path, relative=relative, options=options):
        if isinstance(found, Skipped):
            skipped.append(found)
        else:
            articles.append((found.record, pack(found.article)))
        if len(articles) + len(skipped) >= _PART:
            yield Part(number, content, tuple(articles), tuple(skipped), first, False)
            articles, skipped, first = [], [], False
    yield Part(number, content, tuple(articles), tuple(skipped), first, True)


def _digest(path: Path) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:
        return b""
    return digest.digest()


@lru_cache(maxsize=1)
def _recognizer() -> Recognizer:
    from briefreader.entities import default_recognizer

    return default_recognizer()
