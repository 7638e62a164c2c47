"""The commands on names: what is known of them, where they stand, and how they are corrected."""

from briefreader.keymap.command import Command, Context

_TEXT: tuple[Context, ...] = ("list", "article")

COMMANDS = (
    Command(
        "sidebar.about", ("sidebar",), "About", "What is known: other names, offices, who is near", rank=5
    ),
    Command(
        "sidebar.mentions", ("sidebar",), "In context", "List every mention with the words around it", rank=6
    ),
    Command(
        "sidebar.correct", ("sidebar",), "Correct", "Merge, split, rename, hide, or take that back", rank=7
    ),
    Command("sidebar.mark", ("sidebar",), "Mark", "Mark this name to be merged with another"),
    Command(
        "go.concordance",
        (*_TEXT, "sidebar"),
        "In context",
        "Concordance: all hits of what n steps through, or of words asked for",
    ),
    Command(
        "article.label", ("article",), "Labels", "Lay letters over what is in sight; type one to jump there"
    ),
    Command("article.name", ("article",), "Add a name", "Say that words of this article are a name"),
    Command("concordance.open", ("concordance",), "Go there", "Open the article at this place", rank=1),
    Command(
        "concordance.left", ("concordance",), "By left", "Sort by the words before, last word first", rank=2
    ),
    Command("concordance.right", ("concordance",), "By right", "Sort by the words after", rank=3),
    Command(
        "concordance.date",
        ("concordance",),
        "By date",
        "Sort by date, newest first; again, oldest first",
        rank=4,
    ),
    Command("concordance.source", ("concordance",), "By source", "Sort by source", rank=5),
    Command("concordance.filter", ("concordance",), "Filter", "Show only lines with these words", rank=6),
    Command("concordance.export", ("concordance",), "Export", "Write the lines shown to a file", rank=7),
)
