"""A time stamp before the first word of a sentence is no part of it."""

from __future__ import annotations

import pytest

from briefreader.compare.units import units
from briefreader.ingest import clean
from briefreader.text.sentences import sentences
from briefreader.text.stamps import is_stamp

SAID = "The ferry to Varnholm sank."


def parts(text: str) -> list[str]:
    return [span.cut(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "stamp",
    [
        "09:40 GMT 03.02.2031 (Updated: 11:05 GMT 04.02.2031)",
        "09:40 GMT 03.02.2031",
        "(Updated: 11:05 GMT 04.02.2031)",
        "3 February 2031, 9:40 a.m.",
        "Published: February 3, 2031 at 09:40 CET | Last updated 2031-02-04 11:05 +0100",
        "03/02/2031 09:40",
        "[2031-02-03 09:40:12Z]",
    ],
)
def test_a_sentence_begins_behind_the_time_stamp_before_it(stamp: str) -> None:
    assert parts(f"{stamp} {SAID} Nobody drowned.") == [stamp, SAID, "Nobody drowned."]
    assert parts(f"{stamp} “The ferry sank,” said Quill.") == [stamp, "“The ferry sank,” said Quill."]
    assert parts(f"It was late.\n\n{stamp}\n{SAID}") == ["It was late.", stamp, SAID]
    assert is_stamp(stamp)


@pytest.mark.parametrize(
    "sentence",
    [
        "At 09:40 GMT on 3 February 2031 The Lantern went to press.",
        "09:40 GMT 03.02.2031 was when the ferry sank.",
        "3 February 2031 Quill will not forget.",
        "09:40 Quill left the quay, 09:55 Brekke.",
        "The ferry sank at 09:40 GMT 03.02.2031 Varnholm time.",
        "(Updated: Quill denies it) The ferry sank.",
        "05.01.2022 EU ministers met.",
        "2031-02-03 09:40",
    ],
)
def test_a_time_that_a_sentence_tells_stays_in_it(sentence: str) -> None:
    assert parts(sentence) == [sentence]


def test_a_stamp_and_nothing_else_is_no_claim_to_compare_and_no_title() -> None:
    stamp = "09:40 GMT 03.02.2031 (Updated: 11:05 GMT 04.02.2031)"
    found = clean(f"{stamp} {SAID} Nobody aboard had seen the rock before it was too late to turn.\n")
    assert found.title.startswith("The ferry to Varnholm sank")
    assert next(unit.cut(found.text) for unit in units(found)) == SAID
