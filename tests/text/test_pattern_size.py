"""A regular expression that a reader types is bounded in size before it is compiled, then in time."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from briefreader.text.finding import BadPattern, find
from briefreader.text.pattern_size import is_reasonable

MEMORY = 300_000_000
ARTICLE = "a" * 3000 + "b " * 3000


@pytest.mark.parametrize(
    "pattern",
    [
        r"20[12]\d",
        r"\d{4}-\d{2}-\d{2}",
        r"port.{0,200}strike.{0,200}ferry.{0,200}",
        r"(\w+) \1",
        r"[][{}(]{2,}",
        r"\(\{9999999\}",
        r"(?:Mr|Mrs)\.? [A-Z]\w{1,30}(?: [A-Z]\w{1,30}){0,3}",
    ],
)
def test_what_people_look_for_is_let_through(pattern: str) -> None:
    assert is_reasonable(pattern)
    assert isinstance(find(ARTICLE, f"/{pattern}/"), list)


@pytest.mark.parametrize(
    "pattern",
    [
        "((((a{999}){999}){999}){999})",
        "(?:x{30000}){30000}",
        "a{1,1000000000}",
        "(?:a{0,9999}b)+(?:[^x]{9,99999}){2}",
        "(" * 5000 + "a" + ")" * 5000,
        "(" * 60,
        "[a-z]" * 200_000,
        "a?" * 3000 + "a" * 3000,
    ],
    ids=range(8),
)
def test_what_would_fill_the_memory_is_refused_unread(pattern: str) -> None:
    with pytest.raises(BadPattern, match="too large: make it shorter"):
        find(ARTICLE, f"/{pattern}/")


@pytest.mark.parametrize(
    "pattern",
    ["(a|aa)+$", "(?:a?){200}a{200}$", "(a*)*c", "(x+x+)+y", r"(\w+\s*)+\1\1x", "(.*)(.*)(.*)(.*)z"],
)
def test_what_would_run_for_ever_ends_in_a_sentence_or_an_answer(pattern: str) -> None:
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, before[1]))
    told = ""
    try:
        find(ARTICLE + "xy" * 50, f"/{pattern}/", time_limit=0.2)
    except BadPattern as refusal:
        told = str(refusal)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
    assert told in ("", "this expression takes too long on this article; make it simpler")
