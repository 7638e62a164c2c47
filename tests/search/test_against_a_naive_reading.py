"""The index against an oracle that reads every article word by word, on made-up articles and queries."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from briefreader.model import Span
from briefreader.search.language.nodes import (
    And,
    Fuzzy,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Pattern,
    Phrase,
    Word,
    leaves,
)
from briefreader.search.language.parser import parse
from briefreader.search.words import normal_words
from briefreader.text.stems import stem
from tests.search.library import article, shelved

WORDS = (
    "port",
    "ports",
    "ported",
    "pilot",
    "pilots",
    "Piloten",
    "sluice",
    "quay",
    "Müller",
    "muller",
    "the",
    "of",
    "x",
)
GAPS = (" ", ", ", ".\n", " — ", "-", "’", "  ")
_TOKEN = re.compile(r"[^\W_]+")

bodies = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
simple = st.one_of(
    st.sampled_from(WORDS).filter(lambda word: word not in ("the", "of")),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
    st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS), st.integers(0, 3))
    .filter(lambda t: t[0] != t[1])
    .map(lambda t: f'"{t[0]} {t[1]}"~{t[2]}'),
    st.sampled_from(("po*", "pil*", "p?rt", "*ice", "*or*", "*o*", "*b*", "q*y", "mul*")),
    st.sampled_from(("prot~", "sluce~", "quai~1", "pylots~2")),
)
queries = st.recursive(
    simple,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda t: f"({t[0]} AND {t[1]})"),
        st.tuples(inner, inner).map(lambda t: f"({t[0]} OR {t[1]})"),
        st.tuples(inner, inner).map(lambda t: f"({t[0]} -{t[1]})"),
    ),
    max_leaves=4,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(bodies, min_size=1, max_size=6), queries)
def test_a_query_finds_and_lights_up_what_reading_finds(texts: list[str], query: str) -> None:
    tree = parse(query)
    with TemporaryDirectory() as folder:
        documents = [article(key, body) for key, body in enumerate(texts)]
        engine, _ = shelved(Path(folder), *documents)
        assert set(engine.search(query).keys) == {
            key for key, body in enumerate(texts) if matches(tree, body)
        }
        for key, body in enumerate(texts):
            assert engine.matches(query, key) == lit(tree, body)


def matches(node: Node, body: str) -> bool:
    match node:
        case And(parts):
            return all(matches(part, body) for part in parts)
        case Or(parts):
            return any(matches(part, body) for part in parts)
        case Not(part):
            return not matches(part, body)
        case Nothing():
            return False
    return bool(places(node, body))


def lit(tree: Node, body: str) -> tuple[Span, ...]:
    """Return the places of all leaves; of two that overlap the first, of two of one beginning the longer."""
    every = {place for leaf in leaves(tree) for place in places(leaf, body)}
    apart: list[Span] = []
    for span in sorted(every, key=lambda span: (span.start, -span.end)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


def places(leaf: Node, body: str) -> set[Span]:
    tokens = [(match.span(), normal_words(match[0])[0]) for match in _TOKEN.finditer(body)]
    match leaf:
        case Phrase(words):
            runs = range(len(tokens) - len(words) + 1)
            return {
                Span(tokens[at][0][0], tokens[at + len(words) - 1][0][1])
                for at in runs
                if tuple(word for _, word in tokens[at : at + len(words)]) == words
            }
        case Near(words, gap):
            return near(tokens, [same_stem(word) for word in words], gap)
    test = single(leaf)
    return {Span(*span) for span, word in tokens if test(word)}


def near(
    tokens: list[tuple[tuple[int, int], str]], tests: list[Callable[[str], bool]], gap: int
) -> set[Span]:
    first, second = ([at for at, (_, word) in enumerate(tokens) if test(word)] for test in tests)
    found: set[Span] = set()
    for one, other in ((first, second), (second, first)):
        for begin in one:
            following = [at for at in other if at >= begin]
            if following and following[0] - begin <= gap + 1:
                found |= {Span(*tokens[begin][0]), Span(*tokens[following[0]][0])}
    return found


def single(leaf: Node) -> Callable[[str], bool]:
    match leaf:
        case Word(text):
            return same_stem(text)
        case Pattern(text):
            pattern = re.compile(text.replace("*", ".*").replace("?", "."))
            return lambda word: pattern.fullmatch(word) is not None
        case Fuzzy(text, edits):
            return lambda word: OSA.distance(text, word) <= edits
    raise AssertionError(leaf)


def same_stem(text: str) -> Callable[[str], bool]:
    return lambda word: stem(word) == stem(text)


SIGNS = (*'ab "()*?~:+-.0129’é\n', "title:", "date:", "is:", " AND ", " OR ", " NOT ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join))
def test_no_query_whatever_breaks_the_search(query: str) -> None:
    with TemporaryDirectory() as folder:
        engine, _ = shelved(Path(folder), article(1, "a b ab é"))
        for typing in (False, True):
            hits = engine.search(query, typing=typing)
            assert hits.problem is None or (hits.total == 0 and hits.problem.where.cut(query))
