"""The commands that work on every screen."""

from briefreader.keymap.command import Command

COMMANDS = (
    Command("app.help", ("global",), "Help", "Show every key, by place; type to search", rank=90, kept=True),
    Command("app.palette", ("global",), "Commands", "Run any command by its name", rank=46),
    Command(
        "app.close",
        ("global",),
        "Leave",
        "Close this screen or lone pane, undo a narrowing; else leave briefreader",
        rank=92,
        kept=True,
    ),
    Command("app.quit", ("global", "dialog"), "Quit at once", "Leave briefreader from anywhere"),
    Command(
        "app.back",
        ("global",),
        "Back",
        "Step back: end a search, undo a narrowing, return to the list",
        rank=91,
        kept=True,
    ),
    Command(
        "app.suspend", ("global", "dialog"), "Suspend", "Go back to the shell; fg brings the reader back"
    ),
    Command("app.redraw", ("global", "dialog"), "Redraw", "Paint the whole screen anew"),
    Command("app.theme", ("global",), "Theme", "Choose the colours"),
    Command("app.undo", ("global",), "Undo", "Undo the last step: mark, note, tag or mended name"),
    Command("app.redo", ("global",), "Redo", "Do again what was undone"),
    Command("go.notebook", ("global",), "Notebook", "Go to all notes and quotes, stars and tags"),
    Command("go.timeline", ("global",), "Timeline", "Go to the timeline of what is listed, a row per entity"),
    Command("go.together", ("global",), "Together", "Go to who is mentioned together with whom"),
    Command(
        "go.tour", ("list", "article", "sidebar"), "Tour", "Begin the tour of three steps, or end it for good"
    ),
    Command(
        "go.report", ("global",), "Import report", "Go to what the last import took in, and what it skipped"
    ),
)
