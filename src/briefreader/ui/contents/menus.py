"""What the menus list: every command with its keys, for help and palette."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefreader.keymap import COMMANDS, CONTEXTS, Command, Context, Keymap, of_context, reachable, shown
from briefreader.ui.widgets.choice_list import Choice

_DAILY = "Every day"
_LINES = {"dialog", "search"}
"""Where a line is typed in: what is done there can be done nowhere else."""
EVERY_DAY = (
    *("list.open", "search.open", "match.next", "match.previous", "pane.next", "compare.mark"),
    *("pane.sidebar", "note.add", "app.back", "app.close"),
)


def keys_shown(keymap: Keymap, command: str, context: Context | None, *, ascii_only: bool) -> str:
    """Return the keys of a command as one reads them, two at most."""
    chords = keymap.chords(command, context)
    return "  ".join(shown(chord, ascii_only=ascii_only) for chord in chords[:2])


def help_choices(
    keymap: Keymap,
    here: Context,
    *,
    ascii_only: bool,
    known: Callable[[str], bool] = COMMANDS.__contains__,
) -> list[Choice[str]]:
    """List what is needed every day, then every command by place, the place one is in first.

    Of those that work everywhere, only what is ``known`` where one is: a screen on top cannot do them all.
    """
    daily = [
        Choice(
            c, COMMANDS[c].title, keys_shown(keymap, c, None, ascii_only=ascii_only), COMMANDS[c].help, _DAILY
        )
        for c in EVERY_DAY
    ]
    places = [here, *(place for place in CONTEXTS if place != here)]
    return daily + [
        Choice(
            command.id,
            command.title,
            lead=keys_shown(keymap, command.id, place, ascii_only=ascii_only),
            note=command.help,
            group=CONTEXTS[place],
        )
        for place in places
        for command in _by_rank(of_context(place))
        if place != "global" or known(command.id)
    ]


def palette_choices(
    keymap: Keymap, here: Context, possible: Callable[[str], bool], *, ascii_only: bool
) -> list[Choice[str]]:
    """List what can be done now by name: what has its keys here, then what has them in another pane."""
    near = [command for command in _by_rank(reachable(here)) if possible(command.id)]
    far = [
        command
        for command in _by_rank(COMMANDS.values())
        if command not in near and not _LINES.issuperset(command.contexts) and possible(command.id)
    ]
    return [
        *(_by_name(each, keys_shown(keymap, each.id, here, ascii_only=ascii_only)) for each in near),
        *(_by_name(each, "") for each in far),
    ]


def _by_name(command: Command, keys: str) -> Choice[str]:
    where = "" if keys else f" ({CONTEXTS[command.contexts[0]]})"
    return Choice(command.id, command.title, lead=keys, note=command.help + where)


def _by_rank(commands: Iterable[Command]) -> list[Command]:
    order = list(COMMANDS)
    return sorted(commands, key=lambda command: (command.rank or 1000, order.index(command.id)))
