"""Train the recogniser's weights from the gold data in a folder.

Usage: python -m tools.train_recognizer DATA [--without CORPUS ...] [--out FILE]. DATA holds ``ewt``,
``wikigold`` and ``redocred``. Same data in, same weights out: nothing here is random.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from briefreader.entities.features import stretches
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.tokens import Document, read
from tools.ner_corpora import CORPORA, Gold
from tools.ner_variants import Names, renamed, tables, with_dateline

TARGET = Path(__file__).parents[1] / "src" / "briefreader" / "entities" / "data" / "model.crfsuite"
# Not re3d: its BBC articles are CC BY-NC, and what is shipped must be free for all. It serves as a test.
FREE = ("ewt", "wikigold", "redocred")
PARAMETERS = {"c1": 1.0, "c2": 0.1, "feature.minfreq": 2, "feature.possible_transitions": True}
ROUNDS = 60
SHOUT_EVERY, TITLE_EVERY, DATE_EVERY, TABLES = 17, 13, 5, 80
NO_NAMES = ("common", "calendar", "title", "head", "modifier", "portfolio")
SMALL_WORDS = frozenset(
    ["of", "in", "to", "the", "a", "an", "on", "for", "and", "at", "by", "with", "from", "as", "or"]
)


def main() -> None:
    """Train on every corpus but those left out and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--without", action="append", default=[], choices=FREE)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--out", type=Path, default=TARGET)
    arguments = parser.parse_args()
    names = [name for name in FREE if name not in arguments.without]
    gold = [document for name in names for document in CORPORA[name](arguments.data)]
    train(gold, arguments.out, arguments.rounds)


def train(gold: list[Gold], out: Path, rounds: int = ROUNDS, **overrides: float) -> None:
    """Fit the model to ``gold``, with headlines made of some sentences, and write it to ``out``."""
    began = time.process_time()
    trainer = pycrfsuite.Trainer(verbose=False)
    for attributes, labels in examples(gold):
        trainer.append(attributes, labels)
    trainer.set_params({**PARAMETERS, "max_iterations": rounds, **overrides})
    trainer.train(str(out))
    size = out.stat().st_size / 1e6
    print(f"{len(gold)} documents, {time.process_time() - began:.0f} CPU-s, {size:.2f} MB: {out}")


def examples(gold: list[Gold]) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield training sequences: the documents as they are, and some of their paragraphs as headlines."""
    names = Names()
    for number, document in enumerate(gold):
        yield from labelled(with_dateline(document, names) if number % DATE_EVERY == 0 else document)
    for document in gold:
        yield from labelled(renamed(document, names))
    for document in tables(names, TABLES):
        yield from labelled(document)
    for number, document in enumerate(gold):
        if number % SHOUT_EVERY == 0:
            yield from labelled(
                document._replace(text=document.text.upper(), partial=False)
                if same_length(document)
                else document
            )
        elif number % TITLE_EVERY == 0:
            yield from labelled(document._replace(text=in_title_case(document.text), partial=False))


def same_length(document: Gold) -> bool:
    """Tell whether capitals take as many letters as the text itself, so that spans hold."""
    return len(document.text.upper()) == len(document.text)


def in_title_case(text: str) -> str:
    """Capitalise every word but the small ones."""
    return " ".join(word if word in SMALL_WORDS else word[:1].upper() + word[1:] for word in text.split(" "))


def labelled(gold: Gold) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield the stretches of a document with their labels."""
    document = read(gold.text)
    labels = labels_of(document, gold)
    opening = {first for first, _ in document.sentences}
    for first, last, attributes in stretches(document):
        if not (
            gold.partial and any(is_unmarked(document, labels, opening, at) for at in range(first, last))
        ):
            yield attributes, labels[first:last]


def is_unmarked(document: Document, labels: list[str], opening: set[int], at: int) -> bool:
    """Tell whether a word looks like a name that nobody marked: a capital within a sentence and no office."""
    word = document.words[at]
    if labels[at] != "O" or not word[0].isupper() or len(word) < 2 or at in opening:
        return False
    known = any(word.lower().rstrip(".") in lexicon(section) for section in NO_NAMES)
    return not known and document.words[at - 1][0].isalpha()


def labels_of(document: Document, gold: Gold) -> list[str]:
    """Return a label for each word: "B" or "I" with the type's initial within a name, "O" elsewhere."""
    labels = ["O"] * len(document.words)
    at = 0
    for start, end, kind in gold.names:
        while at < len(labels) and document.ends[at] <= start:
            at += 1
        place, tag = at, "B"
        while place < len(labels) and document.starts[place] < end:
            labels[place] = tag + kind[0]
            tag, place = "I", place + 1
    return labels


if __name__ == "__main__":
    main()
