"""numpy, imported once and late, and the array operations that posting lists need."""

from __future__ import annotations

import os
from typing import Any, TypeAlias

# numpy's linear algebra is not used here, and starting its threads costs a third of the import.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[Any]
Floats: TypeAlias = npt.NDArray[np.float64]
Bools: TypeAlias = npt.NDArray[np.bool_]


def starts_of(counts: Ints) -> Ints:
    """Return where each of several runs of ``counts`` items begins, and as last value where all end."""
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def ragged(starts: Ints, counts: Ints) -> Ints:
    """Return the indices ``starts[i] … starts[i] + counts[i] - 1`` of all runs, one run after another."""
    counts = counts.astype(np.int64)
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts.astype(np.int64) - ends + counts, counts) + np.arange(total)


def narrow(values: Ints) -> Ints:
    """Return unsigned numbers in two bytes each where they fit, else in four."""
    fits = len(values) == 0 or int(values.max()) < 1 << 16
    return values.astype(np.uint16 if fits else np.uint32)
