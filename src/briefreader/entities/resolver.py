"""Who is meant, across the collection: names to entities, kept up to date article by article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefreader.entities.corrections import Correction
from briefreader.entities.inarticle import NameUse
from briefreader.entities.names import Name, parts, slug, surname_key
from briefreader.entities.people import Group
from briefreader.entities.rulings import EntityKey, Rulings, key_of, type_of

_Block = tuple[str, str]


class Resolver:
    """Keeps every name of the collection and, for each, whom it means.

    ``articles`` says in how many articles each name stands, and ``acronyms`` how often an article gave the
    first name of a pair where it meant the second: what :meth:`articles` and :meth:`acronyms` returned
    before. Work is linear in the names that changed and the few that share a block with them.
    """

    def __init__(
        self,
        articles: Mapping[Name, int] | None = None,
        acronyms: Mapping[tuple[str, str], int] | None = None,
        corrections: Iterable[Correction] = (),
    ) -> None:
        self._rulings = Rulings(corrections)
        self._articles: Counter[Name] = Counter(articles or {})
        self._acronyms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for (short, long), count in (acronyms or {}).items():
            self._acronyms[short][long] = count
        self._blocks: defaultdict[_Block, set[Name]] = defaultdict(set)
        for name in self._articles:
            self._blocks[_block(name)].add(name)
        self._dirty: set[_Block] = set()
        self._fresh: set[Name] = set()

    def add(self, uses: Iterable[NameUse]) -> None:
        """Take in an article by the names it uses."""
        self._count(uses, 1)

    def remove(self, uses: Iterable[NameUse]) -> None:
        """Forget an article; ``uses`` are those it was added with."""
        self._count(uses, -1)

    def _count(self, uses: Iterable[NameUse], step: int) -> None:
        names = set()
        for use in uses:
            names.add(use.name)
            if use.name.type == "organization" and use.surface.isupper() and use.surface != use.name.text:
                self._acronyms[use.surface][use.name.text] += step
                self._dirty.add(("organization", use.surface))
        for name in names:
            self._count_name(name, step)

    def _count_name(self, name: Name, step: int) -> None:
        block = _block(name)
        before = self._articles[name]
        self._articles[name] += step
        self._dirty.add(block)
        if (shouted := (name.type, name.text.upper())) in self._blocks:
            self._dirty.add(shouted)
        if before + step <= 0:
            del self._articles[name]
            self._blocks[block].discard(name)
        elif not before:
            self._blocks[block].add(name)
            self._fresh.add(name)

    def touch(self, entities: Iterable[str] | None = None) -> None:
        """Have the names settled anew that could mean ``entities`` (ids), or (None) all names."""
        if entities is None:
            self._dirty.update(self._blocks)
            return
        for entity in entities:
            kind, _, words = entity.partition(":")
            shouted = words.upper().replace("-", " ")
            self._dirty |= {_block(Name(type_of(entity), words.replace("-", " "))), (kind, shouted)}

    def settle(self, *, final: bool = True) -> dict[Name, EntityKey | None]:
        """Return whom each name means, for the names that changes since the last call can have touched.

        None is for a name that the reader has hidden. While much is being added, ``final=False`` lets every
        new name stand by itself for the time being: the next final call unites them.
        """
        settled: dict[Name, EntityKey | None] = {}
        if not final:
            for name in self._fresh:
                settled |= self._rulings.apply({name: key_of(*name)})
            self._fresh.clear()
            return settled
        for block in self._dirty:
            names = self._blocks.get(block, set())
            settled |= self._rulings.apply(self._settle(block, names))
        self._dirty.clear()
        self._fresh.clear()
        return settled

    def _settle(self, block: _Block, names: set[Name]) -> dict[Name, EntityKey]:
        if block[0] == "person":
            group = Group({name.text: self._articles[name] for name in names})
            return {Name("person", text): key_of("person", main) for text, main in group.mains().items()}
        return {name: self._plain(name) for name in names}

    def _plain(self, name: Name) -> EntityKey:
        long = self._acronyms.get(name.text) if name.type == "organization" else None
        meant = [text for text, count in long.items() if count > 0] if long else []
        return key_of(name.type, meant[0] if len(meant) == 1 else self._as_written(name))

    def _as_written(self, name: Name) -> str:
        """Return the spelling that most articles use of those that differ in capitals and signs alone."""
        alike = self._blocks.get((name.type, slug(name.text))) or {name}
        return min(alike, key=lambda other: (-self._articles[other], other.text)).text

    def articles(self) -> Mapping[Name, int]:
        """Return in how many articles each name stands."""
        return self._articles

    def acronyms(self) -> dict[tuple[str, str], int]:
        """Return how many articles use an acronym (first of the pair) for a name (second)."""
        return {
            (short, long): count
            for short, longs in self._acronyms.items()
            for long, count in longs.items()
            if count > 0
        }


@lru_cache(200_000)
def _block(name: Name) -> _Block:
    """Return the block of a name: names of different blocks are never one entity."""
    if name.type == "person":
        return "person", surname_key(parts(name.text)[-1])
    return name.type, name.text if name.text.isupper() else slug(name.text)
