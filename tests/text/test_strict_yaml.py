"""YAML that holds plain data, and the sentence for all that does not."""

from __future__ import annotations

import pickle
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.errors import BadData
from briefreader.text.strict_yaml import YamlProblem, load

ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_every_value_has_its_line() -> None:
    document = load("quit: q\nlist:\n  - one\n  - two: 2\n", name="keys.yaml")
    assert document.value == {"quit": "q", "list": ["one", {"two": 2}]}
    assert document.line("list") == 2
    assert document.line("list", 1, "two") == 4
    assert document.line("list", 1, "missing") == 4


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on: yes", {"on": "yes"}),
        ("no: off", {"no": "off"}),
        ("a: true", {"a": True}),
        ("a: ~", {"a": None}),
        ("a:", {"a": None}),
        ("a: 010", {"a": "010"}),
        ("a: 12", {"a": 12}),
        ("a: 1.5", {"a": 1.5}),
        ("a: 2022-01-05", {"a": "2022-01-05"}),
        ("a: 1:30", {"a": "1:30"}),
        ("a: '12'", {"a": "12"}),
        ("1: a", {"1": "a"}),
        ("", None),
        ("# nothing", None),
    ],
)
def test_a_plain_value_means_what_it_looks_like(text: str, value: object) -> None:
    assert load(text, name="x.yaml").value == value


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (ALIAS_BOMB, 1, "anchors"),
        ("a: *b", 1, "aliases"),
        ("a: 1\nb: 2\na: 3", 3, "first on line 1"),
        ("a: !!python/name:os.system", 1, "tags"),
        ("[" * 3000, 1, "nested deeper"),
        ("? [a]\n: 1", 1, "a key must be plain text"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("a: b: c", 1, "not YAML"),
        ("a: 'b\n", 2, "not YAML"),
        ("a: 1\nb: \x07", 2, "control character"),
        ("a" * 101, 1, "longer than 100"),
    ],
)
def test_what_is_not_plain_data_is_refused_with_its_line(text: str, line: int, told: str) -> None:
    with pytest.raises(YamlProblem) as caught:
        load(text, name="my.yaml", limit=100 if len(text) == 101 else 1_000_000)
    assert caught.value.line == line
    assert told in caught.value.sentence
    assert str(caught.value).startswith(f"my.yaml, line {line}: ")


def test_a_problem_survives_the_way_between_processes() -> None:
    problem = YamlProblem("my.yaml", 3, "that is wrong.")
    again = pickle.loads(pickle.dumps(problem))
    assert (again.name, again.line, again.sentence) == ("my.yaml", 3, "that is wrong.")


@given(st.text())
def test_no_text_at_all_raises_anything_but_a_problem(text: str) -> None:
    with suppress(YamlProblem):
        assert load(text, name="any.yaml").name == "any.yaml"


def test_a_problem_is_one_that_the_user_can_act_on() -> None:
    assert issubclass(YamlProblem, BadData)
