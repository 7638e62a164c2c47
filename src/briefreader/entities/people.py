"""Which full names and bare surnames of one block are the same person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from briefreader.entities.gazetteer import GIVEN, SURNAME, gazetteer
from briefreader.entities.names import middle, parts, same_person, same_word, slug, sound_of

_DOMINANCE = 20


class Group:
    """The names of one block, each with the number of articles it stands in."""

    def __init__(self, articles: Mapping[str, int]) -> None:
        self._articles = articles
        self._parent: dict[str, str] = {name: name for name in articles}
        self._full = [name for name in articles if len(parts(name)) > 1]
        self._join_spellings()
        self._join_middles()

    def mains(self) -> dict[str, str]:
        """Return the name under which each name's bearer goes: the one in most articles."""
        clusters: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._full:
            clusters[self._find(name)].append(name)
        mains = {root: min(names, key=self._rank) for root, names in clusters.items()}
        result = {name: mains[self._find(name)] for name in self._full}
        for name in self._articles:
            if name not in result:
                result[name] = self._holder(name, clusters, mains) or name
        return result

    def _rank(self, name: str) -> tuple[int, int, str]:
        return -self._articles[name], -len(name), name

    def _find(self, name: str) -> str:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def _join(self, one: str, other: str) -> None:
        self._parent[max(self._find(one), self._find(other))] = min(self._find(one), self._find(other))

    def _join_spellings(self) -> None:
        """Join names that differ in spelling; one with an initial needs an only bearer."""
        plain = sorted(name for name in self._full if len(parts(name)[0].rstrip(".")) > 1)
        for one, other in self._alike(plain):
            if middle(one) == middle(other) and same_person(one, other):
                self._join(one, other)
        by_initial: defaultdict[str, list[str]] = defaultdict(list)
        for name in plain:
            by_initial[name[0]].append(name)
        for short in sorted(set(self._full).difference(plain)):
            fitting = [name for name in by_initial[short[0]] if same_person(short, name)]
            if fitting and len({self._find(name) for name in fitting}) == 1:
                self._join(short, fitting[0])

    @staticmethod
    def _alike(names: list[str]) -> Iterator[tuple[str, str]]:
        """Yield the pairs worth a closer look: one part is the same, the other sounds alike or is rare."""
        shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for name in names:
            words = parts(name)
            shared["first", words[0]].append(name)
            shared["last", words[-1]].append(name)
        for (part, _), group in shared.items():
            if len(group) < 2:
                continue
            at, listed = (-1, SURNAME) if part == "first" else (0, GIVEN)
            yield from _near_pairs(group, at, listed)

    def _join_middles(self) -> None:
        """Join "Donald John Trump" and "Donald Trump", unless several middle names contend."""
        if not any(map(middle, self._full)):
            return
        shapes: defaultdict[tuple[str, str], dict[tuple[str, ...], str]] = defaultdict(dict)
        for name in sorted(self._full):
            words = parts(name)
            shapes[slug(words[0]), slug(words[-1])].setdefault(middle(name), name)
        for by_middle in shapes.values():
            longer = [inner for inner in by_middle if inner]
            if () in by_middle and len(longer) == 1:
                self._join(by_middle[()], by_middle[longer[0]])

    def _holder(self, bare: str, clusters: Mapping[str, list[str]], mains: Mapping[str, str]) -> str | None:
        """Return the one bearer of a lone surname, or one outweighing all others twentyfold."""
        weights = sorted(self._weights(bare, clusters), reverse=True)
        if not weights:
            return None
        rest = sum(weight for weight, _ in weights[1:])
        return mains[weights[0][1]] if not rest or weights[0][0] >= _DOMINANCE * rest else None

    def _weights(self, bare: str, clusters: Mapping[str, list[str]]) -> Iterator[tuple[int, str]]:
        for root, names in clusters.items():
            if any(same_word(parts(name)[-1], bare, SURNAME) for name in names):
                yield sum(self._articles[name] for name in names), root


def _near_pairs(names: list[str], at: int, listed: int) -> Iterator[tuple[str, str]]:
    """Pair names whose part ``at`` sounds alike, and those where a part is not in the gazetteer's list."""
    flags = gazetteer().flags
    sounds: defaultdict[str, list[str]] = defaultdict(list)
    unlisted: list[str] = []
    for name in names:
        word = parts(name)[at]
        sounds[sound_of(word)].append(name)
        if not flags[word] & listed:
            unlisted.append(name)
    for group in sounds.values():
        yield from combinations(group, 2)
    for name in unlisted:
        initial = parts(name)[at][0]
        yield from ((name, other) for other in names if parts(other)[at][0] == initial and other != name)
