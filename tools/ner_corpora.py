"""Readers of the gold data the recogniser is trained and tested on, brought to one scheme.

Every corpus comes out as documents: a text, and names as (start, end, type) in code points. The scheme is
that of the reader: no articles, titles or possessives within a name; nationalities are ``misc``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from briefreader.entities import gazetteer as lists
from briefreader.entities.gazetteer import gazetteer
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.offices import cut_offices
from briefreader.entities.rules import Found
from briefreader.model import EntityType

Sentence = tuple[list[str], list[str]]
TYPES: dict[str, EntityType] = {
    "PER": "person",
    "ORG": "organization",
    "LOC": "location",
    "MISC": "misc",
    "Person": "person",
    "Organisation": "organization",
    "Location": "location",
    "Nationality": "misc",
}
_SMALL = frozenset(
    ["of", "for", "and", "the", "de", "la", "du", "van", "von", "bin", "al", "&", "'", "-", "'s", "in", "on"]
)


class Gold(NamedTuple):
    """A document and the names in it; in a ``partial`` one some names are not marked."""

    text: str
    names: list[tuple[int, int, EntityType]]
    partial: bool = False


def ewt(folder: Path) -> list[Gold]:
    """UNER English EWT, dev and test: web text. It marks no ``misc``: nationalities are added."""
    files = sorted((folder / "ewt").glob("*.iob2"))
    return [
        _gold(document, fill_misc=True)
        for file in files
        for document in _columns(file, 1, 2, "\t", "# newdoc")
    ]


def wikigold(folder: Path) -> list[Gold]:
    """WikiGold: Wikipedia."""
    file = folder / "wikigold" / "wikigold.conll.txt"
    return [_gold(document) for document in _columns(file, 0, -1, None, "-DOCSTART-")]


def re3d(folder: Path) -> list[Gold]:
    """re3d: news and reports on Syria and Iraq. It marks common nouns too; only their proper part is kept."""
    gold = []
    for part in ("train", "test"):
        sentences = next(_columns(folder / "re3d" / f"re3d-{part}.conll", 0, -1, "\t", "-DOCSTART-"))
        gold += [_gold(sentences[at : at + 20], fill_misc=True) for at in range(0, len(sentences), 20)]
    return gold


def redocred(folder: Path) -> list[Gold]:
    """Re-DocRED, dev and test: Wikipedia. It marks most names, not all."""
    gold = []
    for part in ("dev", "test"):
        for entry in json.loads((folder / "redocred" / f"{part}_revised.json").read_text("utf-8")):
            gold.append(_gold(list(_redocred_sentences(entry)), fill_misc=True)._replace(partial=True))
    return gold


CORPORA: dict[str, Callable[[Path], list[Gold]]] = {
    "ewt": ewt,
    "wikigold": wikigold,
    "re3d": re3d,
    "redocred": redocred,
}


def _redocred_sentences(entry: dict[str, Any]) -> Iterator[Sentence]:
    marks = [["O"] * len(words) for words in entry["sents"]]
    for vertex in entry["vertexSet"]:
        for mention in vertex:
            first, last = mention["pos"]
            row = marks[mention["sent_id"]]
            if mention["type"] in TYPES and all(label == "O" for label in row[first:last]):
                row[first:last] = [f"B-{mention['type']}", *[f"I-{mention['type']}"] * (last - first - 1)]
    yield from zip(entry["sents"], marks, strict=True)


def _columns(path: Path, word: int, label: int, cut: str | None, opener: str) -> Iterator[list[Sentence]]:
    """Yield the documents of a file with a word a line; ``opener`` begins a line that begins a document."""
    document: list[Sentence] = []
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        starts = line.startswith(opener)
        cells = line.split(cut)
        if starts or not line.strip():
            if words:
                document.append((words, labels))
                words, labels = [], []
            if starts and document:
                yield document
                document = []
        elif not (cut and line.startswith("# ")) and len(cells) > 1:
            words.append(cells[word])
            labels.append(cells[label])
    if document:
        yield document


def _gold(sentences: list[Sentence], *, fill_misc: bool = False) -> Gold:
    """Lay sentences out as text, a paragraph each, and bring their names to the scheme."""
    parts: list[str] = []
    names: list[tuple[int, int, EntityType]] = []
    at = 0
    for words, labels in sentences:
        starts = [at + sum(len(word) + 1 for word in words[:place]) for place in range(len(words))]
        found = [each for each in (_to_scheme(words, *span) for span in _spans(labels)) if each]
        kept = cut_offices(words, found)
        if fill_misc:
            kept += list(_nationalities(words, kept))
        names += [
            (starts[first], starts[last - 1] + len(words[last - 1]), kind) for first, last, kind in kept
        ]
        parts.append(" ".join(words))
        at += len(parts[-1]) + 2
    return Gold("\n\n".join(parts), sorted(names))


def _spans(labels: list[str]) -> Iterator[tuple[int, int, EntityType]]:
    """Yield names from IOB1 or IOB2 labels."""
    start, kind = -1, ""
    for at, label in enumerate([*labels, "O"]):
        tag, _, name = label.partition("-")
        if start >= 0 and (tag != "I" or name != kind):
            if kind in TYPES:
                yield start, at, TYPES[kind]
            start = -1
        if tag in ("B", "I") and start < 0:
            start, kind = at, name


def _to_scheme(words: list[str], first: int, last: int, kind: EntityType) -> Found | None:
    """Cut a name to its proper part and mend its type where the corpora disagree; None if nothing is left."""
    first, last = _proper_part(words, first, last)
    while kind == "person" and last - first > 1 and words[first].lower().rstrip(".") in lexicon("title"):
        first += 1
    if first >= last or (
        kind == "person" and words[first] in ("I", "He", "She", "We", "They", "It", "His", "Her")
    ):
        return None
    text = " ".join(words[first:last])
    flags = gazetteer().flags[text]
    if flags & lists.COUNTRY:
        return Found(first, last, "location")
    if flags & lists.DEMONYM and kind in ("location", "misc", "organization"):
        return Found(first, last, "misc")
    return Found(first, last, kind)


def _proper_part(words: list[str], first: int, last: int) -> tuple[int, int]:
    """Drop articles and lower-case words from the edges, and possessives from the end."""
    while first < last and (
        words[first].lower() in ("the", "a", "an") or not re.match(r"[\W\d]*[^\W\d_]", words[first])
    ):
        first += 1
    while last > first and (words[last - 1] in ("'s", "’s", "'", "’") or words[last - 1] in _SMALL):
        last -= 1
    capital = [any(letter.isupper() for letter in word) for word in words[first:last]]
    if not any(capital):
        return first, first
    while not capital[0] and not (len(capital) > 1 and words[first] in _SMALL | {"al", "bin", "von", "van"}):
        capital.pop(0)
        first += 1
    while not capital[-1] and not words[last - 1][0].isdigit():
        capital.pop()
        last -= 1
    return first, last


def _nationalities(words: list[str], kept: list[Found]) -> Iterator[Found]:
    taken = {at for first, last, _ in kept for at in range(first, last)}
    flags = gazetteer().flags
    for at, word in enumerate(words):
        if at not in taken and flags[word] & lists.DEMONYM and not flags[word] & lists.GIVEN:
            yield Found(at, at + 1, "misc")
