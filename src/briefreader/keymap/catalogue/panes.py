"""The commands that arrange the screen."""

from briefreader.keymap.command import Command, Context

_PANES: tuple[Context, ...] = ("list", "article", "sidebar")

COMMANDS = (
    Command("pane.next", _PANES, "Next pane", "Go to the next pane", rank=60),
    Command("pane.previous", _PANES, "Previous pane", "Go to the pane before"),
    Command(
        "pane.left", _PANES, "Pane to the left", "Go to the pane on the left", needs="this is the first pane"
    ),
    Command(
        "pane.right",
        _PANES,
        "Pane to the right",
        "Go to the pane on the right",
        needs="this is the last pane",
    ),
    Command("pane.sidebar", _PANES, "Names", "Show or hide the names", rank=55),
    Command("pane.list", _PANES, "Hide list", "Show or hide the list"),
    Command("pane.zoom", _PANES, "Zoom", "Give this pane the whole screen, or share it again"),
    Command("pane.grow", _PANES, "Wider pane", "Make this pane wider", counted=True),
    Command("pane.shrink", _PANES, "Narrower pane", "Make this pane narrower", counted=True),
    Command("pane.reset", _PANES, "Reset panes", "Arrange the panes as they were at first"),
)
