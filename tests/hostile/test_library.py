"""Whatever the library hands out of a hostile collection can be shown as it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from briefreader import Library
from briefreader.errors import BadData
from briefreader.model import Span
from tests.hostile.conftest import Hostile, living_in
from tests.hostile.escapes import any_controls
from tests.hostile.payloads import PAYLOADS

ATTACK = "".join(PAYLOADS.values())[:200]


@pytest.fixture(scope="module")
def library(at_home: Hostile) -> Iterator[Library]:
    with Library.open(at_home.folder) as opened:
        report = opened.sync()
        assert report.skipped == ()
        yield opened


def strings(value: object) -> Iterator[str]:
    """Yield every string in a value of the model, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from strings((*value.keys(), *value.values()))
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from strings(part)


def strange(value: object) -> set[str]:
    return {bad for text in strings(value) for bad in any_controls(text.encode("utf-8", "surrogatepass"))}


def test_every_article_is_there_and_clean(library: Library, at_home: Hostile) -> None:
    listed = list(library.listing())
    assert len(listed) == at_home.count
    assert strange([library.article(info.id) for info in listed]) == set()


def test_hits_snippets_and_facets_are_clean(library: Library, at_home: Hostile) -> None:
    hits = library.search("marker", limit=at_home.count, facets=True)
    assert hits.total == at_home.count
    assert strange(hits) == set()


def test_names_and_their_concordance_are_clean(library: Library) -> None:
    named = library.entities()
    assert named
    assert strange(named) == set()
    found = library.mentions("Testova")
    assert found.occurrences
    assert strange(found) == set()


def test_names_that_a_colleagues_corrections_give_are_clean(
    hostile: Hostile, indexed: Path, tmp_path: Path
) -> None:
    shutil.copytree(indexed, tmp_path / "home")
    with living_in(tmp_path / "home"), Library.open(hostile.folder, hostile.wreck) as library:
        library.sync()
        named = library.entities()
        assert any(entity.name.startswith("Entity ") for entity in named)
        library.corrections.merge([named[0].id, named[1].id], f"both {ATTACK}")
        library.corrections.rename(named[2].id, f"other {ATTACK}")
        renamed = library.entities()
        assert {"both", "other"} <= {entity.name.split()[0] for entity in renamed}
        assert strange(renamed) == set()


def test_comparisons_suggestions_and_stories_are_clean(library: Library) -> None:
    listed = [library.listing()[at].id for at in range(0, 90, 9)]
    compared = [library.compare(first, second) for first, second in pairwise(listed)]
    assert any(comparison.links for comparison in compared)
    assert strange(compared) == set()
    assert strange([library.similar(article) for article in listed]) == set()
    assert strange(library.stories()) == set()


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_query_is_answered_in_clean_words(library: Library, name: str) -> None:
    for query in (PAYLOADS[name], f'title:"{PAYLOADS[name]}', f"marker AND {PAYLOADS[name]}*"):
        hits = library.search(query)
        assert strange([hits.problem, hits.did_you_mean, hits.hits]) == set()


def test_marks_notes_and_tags_come_back_clean(library: Library) -> None:
    info = library.listing()[0]
    for payload in PAYLOADS.values():
        library.marks.add_note(info.id, Span(0, 5), f"note {payload}")
    assert strange(library.marks.notes(info.id)) == set()
    assert strange(library.marks.undo()) == set()


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name != "placeholder"])
def test_a_tag_is_a_word_and_no_attack(library: Library, name: str) -> None:
    info = library.listing()[0]
    with pytest.raises(BadData) as refusal:
        library.marks.tag([info.id], f"a{PAYLOADS[name]}z")
    assert strange(str(refusal.value)) == set()
