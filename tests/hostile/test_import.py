"""A hostile file is read whole and comes out harmless."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from briefreader.ingest import FoundFile, ReadArticle, clean, read_file, scan
from briefreader.model import Article, Skipped
from tests.hostile.collection import HONEST, build
from tests.hostile.escapes import any_controls
from tests.hostile.payloads import PAYLOADS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("hostile") / "collection"
    build(target)
    return target


@pytest.fixture(scope="module")
def outcome(folder: Path) -> list[ReadArticle | Skipped]:
    return list(_read(folder))


def _read(folder: Path) -> Iterator[ReadArticle | Skipped]:
    for found in scan([folder]):
        assert isinstance(found, FoundFile)
        yield from read_file(found.path, relative=found.relative)


def articles(outcome: list[ReadArticle | Skipped]) -> list[Article]:
    return [read.article for read in outcome if isinstance(read, ReadArticle)]


def test_no_attack_keeps_a_file_from_being_read(folder: Path, outcome: list[ReadArticle | Skipped]) -> None:
    assert len(articles(outcome)) == len(outcome) == len(list(folder.iterdir()))
    assert all("Marker words" in article.text for article in articles(outcome))


def test_no_field_of_an_article_holds_a_control(outcome: list[ReadArticle | Skipped]) -> None:
    for article in articles(outcome):
        for field in fields(article):
            value = getattr(article, field.name)
            if isinstance(value, str):
                assert any_controls(value.encode("utf-8", "surrogatepass")) == set()
                assert field.name == "text" or "\n" not in value


def test_every_brief_keeps_its_day_in_spite_of_the_attack(outcome: list[ReadArticle | Skipped]) -> None:
    days = sorted(article.published or "" for article in articles(outcome))
    assert len(set(days)) == len(days)
    assert all(day.startswith("2021-") for day in days)


def test_honest_arabic_and_hebrew_stay_whole(outcome: list[ReadArticle | Skipped]) -> None:
    whole = [article for article in articles(outcome) if HONEST in article.text]
    assert len(whole) == 3 * len(PAYLOADS)


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_page_with_a_control_as_a_reference_loses_nothing_else(name: str) -> None:
    coded = "".join(f"&#{ord(char)};" for char in PAYLOADS[name])
    article = clean(f"<html><body><article><p>Before {coded}</p><p>Afterwards.</p></article></body></html>")
    assert "Before" in article.text
    assert "Afterwards." in article.text


def test_a_note_of_two_lines_keeps_what_stands_below_its_date() -> None:
    article = clean("Harbour closed\n\n2021-05-16\n\nThe harbour stays closed on Sunday.\n")
    assert not any("harbour stays" in fold.cut(article.text) for fold in article.folds)
