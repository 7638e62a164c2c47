"""What day a date or moment names."""

from __future__ import annotations

from datetime import date

import pytest

from briefreader.text.days import day_of, moment_in_words


def test_only_whole_days_count() -> None:
    assert day_of("2022-01-05T15:28Z") == date(2022, 1, 5)
    assert day_of("2022-01") is None
    assert day_of(None) is None


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, ""),
        ("2031", "2031"),
        ("2031-03", "March 2031"),
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T09:05", "4 March 2031, 09:05"),
        ("2031-03-04T09:05:00+02:00", "4 March 2031, 09:05 UTC+02:00"),
        ("in the spring", "in the spring"),
    ],
)
def test_a_moment_is_spelt_out_as_far_as_it_is_known(published: str | None, words: str) -> None:
    assert moment_in_words(published) == words
