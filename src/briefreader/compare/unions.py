"""Sets that grow together: what was joined, directly or by way of others, has one root."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

Item = TypeVar("Item", bound=Any)


class Unions(Generic[Item]):
    """A disjoint-set forest (Galler and Fischer 1964); the least item of a set is its root."""

    def __init__(self) -> None:
        self._above: dict[Item, Item] = {}

    def root(self, item: Item) -> Item:
        """Return the least of all that ``item`` was joined with, itself included."""
        while (above := self._above.get(item, item)) != item:
            item = above
        return item

    def join(self, one: Item, other: Item) -> None:
        """Make the sets of two items one."""
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._above[high] = low
