"""Write the tables of docs/keys.md and docs/settings.md from what the program declares.

Run it as ``python -m tools.write_manual``; a test holds that the pages are up to date.
"""

from __future__ import annotations

from pathlib import Path

from briefreader.keymap import COMMANDS, CONTEXTS, PRESETS, Command, Context, Keymap, load_keymap, spelt
from briefreader.keymap.keys import Chord
from briefreader.settings import Declared, declared, written
from briefreader.settings.schema import sections

DOCS = Path(__file__).parents[1] / "docs"
BEGIN = "<!-- tables: written by tools/write_manual.py -->\n"
END = "<!-- end of tables -->\n"


def keys_page() -> str:
    """Return docs/keys.md with its tables written anew."""
    keymap = load_keymap()
    parts = []
    for context, title in CONTEXTS.items():
        commands = [command for command in COMMANDS.values() if command.contexts[0] == context]
        if commands:
            rows = [_key_row(keymap, command, context) for command in commands]
            head = ["| keys | command | what it does | also in |", "|---|---|---|---|"]
            parts.append(f"### {title}\n\n" + "\n".join(head + rows) + "\n")
    return _filled("keys.md", "\n".join([*parts, _presets(keymap)]))


def settings_page() -> str:
    """Return docs/settings.md with its tables written anew."""
    parts = []
    for section, kind in sections().items():
        rows = [_setting_row(each) for each in declared() if each.name.startswith(section + ".")]
        head = ["| setting | default | what it means |", "|---|---|---|"]
        parts.append(f"### {section}\n\n{kind.__doc__}\n\n" + "\n".join(head + rows) + "\n")
    return _filled("settings.md", "\n".join(parts))


def _filled(name: str, tables: str) -> str:
    before, _, rest = (DOCS / name).read_text(encoding="utf-8").partition(BEGIN)
    return before + BEGIN + "\n" + tables + "\n" + END + rest.partition(END)[2]


def _key_row(keymap: Keymap, command: Command, context: Context) -> str:
    others = ", ".join(place for place in command.contexts if place != context)
    does = ("*n* " if command.counted else "") + command.help
    return f"| {_keys(keymap.chords(command.id))} | `{command.id}` | {does} | {others} |"


def _keys(chords: tuple[Chord, ...]) -> str:
    return ", ".join(f"`{spelt(chord)}`" for chord in chords).replace("|", "\\|") or "–"


def _presets(default: Keymap) -> str:
    keymaps = {name: load_keymap(preset=name) for name in PRESETS}
    rows = ["| command | " + " | ".join(PRESETS) + " |", "|---" * (len(PRESETS) + 1) + "|"]
    for command in COMMANDS:
        chords = [keymap.chords(command) for keymap in keymaps.values()]
        if any(each != default.chords(command) for each in chords):
            rows.append(f"| `{command}` | " + " | ".join(_keys(each) for each in chords) + " |")
    return "### Presets, where they differ\n\n" + "\n".join(rows) + "\n"


def _setting_row(each: Declared) -> str:
    may = f" ({each.rule.may_be})" if each.rule.may_be else ""
    return f"| `{each.name}` | `{written(each.default)}` | {each.rule.meaning}{may} |"


def main() -> None:
    """Write both pages."""
    (DOCS / "keys.md").write_text(keys_page(), encoding="utf-8")
    (DOCS / "settings.md").write_text(settings_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
