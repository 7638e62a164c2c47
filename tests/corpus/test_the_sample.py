"""The sample collection shows what the reader is for: formats, outlets that disagree, one that copies."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from briefreader.ingest import ReadArticle, read_file

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted(path for path in CORPUS.iterdir() if path.is_file())
OUTLETS = (
    "The Lanternfield Gazette",
    "Nordhaven Dispatch",
    "Quillmark Wire",
    "Tarn & Tollgate",
    "Vostrova Line",
)


def prose(path: Path) -> str:
    """Return a file's words without tags, entities or quotation arrows: enough to look for phrases in."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", text, flags=re.DOTALL))
    return " ".join(re.sub(r"^> ?", "", text, flags=re.MULTILINE).split())


def outlet(path: Path) -> str:
    """Return which of the five outlets a file is from: the one it names first."""
    text = html.unescape(path.read_text(encoding="utf-8"))
    return min((name for name in OUTLETS if name in text), key=text.index)


def named(part: str) -> Path:
    (path,) = (path for path in FILES if part in path.name)
    return path


def test_a_newcomer_finds_enough_to_read_in_every_common_format() -> None:
    formats = Counter(path.suffix for path in FILES)
    assert len(FILES) >= 14
    assert set(formats) == {".md", ".txt", ".html"}
    assert min(formats.values()) >= 4


def test_five_outlets_report_and_none_only_once() -> None:
    reports = Counter(outlet(path) for path in FILES)
    assert set(reports) == set(OUTLETS)
    assert min(reports.values()) >= 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_brief_can_be_read_over_a_cup_of_coffee(path: Path) -> None:
    assert 120 <= len(prose(path).split()) <= 480


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_address_leads_to_a_domain_that_nobody_can_own(path: Path) -> None:
    hosts = re.findall(r"https?://([^/\"'\s]+)", path.read_text(encoding="utf-8"))
    assert all(host.endswith(".example") or host == "schema.org" for host in hosts)


def test_one_outlet_repeats_two_sentences_of_another_word_for_word() -> None:
    passage = (
        "The two agreed on three directions, Ushakov reported: the meeting in Geneva, the council in "
        "Brussels, the OSCE in Vienna. It is the first of these that matters most to the Kremlin, for both "
        "presidents mean to keep the Geneva talks under their personal control."
    )
    repeating = {outlet(path) for path in FILES if passage in prose(path)}
    assert repeating == {"Quillmark Wire", "Tarn & Tollgate"}


def test_an_edited_wire_copy_keeps_most_of_the_wire() -> None:
    wire, copy = (
        {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
        for words in (prose(named(part)).split() for part in ("quillmark-call", "lanternfield-call"))
    )
    assert 0.4 < len(wire & copy) / len(wire | copy) < 0.9


@pytest.mark.parametrize(
    "renderings",
    [
        (
            "in step with the European Union",
            "unless it is coordinated with the EU",
        ),
        ("Today the security of Europe is in danger", "security is threatened now"),
        ("can be decided upon only when Ukraine sits at the table", "with Ukraine absent"),
        ("must not be a bystander that takes no side", "cannot sit by as a neutral onlooker"),
        ("act as one", "of one mind"),
    ],
    ids=["the statement", "Borrell's warning", "Kuleba", "Borrell on Tuesday", "Borrell's tweet"],
)
def test_one_statement_is_quoted_in_two_translations(renderings: tuple[str, str]) -> None:
    first, second = ({outlet(path) for path in FILES if words in prose(path)} for words in renderings)
    assert first
    assert second
    assert not first & second


@pytest.mark.parametrize(
    "variants",
    [
        ("Josep Borrell", "Josep Borrel,"),
        ("Antony Blinken", "Anthony Blinken"),
        ("Dmitry Kuleba", "Dmytro Kuleba"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("KYIV", "Kiev"),
        (
            "High Representative",
            "foreign policy chief",
            "European colleague",
            "chief diplomat",
        ),
        ("Secretary of State Antony", "US Foreign Minister Antony"),
        ("Permanent Representative to the EU", "Ambassador to the EU"),
        ("First Deputy Secretary of State Wendy", "Wendy Sherman, whom Washington calls Deputy Secretary"),
        (
            "17 December",
            "16 December",
            "mid-December",
            "last week",
            "less than a week after",
            "earlier in December",
        ),
        ("a month and a half", "six weeks"),
        ("26 January", "on Wednesday", "yesterday"),
    ],
    ids=lambda variants: variants[0],
)
def test_the_outlets_disagree_as_real_ones_do(variants: tuple[str, ...]) -> None:
    texts = [prose(path) for path in FILES]
    assert all(any(variant in text for text in texts) for variant in variants)


def test_one_brief_comes_with_the_page_around_it() -> None:
    text = named("vostrova-sidelined").read_text(encoding="utf-8")
    for residue in (
        "Sign in",
        "Share on",
        "newsletter",
        "Read also",
        "Leave a comment",
        "cookies",
        "_q80.jpg",
    ):
        assert residue in text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_brief_is_read_as_one_article_of_its_outlet_and_day(path: Path) -> None:
    (read,) = read_file(path, relative=path.name)
    assert isinstance(read, ReadArticle)
    assert read.article.source == outlet(path)
    assert read.article.published == path.name[: len("2021-12-22")]
    assert read.article.language == "en"
    assert read.article.title in prose(path)


def test_the_page_around_the_one_brief_is_folded_away() -> None:
    path = named("vostrova-sidelined")
    (read,) = read_file(path, relative=path.name)
    assert isinstance(read, ReadArticle)
    text = read.article.text
    folded = " ".join(fold.cut(text) for fold in read.article.folds)
    for residue in ("Sign in", "Share on", "newsletter", "Read also", "Leave a comment", "_q80.jpg"):
        assert residue in folded
    assert "Chizhov" not in folded
