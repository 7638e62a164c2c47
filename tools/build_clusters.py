"""Write the recogniser's word clusters from word vectors.

Usage: build_clusters.py glove.6B.50d.txt. The vectors are GloVe (Pennington, Socher, Manning 2014), given to
the public domain by their authors (PDDL 1.0). Clusters are k-means with cosine distance; their centroids are
clustered again for two coarser levels. Same file in, same clusters out.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefreader.entities.pages import paged

TARGET = Path(__file__).parents[1] / "src" / "briefreader" / "entities" / "data"
WORDS = 90_000
FINE, MIDDLE, COARSE = 1024, 160, 32
ROUNDS = 18
WORD = re.compile(r"[^\W\d_][^\W_]*(?:['.&-][^\W_]+)*\.?$")

Matrix = NDArray[np.float32]


def main() -> None:
    """Cluster the vectors in the file named on the command line and write the word lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vectors", type=Path)
    words, vectors = read_vectors(parser.parse_args().vectors)
    fine, centres = cluster(vectors, FINE)
    middle, _ = cluster(centres, MIDDLE)
    coarse, _ = cluster(centres, COARSE)
    numbers = {word: int(number) + 1 for word, number in zip(words, fine, strict=True)}
    grains = "".join(f"{middle[at]} {coarse[at]}\n" for at in range(FINE))
    (TARGET / "clusters.txt").write_text(paged(numbers), "utf-8")
    (TARGET / "grains.txt").write_text(grains, "utf-8")
    print(f"{len(numbers):,} words in {FINE} clusters")


def read_vectors(path: Path) -> tuple[list[str], Matrix]:
    """Return the commonest words (the file is in order of frequency) and their vectors of length one."""
    words: list[str] = []
    rows: list[list[float]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, *numbers = line.rstrip().split(" ")
            if WORD.match(word):
                words.append(word)
                rows.append([float(number) for number in numbers])
                if len(words) == WORDS:
                    break
    return words, unit(np.array(rows, dtype=np.float32))


def unit(matrix: Matrix) -> Matrix:
    """Scale every row to length one; a row of zeros stays."""
    return matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)  # type: ignore[no-any-return]


def cluster(rows: Matrix, count: int) -> tuple[NDArray[np.int64], Matrix]:
    """Return each row's cluster and the centres (Lloyd's algorithm from a seeded random start)."""
    rows = unit(rows)
    centres = rows[np.random.default_rng(7).choice(len(rows), count, replace=False)]
    nearest = np.zeros(len(rows), dtype=np.int64)
    for _ in range(ROUNDS):
        nearest = np.concatenate([(part @ centres.T).argmax(axis=1) for part in np.array_split(rows, 64)])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, rows)
        centres = np.where(np.linalg.norm(sums, axis=1, keepdims=True) > 0, unit(sums), centres)
    return nearest, centres


if __name__ == "__main__":
    main()
