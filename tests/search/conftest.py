"""A shelf of articles in an index of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.model import Span
from briefreader.search import Engine
from tests.search.library import Shelf, article, shelved

FERRY = (
    "The night ferry to Orlund was cancelled. Ferries need inspections, said Mira Solen of the port office."
)
HARBOUR = "Harbour talks ended without a deal. The talks in Orlund resume on Monday; Solen was not there."
BRIDGE = "A bridge instead of the ferry? The council's inspector, J. Brandt, talked of 3.5 million crowns."
CAFE = "At the café Šárka the harbour-master talked about the U.S. grain ship and its security papers."


@pytest.fixture
def newsroom(tmp_path: Path) -> tuple[Engine, Shelf]:
    """Four articles of an invented port, from three sources and two months."""
    engine, shelf = shelved(
        tmp_path,
        article(
            1, FERRY, "Ferry cancelled", source="Orlund Post", published="2021-12-22", author="Ada Finch"
        ),
        article(2, HARBOUR, "No deal on harbour", source="Tideline", published="2021-12-28T18:30:00+01:00"),
        article(3, BRIDGE, "Bridge or ferry", source="Tideline", published="2022-01-05", language="en"),
        article(4, CAFE, "Talk of the harbour", source="Kvartal", url="https://kvartal.example/cafe-sarka"),
    )
    shelf.flags = {"is:read": {2, 4}, "tag:port": {2}, "has:note": {4}, "is:starred": {1}}
    shelf.notes = {4: "ask the harbour master"}
    solen = [Span(FERRY.index("Mira"), FERRY.index(" of the port"))]
    shelf.mentions = {
        ("person", "solen"): {1: solen, 2: [Span(HARBOUR.index("Solen"), HARBOUR.index(" was"))]}
    }
    shelf.alike = {"1.txt": {3: 0.9, 2: 0.4}}
    return engine, shelf
