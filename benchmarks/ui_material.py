"""What the screen is measured on: a collection of any size, an article of 20,000 words, a home of its own."""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

_COMMON = "the of a to in on and with for by at after before from as an or that"
_SMALL = _COMMON.split()
_SYLLABLES = [first + second for first in "bcdfghklmnprstvw" for second in ("a", "el", "i", "on", "ur")]
_RARE = [one + two for one in _SYLLABLES for two in _SYLLABLES]
"""6,400 made-up words, so that articles are as unlike one another as articles are."""
_NAMES = ("Ada Quill", "Oren Maddox", "Lisbet Karr", "Tomas Wend", "Geneva", "Vienna", "Port Union")
_OUTLETS = ("Heron Post", "The Tarn", "Vostrova Line", "Quay Gazette")


def options(told: str | None, *, articles: int, folder: str) -> argparse.Namespace:
    """Return ``articles`` and ``folder`` as the call names them; the usual folder lies among temporary files.

    ``told`` is what ``--help`` says of the benchmark.
    """
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=articles)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / folder)
    return parser.parse_args()


def living_in(home: Path) -> dict[str, str]:
    """Return the variables that make a program write into ``home`` and read nothing of the user's."""
    places = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("cache", "config", "data", "state")}
    return {**places, "HOME": str(home)}


def sentence(chance: random.Random) -> str:
    """Return a sentence of no meaning, a name in every third."""
    words = [_word(chance) for _ in range(chance.randint(7, 16))]
    if chance.random() < 0.35:
        words.insert(chance.randrange(len(words)), chance.choice(_NAMES))
    line = " ".join(words)
    return f"{line[0].upper()}{line[1:]}."


def _word(chance: random.Random) -> str:
    """Return a small word, or another: a few of these are common and most are rare, after Zipf."""
    return chance.choice(_SMALL) if chance.random() < 0.4 else _RARE[int(len(_RARE) ** chance.random()) - 1]


def text(words: int, chance: random.Random) -> str:
    """Return paragraphs of about so many words."""
    paragraphs, count = [], 0
    while count < words:
        paragraph = " ".join(sentence(chance) for _ in range(chance.randint(2, 6)))
        count += paragraph.count(" ") + 1
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)


def records(count: int) -> Iterator[dict[str, str]]:
    """Yield ``count`` short articles of four outlets over three years, and a long one that is the latest."""
    chance = random.Random(11)
    yield {
        "id": "long",
        "title": "A long report",
        "source": "Heron Post",
        "date": "2022-12-31",
        "text": text(5_000, chance),
    }
    for number in range(count - 1):
        day = f"{2020 + number % 3}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        yield {
            "id": str(number),
            "title": sentence(chance)[:70].rstrip(". "),
            "source": chance.choice(_OUTLETS),
            "date": day,
            "text": text(60, chance),
        }


def write_collection(folder: Path, count: int) -> Path:
    """Write a collection of ``count`` articles in one JSON Lines file, unless it is there."""
    path = folder / f"articles-{count}.jsonl"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in records(count))
    return path
