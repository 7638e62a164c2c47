"""The commands of the notebook and of the views."""

from briefreader.keymap.command import Command

COMMANDS = (
    Command("notebook.open", ("notebook",), "Go there", "Open the article at this note", rank=1),
    Command("notebook.edit", ("notebook",), "Edit", "Change what this note says", rank=2),
    Command("notebook.delete", ("notebook",), "Delete", "Remove this note; undo brings it back", rank=3),
    Command("notebook.filter", ("notebook",), "Filter", "Show only notes with these words", rank=4),
    Command("notebook.export", ("notebook",), "Export", "Write all notes shown to a file", rank=5),
    Command(
        "timeline.step",
        ("view",),
        "Day/week/month",
        "In the timeline: count by day, by week, by month, or as fits",
        rank=2,
    ),
    Command(
        "timeline.filter",
        ("view",),
        "Choose rows",
        "In the timeline: a row for each name or source with the words typed",
        rank=3,
    ),
    Command("view.open", ("view",), "Go there", "List what this line counts", rank=1),
)
