"""The commands that choose what is compared, and those of the compare screen."""

from briefreader.keymap.command import Command, Context

_HERE: tuple[Context, ...] = ("compare",)

COMMANDS = (
    Command(
        "compare.mark",
        ("list", "article", "sidebar"),
        "Compare",
        "In the list, mark, then compare with another; while reading, choose one",
        rank=45,
    ),
    Command(
        "compare.similar",
        ("list", "article", "sidebar"),
        "Compare with…",
        "Choose from the articles most like this one",
    ),
    Command(
        "go.stories", ("global",), "Stories", "Go to the collection by story: who was first, who repeats whom"
    ),
    Command(
        "stories.compare",
        ("view",),
        "Compare",
        "Among stories: set beside its copy, what it repeats, or the first",
        rank=2,
    ),
    Command(
        "stories.variants",
        ("view",),
        "Variants",
        "Among stories: list the texts that are nearly the same, or fold them",
        rank=3,
    ),
    Command(
        "claims.add",
        ("view",),
        "Add an account",
        "Among claims: choose a further article, up to as many as there are",
        rank=2,
    ),
    Command(
        "claims.note", ("view",), "Note on the claim", "Among claims: write a note in each account", rank=3
    ),
    Command("claims.export", ("view",), "Export", "Among claims: write the comparison to a file", rank=4),
    Command("compare.next", _HERE, "Next link", "Go to the next linked pair", counted=True, rank=1),
    Command("compare.previous", _HERE, "Link before", "Go to the linked pair before", counted=True, rank=6),
    Command(
        "compare.tier",
        _HERE,
        "Which links",
        "Step through all links, only sure ones, or word for word",
        rank=5,
    ),
    Command(
        "compare.counterpart", _HERE, "Counterpart", "Go to the counterpart, or to a fact's place", rank=6
    ),
    Command("compare.another", _HERE, "Another one", "Go to another counterpart of the same passage"),
    Command(
        "compare.side", _HERE, "Other side", "Go to the other article, or from the facts to the text", rank=7
    ),
    Command("compare.facts", _HERE, "Facts", "Show the facts: what each article gives, row by row", rank=4),
    Command(
        "compare.fold",
        _HERE,
        "Fold the rest",
        "Fold passages for which no match was found, or open them",
        rank=8,
    ),
    Command("compare.lock", _HERE, "Lock", "Scroll both articles together, or each by itself"),
    Command("compare.swap", _HERE, "Swap", "Change the sides"),
    Command("compare.change", _HERE, "Compare with…", "Choose another article for the other side", rank=9),
    Command(
        "compare.third", _HERE, "Add an account", "Choose a further article and show which claim stands where"
    ),
    Command("compare.names", _HERE, "Who is named", "List who is named in both articles or in one"),
    Command(
        "compare.note",
        _HERE,
        "Note",
        "Write a note on both passages of the link, or on the sentences of a fact",
        rank=2,
        needs="go to a link ({compare.next}) or to a fact ({compare.facts}) first",
    ),
    Command("compare.export", _HERE, "Export", "Write the comparison to a file, .md or .json", rank=3),
    Command(
        "compare.read", _HERE, "Read here", "Open the article at this passage in the reading pane", rank=10
    ),
)
