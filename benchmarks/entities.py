"""How well names are recognised, and how fast.

Usage: python -m benchmarks.entities [SHARED], the shared folder, else BRIEFREADER_SHARED. Trains without
each free corpus in turn and tests on it; tests the shipped model on re3d, which it never saw, and the seeds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.ner_corpora import CORPORA, Gold
from tools.train_recognizer import FREE, train

from benchmarks.compare_data import shared_file
from benchmarks.entities_newswire import newswire
from benchmarks.entities_scores import Name, Score
from benchmarks.entities_seeds import judge_seeds
from briefreader.entities import default_recognizer
from briefreader.entities.recognizer import ModelRecognizer, Recognizer
from briefreader.model import EntityType

NO_MISC = {"ewt", "re3d"}  # these corpora mark no ``misc``, which is left out of their figures


def main() -> None:
    """Print a line for each corpus, the seeds, and what it costs."""
    data = shared_file("data/ner")
    gold = {name: corpus(data) for name, corpus in CORPORA.items()}
    print("trained without the corpus that is tested:")
    for held in FREE:
        with tempfile.TemporaryDirectory() as folder:
            weights = Path(folder) / "model.crfsuite"
            train([document for name in FREE if name != held for document in gold[name]], weights)
            print(f"  {held}: {score(ModelRecognizer(weights), gold[held], misc=held not in NO_MISC)}")
    print("the shipped model:")
    print(f"  re3d: {score(default_recognizer(), gold['re3d'], misc=False)}")
    print(f"  invented newswire: {score(default_recognizer(), newswire(), misc=True)}")
    print(f"  seeds: {judge_seeds(default_recognizer(), data)}")
    print(f"  speed: {speed(gold['redocred'] + gold['wikigold']):.0f} KB of text per CPU-second")
    print(f"  load: {load_time():.0f} ms CPU to the first answer, of which Python's own start is left out")


def score(recognizer: Recognizer, gold: list[Gold], *, misc: bool) -> Score:
    """Judge a recogniser on raw text."""
    total = Score()
    for document in gold:
        found: list[Name] = [(each.start, each.end, each.type) for each in recognizer.find(document.text)]
        total.add(_without(document.names, misc), _without(found, misc))
    return total


def _without(names: list[tuple[int, int, EntityType]], misc: bool) -> list[Name]:
    return [name for name in names if misc or name[2] != "misc"]


def speed(gold: list[Gold]) -> float:
    """Return kilobytes of text per CPU-second."""
    recognizer = default_recognizer()
    recognizer.find(gold[0].text)
    began = time.process_time()
    for document in gold:
        recognizer.find(document.text)
    size = sum(len(document.text.encode()) for document in gold)
    return size / 1024 / (time.process_time() - began)


def load_time() -> float:
    """Return the CPU milliseconds of a fresh process until the first text is recognised."""
    program = (
        "import time; t = time.process_time()\n"
        "from briefreader.entities import recognize; recognize('Ana Moreno flew to Oslo.')\n"
        "print(1000 * (time.process_time() - t))"
    )
    times = [
        float(
            subprocess.run(
                [sys.executable, "-c", program], capture_output=True, check=True, env=os.environ
            ).stdout
        )
        for _ in range(5)
    ]
    return sorted(times)[2]


if __name__ == "__main__":
    main()
