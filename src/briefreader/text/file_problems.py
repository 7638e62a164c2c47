"""What is wrong with a file that a user wrote by hand, told in one line with file and line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefreader.text.sanitize import sanitize_line


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One thing that is wrong; ``line`` counts from 1. A caution does not keep the line from serving.

    The sentence is made safe to show, since it may quote the file.
    """

    file: str
    line: int
    sentence: str
    caution: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "sentence", sanitize_line(self.sentence))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return " (did you mean …?)" for the known name most like ``name``, or nothing."""
    from rapidfuzz import process  # loaded only when something is misspelt

    found = process.extractOne(name, list(known), score_cutoff=60)
    return f" (did you mean “{found[0]}”?)" if found else ""
