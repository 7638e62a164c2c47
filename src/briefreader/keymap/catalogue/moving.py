"""The commands that move the cursor of a list or the lines of a text."""

from briefreader.keymap.command import Command, Context

_ROWS: tuple[Context, ...] = ("list", "sidebar", "search", "notebook", "concordance", "view", "dialog")
_ALL: tuple[Context, ...] = (*_ROWS, "article", "compare")
_TALL: tuple[Context, ...] = ("list", "article", "sidebar", "compare", "notebook", "concordance", "view")

COMMANDS = (
    Command("move.down", _ALL, "Down", "Down a row or a line", counted=True),
    Command("move.up", _ALL, "Up", "Up a row or a line", counted=True),
    Command("move.page-down", _ALL, "Page down", "Down a page", counted=True),
    Command("move.page-up", _ALL, "Page up", "Up a page", counted=True),
    Command("move.half-down", _TALL, "Half a page down", "Down half a page", counted=True),
    Command("move.half-up", _TALL, "Half a page up", "Up half a page", counted=True),
    Command("move.top", _ALL, "Top", "To the first row or line; with a count, to that one", counted=True),
    Command(
        "move.bottom", _ALL, "Bottom", "To the last row or line; with a count, to that one", counted=True
    ),
    Command(
        "move.percent",
        ("list", "article"),
        "Percent",
        "To the place that lies a count of percent down",
        counted=True,
    ),
)
