"""Where the comparison benchmarks find their data, and how they turn it into articles."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefreader.model import Article, Block


def shared_file(name: str) -> Path:
    """Return a file of the shared data folder; say so and stop with success where it is missing."""
    root = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("BRIEFREADER_SHARED", "../shared")
    path = Path(root) / name
    if not path.exists():
        print(f"skipped: {path} is missing; name the shared folder as the argument or in BRIEFREADER_SHARED")
        raise SystemExit(0)
    return path


def json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def article(name: str, sentences: Sequence[str]) -> Article:
    """Lay sentences out as an article, one a paragraph; the first is its title."""
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence) + 2)
    blocks = tuple(Block(start, start + len(text)) for start, text in zip(starts, sentences, strict=False))
    return Article(id=name, path=name, title=sentences[0], text="\n\n".join(sentences), paragraphs=blocks)


def edited_copy(
    sentences: Sequence[str],
    seed: int,
    words: Sequence[str],
    *,
    kept: tuple[float, float] = (0.6, 1.0),
    reworded: tuple[float, float] = (0.1, 0.3),
) -> list[str]:
    """Keep a part of the sentences within ``kept``, in another order, with a part of their words replaced."""
    chance = random.Random(seed)
    count = max(3, round(len(sentences) * chance.uniform(*kept)))
    chosen = chance.sample(list(sentences), min(count, len(sentences)))
    share = chance.uniform(*reworded)
    return [
        " ".join(chance.choice(words) if chance.random() < share else word for word in sentence.split())
        for sentence in chosen
    ]
