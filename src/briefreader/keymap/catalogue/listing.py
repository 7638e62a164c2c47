"""The commands of the article list: opening, sorting, filtering, selecting, marking."""

from briefreader.keymap.command import Command

COMMANDS = (
    Command("list.open", ("list",), "Read", "Open the article, at its first hit if there is one", rank=10),
    Command(
        "list.sort", ("list",), "Sort", "Sort by date, title or source, by relevance in a search", rank=40
    ),
    Command("list.group", ("list",), "Group", "Group the list by day, by source, by story, or not at all"),
    Command("list.next-group", ("list",), "Next heading", "To the next heading of the list", counted=True),
    Command("list.previous-group", ("list",), "Heading before", "To the heading before", counted=True),
    Command("list.reverse", ("list",), "Reverse", "Turn the order of the list round"),
    Command(
        "list.filter", ("list",), "Filter", "Narrow the list by typing part of a title, source or author"
    ),
    Command(
        "list.select",
        ("list",),
        "Select",
        "Select the article, or let go of it, and go down",
        counted=True,
    ),
    Command("list.select-all", ("list",), "Select all", "Select every article listed, or none"),
    Command("list.invert", ("list",), "Invert", "Select what is not selected, and let go of what is"),
    Command(
        "article.next",
        ("list", "article", "sidebar"),
        "Next article",
        "Open the next article of the list",
        counted=True,
    ),
    Command(
        "article.previous",
        ("list", "article", "sidebar"),
        "Previous article",
        "Open the article before",
        counted=True,
    ),
    Command("mark.read", ("list", "article"), "Read/unread", "Mark as read, or as unread again"),
    Command("mark.star", ("list", "article"), "Star", "Star, or take the star away"),
    Command("mark.tag", ("list", "article"), "Tag", "Give the articles a tag; -tag takes it away"),
)
