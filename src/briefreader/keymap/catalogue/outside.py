"""The commands that take text out of the reader or an article to another program."""

from briefreader.keymap.command import Command, Context

_TEXT: tuple[Context, ...] = ("list", "article")

COMMANDS = (
    Command("copy.text", _TEXT, "Copy article", "Copy the article's text to the clipboard"),
    Command(
        "copy.passage", ("article",), "Copy passage", "Copy the current hit's paragraph to the clipboard"
    ),
    Command("copy.citation", _TEXT, "Copy citation", "Copy author, title, source and date to the clipboard"),
    Command("copy.path", _TEXT, "Copy path", "Copy the file's path to the clipboard"),
    Command("copy.url", _TEXT, "Copy address", "Copy the article's web address to the clipboard"),
    Command("open.pager", _TEXT, "In pager", "Read the article in $PAGER"),
    Command("open.editor", _TEXT, "In editor", "Open the article's file in $EDITOR"),
    Command("open.browser", _TEXT, "In browser", "Open the article's web address in $BROWSER"),
    Command("open.pipe", _TEXT, "Pipe", "Send the article's text to a command of yours"),
    Command("export.articles", _TEXT, "Export", "Write the selected articles, or this one, to a file"),
)
