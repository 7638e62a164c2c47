"""Every setting of config.yaml: its default, what it means and what it may be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import Field, dataclass, field, fields
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Rule:
    """What a setting means, and what it may be.

    One of ``choices``, between ``low`` and ``high``, or a ``command`` whose program there is.
    """

    meaning: str
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    command: bool = False

    @property
    def may_be(self) -> str:
        """What values there are, for people; empty where any will do."""
        if self.low is not None and self.high is not None:
            return f"{self.low:g} to {self.high:g}"
        return ", ".join(self.choices)


def setting(
    default: Any,
    meaning: str,
    *,
    choices: tuple[str, ...] = (),
    low: float | None = None,
    high: float | None = None,
    command: bool = False,
) -> Any:
    """Declare a setting; its type is that of the default."""
    return field(default=default, metadata={"rule": Rule(meaning, choices, low, high, command)})


def written(value: object) -> str:
    """Return a value as one writes it into config.yaml."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "nothing"
    plain = isinstance(value, str) and re.fullmatch(r"[A-Za-z][\w./-]*", value)
    return str(value) if plain or not isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Look:
    """How the screen looks."""

    theme: str = setting(
        "auto", "the colours; auto takes what was chosen with T, else what suits the terminal"
    )
    unicode: str = setting(
        "auto", "signs and borders beyond ASCII; auto asks the locale", choices=("auto", "yes", "no")
    )


@dataclass(frozen=True, slots=True)
class Line:
    """How much is sent to the terminal."""

    lean: str = setting(
        "auto",
        "send little: no animation, few colours, no mouse, repaints sent together; auto is yes over SSH",
        choices=("auto", "yes", "no"),
    )
    mouse: str = setting(
        "auto",
        "let the mouse point and scroll (the terminal's own selection needs Shift then); auto is no where"
        " lean is yes",
        choices=("auto", "yes", "no"),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are set and read."""

    measure: int = setting(76, "longest line in cells, 0 for the width of the pane", low=0, high=400)
    spacing: int = setting(1, "empty lines between paragraphs", low=0, high=3)
    names: bool = setting(True, "mark the names of people, organisations and places in the text")
    preview: bool = setting(True, "show the article under the cursor of the list once it rests")
    mark_read: bool = setting(True, "mark an article as read when it is opened")


@dataclass(frozen=True, slots=True)
class Listing:
    """How the list of articles is shown at the start."""

    sort: Literal["date", "title", "source"] = setting(
        "date", "order of the list", choices=("date", "title", "source")
    )
    reverse: bool = setting(False, "turn the order round: oldest first, or from Z")
    update: bool = setting(True, "bring the collection up to date with its files at the start")
    watch: str = setting(
        "auto",
        "with update: take in new and changed files while the reader is open; poll looks for them every 15"
        " seconds instead of being told, as auto does on network file systems",
        choices=("auto", "poll", "no"),
    )


@dataclass(frozen=True, slots=True)
class Sidebar:
    """How the names are shown at the start."""

    scope: Literal["here", "listed", "all"] = setting(
        "here", "which names: in this article, in what is listed, in all", choices=("here", "listed", "all")
    )
    sort: Literal["count", "name", "first"] = setting(
        "count", "order within each kind", choices=("count", "name", "first")
    )


@dataclass(frozen=True, slots=True)
class Searching:
    """How search answers."""

    hits: int = setting(200, "how many hits get their line of text at once", low=1, high=5000)


@dataclass(frozen=True, slots=True)
class Keys:
    """How keys are read; which keys do what stands in keymap.yaml."""

    patience: float = setting(
        2.0,
        "seconds to wait for the next key of a chord or count; longer while a table of keys is shown",
        low=0.2,
        high=60.0,
    )


@dataclass(frozen=True, slots=True)
class Programs:
    """Programs that briefreader starts; empty takes the usual variable."""

    pager: str = setting("", "command to page through an article, else $PAGER, else less", command=True)
    editor: str = setting(
        "", "command to open an article's file, else $VISUAL, $EDITOR, else vi", command=True
    )
    browser: str = setting("", "command to open a web address, else $BROWSER", command=True)
    copy: str = setting(
        "", "command that takes what is copied on its standard input, else the terminal does", command=True
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force, by section."""

    look: Look = field(default_factory=Look)
    line: Line = field(default_factory=Line)
    reading: Reading = field(default_factory=Reading)
    list: Listing = field(default_factory=Listing)
    sidebar: Sidebar = field(default_factory=Sidebar)
    search: Searching = field(default_factory=Searching)
    keys: Keys = field(default_factory=Keys)
    programs: Programs = field(default_factory=Programs)


@dataclass(frozen=True, slots=True)
class Declared:
    """One setting as declared: "section.name", its default and its rule."""

    name: str
    default: Any
    rule: Rule


def sections() -> dict[str, type]:
    """Return the class of each section, by the section's name."""
    return {part.name: type(getattr(Settings(), part.name)) for part in fields(Settings)}


def declared() -> Iterator[Declared]:
    """Yield every setting, in the order of the manual."""
    for section, kind in sections().items():
        for part in fields(kind):
            yield Declared(f"{section}.{part.name}", part.default, _rule(part))


def _rule(part: Field[Any]) -> Rule:
    rule = part.metadata["rule"]
    assert isinstance(rule, Rule)  # noqa: S101 (setting() puts nothing else there)
    return rule
