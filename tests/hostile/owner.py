"""A reader who attacks themselves or was handed files by somebody: notes, names, searches, settings."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from briefreader.errors import BriefreaderError
from briefreader.library import Library
from briefreader.model import Span
from tests.hostile.payloads import PAYLOADS, coded


def build_wreck(folder: Path) -> None:
    """Write files that cannot be read, with attacks in names and text, and settings of the folder."""
    folder.mkdir()
    for payload in PAYLOADS.values():
        name = payload.replace("/", "|").encode("utf-8", "surrogatepass").replace(b"\0", b"")
        path = Path(os.fsdecode(os.fsencode(folder) + b"/w " + name + b".json"))
        path.write_text(f'{{"title": "{payload}', encoding="utf-8", errors="surrogatepass")
    settings = "".join(f"{coded(payload)}: {coded(payload)}\n" for payload in PAYLOADS.values())
    (folder / "briefreader.yaml").write_text(settings, encoding="utf-8")


def fill(library: Library, config: Path) -> None:
    """Make notes, quotes, tags, saved searches, corrections, settings, keys and themes of the attacks."""
    infos = list(library.listing())
    for number, (name, payload) in enumerate(PAYLOADS.items()):
        article = infos[number].id
        library.marks.add_note(article, Span(0, 10), f"Note {payload} end")
        library.marks.add_note(article, Span(20, 60), "")
        library.searches.remember(f"marker {payload}")
        for attempt in (
            lambda article=article, payload=payload: library.marks.tag([article], f"t{payload}"),
            lambda name=name, payload=payload: library.searches.save(f"{name} {payload}", f"body {payload}"),
        ):
            with suppress(BriefreaderError):
                attempt()
    _correct(library)
    config.mkdir(parents=True, exist_ok=True)
    hostile = [coded(payload) for payload in PAYLOADS.values()]
    keys = "".join(f'"app.{each[1:]}: {each}\n' for each in hostile)
    (config / "keymap.yaml").write_text(keys, encoding="utf-8")
    looks = "".join(f"  {each}: {each}\n" for each in hostile)
    (config / "config.yaml").write_text(f"look:\n{looks}  theme: {hostile[0]}\n", encoding="utf-8")
    (config / "themes").mkdir(exist_ok=True)
    (config / "themes" / "\x1b[2J owned.yaml").write_text(f"accent: {hostile[1]}\n", encoding="utf-8")
    (config / "themes" / "\u202edenwo\x1b[4242m.yaml").write_text('accent: "#7b2d8b"\n', encoding="utf-8")


def _correct(library: Library) -> None:
    """Rename entities to attacks by hand, as in an entities.yaml that a colleague sent."""
    found = library.entities()
    lines = ["corrections:"]
    for entity, payload in zip(found, PAYLOADS.values(), strict=False):
        lines += [f"- rename: {coded(entity.id)}", f"  to: {coded(f'Entity {payload} name')}"]
    lines += [f"- {coded(payload)}: {coded(payload)}" for payload in PAYLOADS.values()]
    library.corrections.path.parent.mkdir(parents=True, exist_ok=True)
    library.corrections.path.write_text("\n".join(lines) + "\n", encoding="utf-8")
