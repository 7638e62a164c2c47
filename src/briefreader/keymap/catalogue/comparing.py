"""The commands that choose what is compared."""

from briefreader.keymap.command import Command

COMMANDS = (
    Command(
        "compare.mark",
        ("list", "article"),
        "Compare",
        "Mark for comparing; on a second article, compare the two",
        rank=45,
    ),
    Command(
        "compare.similar", ("list", "article"), "Compare with…", "Choose from the articles most like this one"
    ),
)
