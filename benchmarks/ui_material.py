"""What the screen is measured on: a collection of any size, and one article of 20,000 words."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

_SPOKEN = """the of a to in envoy harbour treaty council minister spoke talks said gas wheat border report on
and vote agreed after before week session draft paper river bridge port grain winter statement"""
_WORDS = _SPOKEN.split()
_NAMES = ("Ada Quill", "Oren Maddox", "Lisbet Karr", "Tomas Wend", "Geneva", "Vienna", "Port Union")
_OUTLETS = ("Heron Post", "The Tarn", "Vostrova Line", "Quay Gazette")


def sentence(chance: random.Random) -> str:
    """Return a sentence of no meaning, a name in every third."""
    words = chance.choices(_WORDS, k=chance.randint(7, 16))
    if chance.random() < 0.35:
        words.insert(chance.randrange(len(words)), chance.choice(_NAMES))
    return " ".join(words).capitalize() + "."


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
