"""Formats that other packages bring, and what a collection says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from briefreader.ingest import ReadOptions, collection_options, is_readable, scan
from briefreader.ingest.draft import Draft
from briefreader.ingest.formats import plugins, registry
from briefreader.ingest.formats.registry import Format
from briefreader.ingest.source import Source
from briefreader.model import Skipped
from tests.ingest.samples import only_article, reasons


def read_upside_down(source: Source) -> Iterator[Draft]:
    """Read a file from its last line to its first."""
    draft = Draft("\n".join(reversed(source.data().decode().splitlines())))
    draft.note("title", "Upside down", "plug-in")
    yield draft


UPSIDE_DOWN = Format("upside down", (".down",), read_upside_down)


def plug_in(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    entry = EntryPoint(name, value, plugins.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [entry])
    _look_again()


def _look_again() -> None:
    plugins.plug_ins.cache_clear()
    registry._by_suffix.cache_clear()


@pytest.fixture(autouse=True)
def _forget_plug_ins() -> Iterator[None]:
    yield
    _look_again()


def test_another_package_can_bring_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(monkeypatch, "down", f"{__name__}:UPSIDE_DOWN")
    path = tmp_path / "a.down"
    path.write_text("It was dark.\nThe night began.")
    article = only_article(path)
    assert (article.title, article.text) == ("Upside down", "The night began.\nIt was dark.")
    assert article.origins["title"] == "plug-in"


@pytest.mark.parametrize("value", ["no.such.module:FORMAT", f"{__name__}:read_upside_down"])
def test_a_broken_plug_in_is_told_where_it_would_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    plug_in(monkeypatch, "down", value)
    path = tmp_path / "a.down"
    path.write_text("It was dark.")
    (reason,) = reasons(path)
    assert reason.startswith(f"The plug-in down ({value}) does not load: ")
    assert is_readable("a.txt")


@pytest.mark.parametrize("name", ["down", "acme.Down", "x.", "txt"])
def test_a_broken_plug_in_is_in_the_import_report_whatever_it_is_called(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    plug_in(monkeypatch, name, "no.such.module:FORMAT")
    (told,) = plugins.broken_plug_ins()
    assert told.path == f"plug-in {name}"
    assert told.reason == "It cannot be loaded: ModuleNotFoundError: No module named 'no'."
    assert registry.readers().problems == (
        f"plug-in {name} cannot be loaded: ModuleNotFoundError: No module named 'no'",
    )


def test_a_broken_plug_in_takes_no_files_from_a_format_that_works(monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(monkeypatch, "txt", "no.such.module:FORMAT")
    assert registry.format_of("a.txt") in registry.formats()


def test_a_plug_in_goes_before_the_built_in_format_of_its_suffix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "OWN_TEXT", Format("own text", (".txt",), read_upside_down))
    plug_in(monkeypatch, "text", f"{__name__}:OWN_TEXT")
    path = tmp_path / "a.txt"
    path.write_text("It was dark.\nThe night began.")
    assert only_article(path).title == "Upside down"
    assert registry.readers().formats["own text"] == (".txt",)
    assert registry.readers().formats["plain text"] == (".text",)


@pytest.mark.parametrize(
    "suffixes", [".srt", (), ("srt",), (".SRT",), (".sub.srt",), ("",), (".",), [".srt"]]
)
def test_suffixes_that_would_match_no_file_are_refused_with_what_they_should_be(suffixes: Any) -> None:
    with pytest.raises(ValueError, match=r"the suffixes of format 'subtitles' must be a tuple such as"):
        Format("subtitles", suffixes, read_upside_down)


def test_a_layout_that_there_is_not_is_refused_with_those_there_are() -> None:
    layout: Any = "prose"
    with pytest.raises(ValueError, match="there is no layout 'prose'; there are plain, markdown"):
        Draft("It was dark.", layout=layout)


def test_a_field_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="there is no field 'headline'; there are title, source"):
        Draft("It was dark.").note("headline", "Night", "plug-in")


def test_what_no_format_reads_is_passed_by() -> None:
    assert not any(map(is_readable, ("a.jpg", "README", "a", ".txt", "a.txt~")))
    assert all(map(is_readable, ("a.TXT", "a.md", "a.txt.gz", "b.HTML", "x.y.jsonl.xz")))


def test_every_format_has_a_name_and_suffixes_of_its_own() -> None:
    suffixes = [suffix for each in registry.formats() for suffix in each.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


def test_a_file_is_told_by_the_suffixes_that_its_format_names() -> None:
    for each in registry.formats():
        assert [registry.format_of(f"a{suffix}") for suffix in each.suffixes] == [each] * len(each.suffixes)


def test_a_collection_says_what_to_ignore_and_what_its_columns_mean(tmp_path: Path) -> None:
    (tmp_path / "briefreader.yaml").write_text(
        "largest_file: 80 MB\nignore:\n  - drafts/\n  - '*.log.txt'\ncolumns:\n  text: story\n"
    )
    options, problems = collection_options([tmp_path])
    assert problems == ()
    assert (options.largest, dict(options.columns)) == (80_000_000, {"text": "story"})
    (tmp_path / "drafts").mkdir()
    for name in ("drafts/a.txt", "b.log.txt", "c.txt"):
        (tmp_path / name).write_text("A story.")
    found = scan([tmp_path], wanted=is_readable, ignored=options.ignores)
    assert [item.relative for item in found if not isinstance(item, Skipped)] == ["c.txt"]


def test_several_folders_are_taken_together(tmp_path: Path) -> None:
    for name, text in (("a", "ignore: x*\nlargest_file: 10 MB"), ("b", "ignore: y*\nlargest_file: 20 MB")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "briefreader.yaml").write_text(text)
    options, _ = collection_options([tmp_path / "a", tmp_path / "b", tmp_path / "none"])
    assert (options.ignore, options.largest) == (("x*", "y*"), 20_000_000)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ignore: 3", "Line 1: ignore must be a list of patterns"),
        ("a:\n  - 1\nlargest_file: much", "Line 1: there is no setting 'a'"),
        ("largest_file: much", "Line 1: largest_file must be a size"),
        ("ignore: x\nlargest_file: 900 GB", "Line 2: largest_file can be 500 MB at most."),
        ("columns:\n  text: a\n  headlin: b", "Line 3: there is no field 'headlin'"),
        ("columns: [a]", "Line 1: columns must map fields"),
        ("- a", "Line 1: settings are needed here"),
        ("ignore: &x a", "Line 1: anchors"),
        ("ignore: \xff", "It is not UTF-8"),
    ],
)
def test_a_mistake_in_it_is_told_with_its_line_and_the_defaults_serve(
    tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "briefreader.yaml").write_text(text, encoding="latin-1")
    options, (problem,) = collection_options([tmp_path])
    assert options == ReadOptions()
    assert problem.path == "briefreader.yaml"
    assert problem.reason.startswith(told)


def test_other_options_have_another_key() -> None:
    keys = {ReadOptions().key, ReadOptions(largest=1).key, ReadOptions(columns={"text": "a"}).key}
    assert len(keys) == 3
    assert ReadOptions(ignore=("a",)).key == ReadOptions().key
