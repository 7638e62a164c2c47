"""What fuzzing begins with: small and whole specimens, and every attack."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from tests.fuzz import containers, kept
from tests.hostile.payloads import PAYLOADS
from tests.ingest import samples

_WHOLE: dict[str, list[bytes]] = {
    "querying": [b'"a phrase" AND title:x* -b~2 OR (c date:2022-01..2022-03)', b"person:a..b ^2 NEAR/3"],
    "yaml": [b"a: [1, 'two', {b: null}]\nc: |\n  text\n", b"&a [*a]\n", b"on: yes\n"],
    "keymap": [b"preset: vim\nmove.down: [j, down]\napp.help: null\n"],
    "settings": [b"reading:\n  measure: 80\nlook:\n  theme: briefreader\n"],
    "corrections": [b"corrections:\n- merge: [person:a, person:b]\n  name: A\n- hide: person:c\n"],
    "reading.md": [b"---\ntitle: A\ndate: 2022-01-02\n---\n\n# B\n\ntext\n"],
    "reading.html": [b"<html><head><title>A</title></head><body><p>text</p></body></html>"],
    "reading.eml": [b"From: a@b.example\nSubject: =?utf-8?q?A?=\nDate: 3 Jan 2022 10:00:00 +0000\n\ntext\n"],
    "reading.rss": [b"<rss><channel><title>A</title><item><title>B</title></item></channel></rss>"],
    "reading.jsonl": [b'{"title": "A", "text": "B", "date": "2022-01-02"}\n'],
    "reading.csv": [b"title,text,date\nA,B,2022-01-02\n"],
    "reading.pdf": [samples.pdf(["One line", "and another"], "A title")],
    "reading.docx": [samples.docx(["One paragraph", "and another"], "A title")],
    "reading.epub": [samples.epub({"one.xhtml": "<p>One chapter</p>"})],
    "reading.txt.gz": [gzip.compress(b"A title\n\nText.\n")],
    "reading.mbox": [b"From a\nSubject: One\n\ntext\n\nFrom b\nSubject: Two\n\n>From text\n"],
    "reading.xml": [
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><summary>B</summary></entry></feed>"
    ],
    "reading.json": [b'{"articles": [{"title": "A", "text": "B", "tags": ["c"]}]}', b'[{"body": "<p>text"}]'],
    "reading.tsv": [b'title\ttext\nA\t"B\nC"\n'],
    "reading.warc": [
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/\r\n"
        b"Content-Type: text/html\r\n"
        b"Content-Length: 12\r\n\r\n<p>Some text\r\n\r\n"
    ],
    **containers.SPECIMENS,
    **kept.SPECIMENS,
}


def seeds(target: str) -> Iterator[bytes]:
    """Yield the specimens of a target."""
    yield from _WHOLE.get(target, ())
    yield from (payload.encode("utf-8", "surrogatepass") for payload in PAYLOADS.values())
