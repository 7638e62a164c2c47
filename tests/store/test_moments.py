"""Dates as numbers that sort."""

from __future__ import annotations

import pytest

from briefreader.store.cache.moments import moment


def test_a_later_moment_is_larger_whatever_its_offset() -> None:
    assert moment("2031-05-06T22:10:00+02:00") < moment("2031-05-06T20:30:00+00:00")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("short", "full"),
    [("2031", "2031-01-01"), ("2031-05", "2031-05-01"), ("2031-05-06", "2031-05-06T00:00:00Z")],
)
def test_a_date_less_precise_stands_at_its_beginning(short: str, full: str) -> None:
    assert moment(short) == moment(full) is not None


@pytest.mark.parametrize("nonsense", [None, "", "yesterday", "2031-99-99", "0000-00-00"])
def test_what_is_no_date_has_no_place(nonsense: str | None) -> None:
    assert moment(nonsense) is None
