"""A collection that attacks whoever opens it: every payload in every field, format and file name."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.hostile.payloads import PAYLOADS, coded

FIRST_DAY = date(2021, 1, 1)
HONEST = "السلام عليكم من القاهرة. שלום מירושלים."


def build(folder: Path) -> int:
    """Write the collection into ``folder`` and return how many articles it holds.

    Article n is called "Brief n …", begins "Body n …" and is dated n days after FIRST_DAY.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = list(_articles())
    for number, (name, data) in enumerate(written):
        (folder / f"{number:03d}-{name}").write_bytes(data)
    for number, payload in enumerate(PAYLOADS.values(), len(written)):
        _write_hostile_name(folder, number, payload)
    return len(written) + len(PAYLOADS)


def _articles() -> Iterator[tuple[str, bytes]]:
    number = 0
    for name, payload in PAYLOADS.items():
        for suffix, write in ((".md", _markdown), (".html", _page), (".txt", _plain)):
            yield name + suffix, write(number, payload).encode("utf-8", "surrogatepass")
            number += 1


def _body(number: int, payload: str) -> str:
    return (
        f"Body {number} tells of a meeting.\n\n"
        f"Minister Ana{payload}Testova met Bruno Probst of the Ruritanian {payload} Bank in Strelsau. "
        f"{HONEST}\n\n"
        f"“We {payload} agreed on everything,” said Testova. Marker words follow: {payload}\n"
    )


def _day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number)).isoformat()


def _markdown(number: int, payload: str) -> str:
    fields = {
        "title": f"Brief {number} {payload} title",
        "source": f"Outlet {payload} source",
        "author": f"Author {payload} Writer",
        "date": _day(number),
        "url": f"https://hostile.example/{payload}",
    }
    front = "\n".join(f"{key}: {coded(value)}" for key, value in fields.items())
    return f"---\n{front}\ntags: [{coded(payload)}]\n---\n\n{_body(number, payload)}"


def _page(number: int, payload: str) -> str:
    entities = "".join(f"&#{ord(char)};" for char in payload)
    linked = {"@type": "NewsArticle", "author": {"@type": "Person", "name": f"Author {payload} Writer"}}
    paragraphs = "".join(f"<p>{part}</p>" for part in _body(number, entities).split("\n\n"))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Brief {number} {entities} title</title>"
        f"<meta property='og:site_name' content='Outlet {entities}'>"
        f"<meta property='article:published_time' content='{_day(number)}'>"
        f"<script type='application/ld+json'>{json.dumps(linked)}</script></head>"
        f"<body><article><h1>Brief {number} {entities} title</h1>{paragraphs}</article></body></html>"
    )


def _plain(number: int, payload: str) -> str:
    head = f"Brief {number} {payload} title\n\nBy Author {payload} Writer\n{_day(number)}"
    return f"{head}\n\n{_body(number, payload)}"


def _write_hostile_name(folder: Path, number: int, payload: str) -> None:
    name = payload.replace("/", "|").encode("utf-8", "surrogatepass").replace(b"\0", b"")
    path = Path(os.fsdecode(os.fsencode(folder) + b"/-x " + name + b"\xff\n.txt"))
    text = f"Brief {number} has a name\n\n{_day(number)}\n\nBody {number} is harmless. Marker words.\n"
    path.write_bytes(text.encode())
