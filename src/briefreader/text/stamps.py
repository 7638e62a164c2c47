"""Time stamps that open a paragraph, as "09:40 GMT 03.02.2031 (Updated: 11:05 GMT 04.02.2031) He …"."""

from __future__ import annotations

import re

_ZONE = (
    r"(?:[ ]?(?:GMT|UTC|BST|MSK|IST|JST|Z|[CW]ES?T|EES?T|[ECMP][SD]?T)\b)?(?:[ ]?[+-]\d{1,2}:?(?:\d{2})?)?"
)
_TIME = rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:[ ]?[AaPp]\.?[Mm]\b\.?)?{_ZONE}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[ ]{_MONTH},?[ ]\d{{4}}"
    rf"|{_MONTH}[ ]\d{{1,2}},?[ ]\d{{4}})"
)
_MOMENT = rf"(?:{_TIME},?[ ]{_DAY}|{_DAY},?[ ](?:at[ ])?{_TIME})"
_SAID = (
    r"(?:(?:[Ll]ast )?(?:Published|Posted|Updated|Modified|published|posted|updated|modified)(?: on)?:?[ ])?"
)
_ITEM = rf"[(\[]?{_SAID}{_MOMENT}[)\]]?"
_ALONE = re.compile(rf"{_ITEM}(?:[ ]?[|,;–—-]?[ ]?{_ITEM}){{0,2}}")
_STAMP = re.compile(rf"{_ALONE.pattern}(?=\s+[\"'“‘«(\[]*([^\W\d_]))")


def stamp_end(text: str, start: int, end: int) -> int:
    """Return where the time stamps that open this part of a text end; ``start`` where none does.

    A stamp has both time and day, and a word with a capital follows it: what a sentence says of a time goes
    on with a small letter or names no day.
    """
    found = _STAMP.match(text, start, end)
    return start if found is None or found[1].islower() else found.end()


def is_stamp(sentence: str) -> bool:
    """Tell whether a sentence is nothing but time stamps."""
    return _ALONE.fullmatch(sentence) is not None
