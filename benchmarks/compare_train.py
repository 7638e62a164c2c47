"""Train the weights of the sentence score, and cross-validate them by topic.

python -m benchmarks.compare_train [SHARED]    reads data/compare/ there; prints weights for scoring.py
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.compare import average_precision
from benchmarks.compare_data import json_lines, shared_file
from briefreader.compare.scoring import features, profile
from briefreader.compare.terms import terms

FOLDS = 11
_RIDGE = 7.0
SPLITS = 8
Matrix = NDArray[np.float64]


def train(values: Matrix, same: Matrix) -> tuple[Matrix, Matrix, Matrix]:
    """Fit a logistic regression with a ridge by Newton's method on standardised values."""
    mean, spread = values.mean(axis=0), values.std(axis=0)
    rows = np.hstack([(values - mean) / spread, np.ones((len(values), 1))])
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([_RIDGE] * (rows.shape[1] - 1) + [0.0])
    for _ in range(15):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - same) + ridge @ weights
        curve = rows.T @ (rows * (likely * (1 - likely))[:, None]) + ridge
        weights -= np.linalg.solve(curve, slope)
    return weights, mean, spread


def evidence(model: tuple[Matrix, Matrix, Matrix], values: Matrix) -> Matrix:
    weights, mean, spread = model
    return np.hstack([(values - mean) / spread, np.ones((len(values), 1))]) @ weights


def cross_validated(values: Matrix, same: Matrix, topics: Sequence[int], split: int) -> float:
    """Return the average precision with each topic scored by a model that has not seen it.

    Which topics make a fold together is drawn anew for each ``split``: it moves the figure by a hundredth.
    """
    names = sorted(set(topics))
    random.Random(split).shuffle(names)
    fold_of = {topic: n % FOLDS for n, topic in enumerate(names)}
    folds = np.array([fold_of[topic] for topic in topics])
    scored = np.zeros(len(same))
    for fold in range(FOLDS):
        model = train(values[folds != fold], same[folds != fold])
        scored[folds == fold] = evidence(model, values[folds == fold])
    return average_precision([(float(value), bool(hit)) for value, hit in zip(scored, same, strict=True)])


def main() -> None:
    rows = json_lines(shared_file("data/compare/sentence_pairs_dev.jsonl"))
    stories = json_lines(shared_file("data/compare/stories_dev.jsonl"))
    topic_of = {sentence: row["topic"] for row in stories for sentence in row["sentences"]}
    topics = [topic_of.get(row["a"], topic_of.get(row["b"], 0)) for row in rows]
    pairs = [(profile(terms(row["a"])), profile(terms(row["b"]))) for row in rows]
    values = np.array([features(a, b) for a, b in pairs])
    same = np.array([float(row["same"]) for row in rows])
    found = [cross_validated(values, same, topics, split) for split in range(SPLITS)]
    print(
        f"average precision, {FOLDS} folds by topic, mean of {SPLITS} ways to draw them:"
        f" {sum(found) / SPLITS:.3f}, from {min(found):.3f} to {max(found):.3f}"
    )
    weights, mean, spread = train(values, same)
    plain = weights[:-1] / spread
    print("WEIGHTS =", tuple(float(round(weight, 4)) for weight in plain))
    print("BIAS =", float(round(weights[-1] - plain @ mean, 4)))


if __name__ == "__main__":
    main()
