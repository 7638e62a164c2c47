"""Where the reader of a collection left off: the article, the order and the grouping of the list."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from briefreader.settings.schema import Listing as ListSettings
from briefreader.ui.contents.scope import GROUPINGS, ORDERS, Grouping, Scope
from briefreader.ui.remembered import recall, remember

if TYPE_CHECKING:
    from briefreader.library import Sort
    from briefreader.settings import Settings

KEPT_AS = "left"


@dataclass(frozen=True, slots=True)
class LeftOff:
    """``article`` is an id, empty where there was none; the other three are as in a :class:`Scope`."""

    article: str = ""
    order: Sort = "date"
    reversed: bool = False
    group: Grouping = ""

    @classmethod
    def of(cls, collection: str, settings: Settings) -> LeftOff:
        """Return where a collection was left, by its key.

        An order that config.yaml names, other than the usual one, goes before the one kept.
        """
        kept = _understood(recall(KEPT_AS).get(collection))
        wanted, usual = settings.list, ListSettings()
        if "order" not in kept or (wanted.sort, wanted.reverse) != (usual.sort, usual.reverse):
            kept |= {"order": wanted.sort, "reversed": wanted.reverse}
        return cls(**kept)

    def keep(self, collection: str) -> None:
        """Remember this for the next start."""
        remember(KEPT_AS, collection, asdict(self))

    @property
    def scope(self) -> Scope:
        """What is listed first: in the order kept; headings come once the list is there."""
        return Scope(order=self.order, reversed=self.reversed)


def _understood(data: object) -> dict[str, Any]:
    """Return what makes sense of remembered data: all of it or nothing."""
    match data:
        case {"article": str(article), "order": order, "reversed": bool(back), "group": group} if (
            order in ORDERS and group in GROUPINGS
        ):
            return {"article": article, "order": order, "reversed": back, "group": group}
    return {}
