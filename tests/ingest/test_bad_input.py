"""What cannot be read ends in one sentence, and the rest goes on."""

from __future__ import annotations

import gzip
import json
import os
import resource
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefreader.ingest import ReadOptions, clean, read_file, scan
from briefreader.model import Article, Skipped
from briefreader.text.sentences import sentences
from tests.ingest.samples import docx, epub, pdf, read, reasons, zipped

SMALL = ReadOptions(largest=100_000)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
MEMORY = 600_000_000


@contextmanager
def little_memory() -> Iterator[None]:
    """Let nothing that is read within take much more memory than is taken already."""
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"", "It is empty."),
        ("a.txt", b" \n\n ", "It is empty."),
        ("a.txt", b"\x7fELF\0\0\0\x01binary\0", "It is binary, not text."),
        ("a.md", b"\x89PNG\r\n\0\0\0\rIHDR", "It is binary, not text."),
        ("a.html", b"<html><body><img src='x'></body></html>", "It is a web page without text."),
        ("a.xml", b"<catalogue><item/></catalogue>", "It is XML, but no RSS or Atom feed."),
        ("a.rss", b"<rss><channel></channel></rss>", "It is a feed without entries."),
        ("a.rss", LAUGHS.encode() + b"<rss>&b;</rss>", "It declares XML entities"),
        ("a.json", b"{not json", "It is not JSON."),
        ("a.json", b"[" * 100_000, "It is not JSON."),
        ("a.jsonl", b'{"a": 1}', "No column holds the text"),
        ("a.jsonl", b"[1, 2]", "It is no object with columns."),
        ("a.jsonl", b'{"text": ""}', "Its text is empty."),
        ("a.csv", b"\n\n", "It is a table without a row of column names."),
        ("a.eml", b"Subject: nothing\n\n", "It is a message without text."),
        ("a.pdf", b"%PDF-1.4 broken", "It is damaged, or no PDF."),
        ("a.docx", b"PK\x03\x04 broken", "It is damaged"),
        ("a.docx", zipped({"other.txt": "no document"}), "It is damaged, or no Word document."),
        ("a.docx", zipped({"word/document.xml": LAUGHS + "<a>&b;</a>"}), "It declares XML entities"),
        ("a.epub", zipped({"mimetype": "x"}), "It is damaged"),
        ("a.epub", zipped({"META-INF/container.xml": LAUGHS + "<a>&b;</a>"}), "It declares XML entities"),
        ("a.warc", b"not an archive at all\n", "It is a web archive file without articles."),
        ("a.txt.gz", gzip.compress(b"A story of some length. " * 99)[:-40], "It is damaged or cut off"),
        ("a.txt.gz", b"no gzip", "It is damaged or cut off"),
        ("a.txt.xz", b"no xz", "It is damaged or cut off"),
        ("a.txt.bz2", b"no bz2", "It"),
    ],
    ids=lambda part: "data" if isinstance(part, bytes) else None,
)
def test_each_kind_of_broken_file_is_told_in_one_line(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (reason,) = reasons(path)
    assert reason.startswith(told)
    assert reason.endswith((".", ")."))
    assert "\n" not in reason


def test_a_file_beyond_the_limit_names_the_setting(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("A line without an end " * 10_000)
    assert reasons(path, SMALL) == ["It is larger than 0.1 MB; raise largest_file in briefreader.yaml."]
    assert isinstance(read(path)[0], Article)


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.csv.gz", "bomb.html.gz"])
def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"x" * 400_000_000, 1))
    with little_memory():
        assert all("larger than" in reason for reason in reasons(path))


@pytest.mark.parametrize("name", ["bomb.docx", "bomb.epub"])
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(zipped({"word/document.xml": b"\0" * 200_000_000}))
    with little_memory():
        (reason,) = reasons(path)
    assert "larger than 50 MB" in reason


def test_one_huge_record_does_not_take_the_others_along(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    huge = json.dumps({"text": "x" * 200_000})
    path.write_text(f'{{"text": "Before it."}}\n{huge}\nnot json\n{{"text": "After it."}}\n')
    found = read(path, SMALL)
    assert [item.text for item in found if isinstance(item, Article)] == ["Before it.", "After it."]
    assert [item.path for item in found if isinstance(item, Skipped)] == [
        "a.jsonl, line 2",
        "a.jsonl, line 3",
    ]


def test_a_field_of_a_hundred_megabytes_is_one_line_in_the_report(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w") as stream:
        stream.write("title,text\nOne,Before it.\nHuge,")
        for _ in range(100):
            stream.write("x" * 1_000_000)
        stream.write("\nTwo,After it.\n")
    with little_memory():
        found = read(path)
    assert [item.title for item in found if isinstance(item, Article)] == ["One", "Two"]
    assert [item.path for item in found if isinstance(item, Skipped)] == ["a.csv, row 3"]


def test_a_huge_message_does_not_take_the_folder_along(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_text(
        "From a\nSubject: One\n\nBefore it.\n\n"
        f"From b\nSubject: Huge\n\n{'x' * 200_000}\n\n"
        "From c\nSubject: Two\n\nAfter it.\n"
    )
    found = read(path, SMALL)
    assert [item.title for item in found if isinstance(item, Article)] == ["One", "Two"]


def test_a_file_that_vanished_is_reported(tmp_path: Path) -> None:
    assert reasons(tmp_path / "gone.txt") == ["It vanished before it could be read."]


def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", forbidden)
    assert reasons(tmp_path / "secret.txt") == ["You have no permission to read it."]


def test_a_pipe_that_took_the_place_of_a_file_is_never_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    assert reasons(path) == ["It is not a file any more."]


def test_a_plug_in_or_parser_that_fails_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefreader.ingest.formats.pdf.repair", lambda text: 1 / 0)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(["Text"]))
    assert reasons(path) == ["It cannot be read as PDF (ZeroDivisionError: division by zero)."]


@pytest.mark.parametrize("kind", ["docx", "epub", "pdf"])
@pytest.mark.parametrize("cut", [10, 100, 300])
def test_a_document_that_was_cut_off_never_raises(tmp_path: Path, kind: str, cut: int) -> None:
    whole = {"docx": docx(["Text"]), "epub": epub({"a": "<p>Text</p>"}), "pdf": pdf(["Text"])}[kind]
    path = tmp_path / f"a.{kind}"
    path.write_bytes(whole[:-cut])
    assert len(list(read_file(path, relative="a"))) >= 1


def test_a_scan_passes_by_all_that_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nothing.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "socket.txt"))
        (tmp_path / "device.txt").symlink_to("/dev/zero")
        (tmp_path / "story.txt").write_text("A story.")
        found = {
            item.relative if not isinstance(item, Skipped) else item.path: item for item in scan([tmp_path])
        }
    told = {path: item.reason for path, item in found.items() if isinstance(item, Skipped)}
    assert told == {
        "self.txt": "It is a symbolic link that leads in a circle.",
        "dangling.txt": "It vanished before it could be read.",
        "pipe.txt": "It is a pipe, not a file.",
        "socket.txt": "It is a socket, not a file.",
        "device.txt": "It is a device, not a file.",
    }
    assert set(found) - set(told) == {"story.txt"}


def test_a_folder_that_cannot_be_opened_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "a.txt").write_text("A story.")
    (tmp_path / "shut").mkdir()
    listing = os.scandir

    def guarded(folder: str) -> object:
        if str(folder).endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(os, "scandir", guarded)
    found = list(scan([tmp_path]))
    assert Skipped("shut", "You have no permission to read it.") in found
    assert len(found) == 2


def test_names_with_line_ends_and_broken_bytes_are_shown_harmless_and_opened_right(tmp_path: Path) -> None:
    for name in (b"new\nline.txt", b"broken\xff.txt", b"-rf.txt", b"$(reboot).txt", b"\x1b]0;x\x07.txt"):
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text("A story of the harbour.")
    found = [item for item in scan([tmp_path]) if not isinstance(item, Skipped)]
    assert len(found) == 5
    assert {item.relative for item in found} == {
        "new\u2424line.txt", "broken\\xff.txt", "-rf.txt", "$(reboot).txt", "\u241b]0;x\u2407.txt",
    }  # fmt: skip
    for item in found:
        (article,) = read(item.path)
        assert isinstance(article, Article)


def test_names_that_look_alike_when_shown_stay_two(tmp_path: Path) -> None:
    for name in ("a\x01.txt", "a\u2401.txt"):
        (tmp_path / name).write_text("A story.")
    found = [item for item in scan([tmp_path]) if not isinstance(item, Skipped)]
    assert len({item.relative for item in found}) == 2


@pytest.mark.parametrize(
    "text",
    [" " * 2_000_000, "." * 500_000, '"' * 500_000, "http://" * 100_000, "a-" * 300_000],
    ids=["spaces", "dots", "quotes", "addresses", "hyphens"],
)
def test_a_text_of_one_thing_over_and_over_takes_no_more_than_its_length(text: str) -> None:
    assert sentences(clean(f"The end.\n{text}").text)


def test_a_feed_that_is_named_like_an_address_or_a_file_is_read_as_a_feed(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_text("http://127.0.0.1:9/<rss></rss>")
    assert reasons(path) == ["It is a feed without entries."]


@pytest.mark.parametrize("length", [10**12, 10**30, 3, -5])
def test_an_archive_that_lies_about_a_length_is_read_or_refused_and_nothing_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], length: int
) -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Some text.</p>\x1b]0;owned\x07"
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    kind = b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % length
    (tmp_path / "a.warc").write_bytes(head + kind + page)
    with little_memory():
        (found,) = read(tmp_path / "a.warc")
    assert isinstance(found, Article) or found.reason == "It is damaged, or no web archive."
    assert capsys.readouterr() == ("", "")


def test_a_message_of_two_hundred_megabytes_does_not_take_the_folder_along(tmp_path: Path) -> None:
    with (tmp_path / "a.mbox").open("wb") as stream:
        stream.write(b"From a\nSubject: One\n\nBefore it.\n\nFrom b\nSubject: Huge\n\n")
        for _ in range(200):
            stream.write(b"A line of the message that goes on.\n" * 28_000)
        stream.write(b"\nFrom c\nSubject: Two\n\nAfter it.\n")
    with little_memory():
        one, huge, two = read(tmp_path / "a.mbox")
    assert isinstance(one, Article)
    assert huge == Skipped(
        "a.mbox, message 2", "It is larger than 50 MB; raise largest_file in briefreader.yaml."
    )
    assert isinstance(two, Article)
