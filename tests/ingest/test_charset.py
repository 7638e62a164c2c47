"""Bytes to text: the right charset, nothing dropped, entities resolved."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.charset import decode
from briefreader.ingest.repair import repair
from tests.ingest.samples import only_article

STORY = "The café in Łódź – “closed” since May – opens again, naïve as that may sound to its neighbours."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_recognised_with_and_without_a_mark(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(STORY.encode(charset))
    assert only_article(path).text == STORY


def test_windows_1252_is_read_as_such_whatever_latin_name_it_goes_by() -> None:
    data = "“It’s naïve” – said nobody…".encode("cp1252")
    for declared in ("iso-8859-1", "latin-1", "windows-1252", "us-ascii"):
        assert decode(data, declared) == "“It’s naïve” – said nobody…"


def test_a_charset_that_nothing_declares_is_found() -> None:
    text = "Лодка утонула, но команда доплыла до берега и согрелась у костра. " * 5
    assert decode(text.encode("cp1251")) == text


def test_a_declared_charset_is_believed() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"


def test_one_bad_byte_in_utf_8_is_shown_and_the_rest_stays_utf_8() -> None:
    data = STORY.encode() + b" and \xff this"
    assert decode(data) == STORY + " and \ufffd this"


def test_a_page_is_read_in_the_charset_it_names(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    body = "<p>Pożar w Łodzi ugaszono dopiero nad ranem, gdy przyjechały wozy z trzech miast.</p>" * 3
    path.write_bytes(
        f'<html><head><meta charset="iso-8859-2"></head><body>{body}</body></html>'.encode("iso-8859-2")
    )
    assert "Pożar w Łodzi ugaszono" in only_article(path).text


@given(st.binary())
def test_no_bytes_at_all_fail_to_decode(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("tea &amp; cake", "tea & cake"),
        ("“over,” & mdash; he said", "“over,” — he said"),
        ("wait &amp;hellip; now", "wait … now"),
        ("&#8220;yes&#x201D;", "“yes”"),
        ("it&#146;s", "it’s"),
        ("soft\u00adhyphen and\u200b nothing", "softhyphen and nothing"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("?a=1&copy=2", "?a=1&copy=2"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("&bogus; &#0; &#55296;", "&bogus; \ufffd \ufffd"),
    ],
)
def test_broken_entities_are_repaired_and_lookalikes_left(broken: str, whole: str) -> None:
    assert repair(broken) == whole


@pytest.mark.parametrize(
    "declared", ["rot13", "hex", "zlib", "idna", "undefined", "u\0", "no-such", "x" * 500]
)
def test_a_charset_that_is_none_loses_no_letter(declared: str) -> None:
    assert "A word" in decode(b"A word \xff\xfe.\xe9", declared)
