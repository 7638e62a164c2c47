"""What a command is: one declaration that footer, help, palette, `briefreader keys` and the manual read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Context = Literal[
    "global", "list", "article", "sidebar", "search", "compare", "notebook", "concordance", "view", "dialog"
]

CONTEXTS: dict[Context, str] = {
    "global": "Everywhere",
    "list": "Article list",
    "article": "Reading pane",
    "sidebar": "Entities",
    "search": "Search bar",
    "compare": "Compare",
    "notebook": "Notebook",
    "concordance": "Concordance",
    "view": "Timeline, report and other views",
    "dialog": "Dialogs and menus",
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something a reader can do.

    ``id`` is what keymap.yaml names; ``contexts`` are the places where its keys work ("global": all but
    dialogs; those of few work there too, and name both); ``title`` fits a footer, ``help`` is one line.
    ``counted`` commands take the number typed before their key; those with a ``rank`` appear in the footer,
    lower first, the highest dropped first where room is short, but for those ``kept``. ``needs`` says what to
    do where the command can do nothing; a command's id in braces stands for its key.
    """

    id: str
    contexts: tuple[Context, ...]
    title: str
    help: str
    counted: bool = False
    rank: int | None = None
    kept: bool = False
    needs: str = ""


def typed(context: Context, key: str) -> bool:
    """Tell whether a key is text in a context, as letters are in the search bar, and so no command."""
    return context in ("search", "dialog") and (len(key) == 1 or key == "space")
