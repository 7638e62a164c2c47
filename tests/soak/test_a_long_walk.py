"""A walk at random through all commands, for as long as there is time for it, ends well."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from tests.soak.steps import steps, walkable
from tests.soak.walker import walk

SECONDS = float(os.environ.get("BRIEFREADER_SOAK_SECONDS", "12"))


def test_a_walk_at_random_ends_well(tmp_path: Path) -> None:
    result = walk(1, SECONDS, tmp_path)
    assert result.wrong == []
    assert result.steps > 5
    assert result.commands


def test_the_same_seed_walks_the_same_way() -> None:
    assert list(islice(steps(4), 500)) == list(islice(steps(4), 500)) != list(islice(steps(5), 500))


def test_no_step_is_meant_to_leave() -> None:
    assert {"app.quit", "app.close"} & walkable() == set()
    assert not any({"q", "Q", "ctrl+c"} & set(step.keys) for step in islice(steps(2), 5000))
