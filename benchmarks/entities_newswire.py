"""Gold for news in the manner of agencies, written for this project: ``data/newswire.txt`` read to documents.

Usage: python -m benchmarks.entities_newswire [--errors] judges the shipped recogniser on it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tools.ner_corpora import Gold

from benchmarks.entities_scores import Score
from briefreader.entities import default_recognizer
from briefreader.model import EntityType

_FILE = Path(__file__).parent / "data" / "newswire.txt"
_NAME = re.compile(r"\{([POLM]) ([^}]+)\}")
_TYPES: dict[str, EntityType] = {"P": "person", "O": "organization", "L": "location", "M": "misc"}


def newswire() -> list[Gold]:
    """Return the articles of the file, each with its names."""
    lines = _FILE.read_text("utf-8").split("\n")
    text = "\n".join(line for line in lines if not line.startswith("#"))
    return [_article(part.strip()) for part in text.split("\n==\n")]


def _article(marked: str) -> Gold:
    text, at = "", 0
    names: list[tuple[int, int, EntityType]] = []
    for match in _NAME.finditer(marked):
        text += marked[at : match.start()]
        names.append((len(text), len(text) + len(match[2]), _TYPES[match[1]]))
        text += match[2]
        at = match.end()
    return Gold(text + marked[at:], names)


def main() -> None:
    """Print the score of the shipped recogniser and, where asked, each name it got wrong."""
    recognizer, total = default_recognizer(), Score()
    for document in newswire():
        found = [(each.start, each.end, each.type) for each in recognizer.find(document.text)]
        total.add(document.names, found)
        if "--errors" in sys.argv:
            _print_errors(document, set(found))
    print(total)


def _print_errors(document: Gold, found: set[tuple[int, int, EntityType]]) -> None:
    gold = set(document.names)
    for start, end, kind in sorted(gold ^ found):
        sign = "missed" if (start, end, kind) in gold else "wrong "
        around = document.text[max(0, start - 30) : end + 20]
        print(f"{sign} {kind[:3]} {document.text[start:end]!r}: …{around!r}")


if __name__ == "__main__":
    main()
