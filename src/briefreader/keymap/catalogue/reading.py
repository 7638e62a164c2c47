"""The commands of the reading pane: places in the text, how it is set, notes and quotes."""

from briefreader.keymap.command import Command, Context

_IN_TEXT: tuple[Context, ...] = ("list", "article")
STEPS = "search first ({search.open}), or choose a name ({pane.sidebar})"

COMMANDS = (
    Command(
        "match.next",
        _IN_TEXT,
        "Next hit",
        "To the next hit or mention of the chosen name, also in the next article",
        True,
        20,
        needs=STEPS,
    ),
    Command(
        "match.previous",
        _IN_TEXT,
        "Previous hit",
        "Go to the one before, also in the article before",
        True,
        44,
        needs=STEPS,
    ),
    Command("article.find", ("article",), "Find", "Find words in this article", rank=30),
    Command("article.next-paragraph", ("article",), "Next paragraph", "To the next paragraph", counted=True),
    Command(
        "article.previous-paragraph",
        ("article",),
        "Previous paragraph",
        "To the paragraph before",
        counted=True,
    ),
    Command("article.next-mention", ("article",), "Next name", "To the next name in the text", counted=True),
    Command("article.previous-mention", ("article",), "Previous name", "To the name before", counted=True),
    Command(
        "article.next-note", ("article",), "Next note", "To the next note or quote in the text", counted=True
    ),
    Command("article.folds", ("article",), "Folds", "Open or close what was folded away as page residue"),
    Command(
        "article.refold",
        ("article",),
        "Fold for good",
        "Fold a passage, or leave a fold open, also after the next import",
    ),
    Command(
        "article.correct",
        _IN_TEXT,
        "Correct article",
        "Correct the title, source, author, date, address or language",
    ),
    Command("article.where", ("article",), "Where am I", "Say how far down the article this is"),
    Command("article.wider", ("article",), "Longer lines", "Set the text wider"),
    Command("article.narrower", ("article",), "Shorter lines", "Set the text narrower"),
    Command("article.spacing", ("article",), "Spacing", "Change the space between paragraphs"),
    Command(
        "note.add",
        ("article",),
        "Note",
        "Write a note on what is selected, or on the current hit's sentence",
        rank=50,
    ),
    Command(
        "note.quote", ("article",), "Quote", "Collect the current hit's sentence or paragraph as a quote"
    ),
    Command("select.sentence", ("article",), "Select", "Select this sentence, then the next", counted=True),
    Command(
        "select.sentence-less",
        ("article",),
        "Select less",
        "Select a sentence less",
        counted=True,
        needs="select something first ({select.sentence})",
    ),
    Command("select.word", ("article",), "Select word", "Select this word, then the next", counted=True),
    Command(
        "select.word-less",
        ("article",),
        "Word less",
        "Select a word less",
        counted=True,
        needs="select something first ({select.word})",
    ),
    Command(
        "select.edge",
        ("article",),
        "Other end",
        "Move the other end of the selection",
        needs="select something first ({select.sentence})",
    ),
    Command(
        "jump.back",
        _IN_TEXT,
        "Back",
        "Back to where you were before the last jump",
        counted=True,
        needs="this is where you began",
    ),
    Command(
        "jump.forward",
        _IN_TEXT,
        "Forward",
        "Forward again in the jumps",
        counted=True,
        needs="go back first ({jump.back})",
    ),
)
