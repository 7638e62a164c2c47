"""What is installed can be known: the same wheel from the same source, and a licence for every dependency."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hatchling import build
from tools import licences

ROOT = Path(__file__).parents[2]


def test_the_same_source_makes_the_same_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    sums = set()
    for turn, mask in (("first", 0o022), ("second", 0o077)):
        target = tmp_path / turn
        target.mkdir()
        before = os.umask(mask)
        try:
            made = target / build.build_wheel(str(target))
        finally:
            os.umask(before)
        sums.add(hashlib.sha256(made.read_bytes()).hexdigest())
    assert len(sums) == 1


def test_every_dependency_names_a_licence_that_goes_with_ours(capsys: pytest.CaptureFixture[str]) -> None:
    assert licences.main() == 0
    listed = capsys.readouterr().out
    assert {"textual", "whoosh-reloaded", "lxml"} <= {line.split()[0] for line in listed.splitlines()}
    assert "UNKNOWN" not in listed


@pytest.mark.parametrize("licence", ["", "UNKNOWN", "Proprietary", "GPL-3.0-only", "AGPL-3.0"])
def test_a_licence_that_does_not_go_with_ours_would_be_told(licence: str) -> None:
    assert not licences.FREE.search(licence)


def test_every_dependency_is_pinned_for_whoever_builds(capsys: pytest.CaptureFixture[str]) -> None:
    pins = {
        line.split("==")[0].lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    }
    assert licences.needed() - pins == set()
