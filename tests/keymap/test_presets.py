"""What the hands of other programs do without thinking does here what they mean."""

import pytest

from briefreader.keymap import Context, KeyReader, NotMine, Waiting, load_keymap
from briefreader.keymap.keys import parse

HANDS = {
    "less": {
        "move.page-down": ["space", "f", "ctrl+f", "ctrl+v"],
        "move.page-up": ["b", "ctrl+b", "alt+v"],
        "move.half-down": ["d", "ctrl+d"],
        "move.half-up": ["u", "ctrl+u"],
        "move.down": ["j", "e", "ctrl+n", "ctrl+e"],
        "move.up": ["k", "y", "ctrl+p", "ctrl+y"],
        "move.top": ["g", "<", "home"],
        "move.bottom": ["G", ">", "end"],
        "move.percent": ["%", "p"],
        "app.help": ["h", "H"],
        "app.close": ["q", ": q"],
        "app.quit": ["Q", "Z Z"],
        "article.next": [": n"],
        "article.previous": [": p"],
        "article.where": ["=", "ctrl+g"],
        "article.find": ["&"],
        "search.open": ["/"],
        "match.next": ["n"],
        "match.previous": ["N"],
        "open.editor": ["v"],
        "open.pipe": ["|"],
        "app.redraw": ["ctrl+l", "R"],
    },
    "vim": {
        "move.down": ["j", "ctrl+e", "ctrl+n"],
        "move.up": ["k", "ctrl+y", "ctrl+p"],
        "move.page-down": ["ctrl+f"],
        "move.page-up": ["ctrl+b"],
        "move.half-down": ["ctrl+d"],
        "move.half-up": ["ctrl+u"],
        "move.top": ["g g"],
        "move.bottom": ["G"],
        "article.next-paragraph": ["}"],
        "article.previous-paragraph": ["{"],
        "article.folds": ["z a", "z i"],
        "article.refold": ["z f"],
        "article.open-folds": ["z R"],
        "article.close-folds": ["z M"],
        "article.follow": ["z o", "z c"],
        "article.where": ["ctrl+g"],
        "article.next-note": ["'"],
        "article.next-mention": ["*"],
        "article.previous-mention": ["#"],
        "note.quote": ["m m"],
        "find.next": ["ctrl+g"],
        "find.previous": ["ctrl+t"],
        "select.word": ["v"],
        "select.sentence": ["V"],
        "copy.passage": ["y y"],
        "open.browser": ["g x"],
        "jump.back": ["ctrl+o"],
        "app.undo": ["u"],
        "app.redo": ["ctrl+r"],
        "app.palette": [":"],
        "app.quit": ["Z Z"],
        "pane.next": ["ctrl+w w", "ctrl+w ctrl+w"],
        "pane.zoom": ["ctrl+w o"],
        "pane.reset": ["ctrl+w ="],
    },
    "emacs": {
        "move.down": ["ctrl+n"],
        "move.up": ["ctrl+p"],
        "move.page-down": ["ctrl+v"],
        "move.page-up": ["alt+v"],
        "move.top": ["<"],
        "move.bottom": [">"],
        "article.find": ["ctrl+s"],
        "find.next": ["ctrl+s"],
        "find.previous": ["ctrl+r"],
        "match.previous": ["ctrl+r"],
        "app.back": ["ctrl+g"],
        "app.undo": ["ctrl+/", "ctrl+_", "ctrl+x u"],
        "app.palette": ["alt+x"],
        "app.close": ["ctrl+x k"],
        "app.quit": ["ctrl+x ctrl+c"],
        "pane.next": ["ctrl+x o"],
        "pane.zoom": ["ctrl+x 1"],
        "pane.reset": ["ctrl+x +"],
        "copy.passage": ["alt+w", "ctrl+w"],
        "search.open": ["ctrl+x ctrl+f"],
        "export.articles": ["ctrl+x ctrl+w"],
        "select.edge": ["ctrl+x ctrl+x"],
        "go.notebook": ["ctrl+x r l"],
    },
}
PLACES: tuple[Context, ...] = ("article", "list", "search")


@pytest.mark.parametrize("preset", HANDS)
def test_fingers_find_what_they_know(preset: str) -> None:
    keymap = load_keymap(preset=preset)
    tables = [keymap.table(place) for place in PLACES]
    wrong = [
        (key, command)
        for command, keys in HANDS[preset].items()
        for key in keys
        if not any(table.get(parse(key)) == command for table in tables)
    ]
    assert wrong == []


def test_a_letter_behind_m_writes_no_note_for_hands_that_know_vim() -> None:
    keys = KeyReader(load_keymap(preset="vim"))
    assert isinstance(keys.press("article", "m"), Waiting)
    assert keys.press("article", "a") == NotMine(("m",))
