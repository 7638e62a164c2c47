"""Where sentences begin and end: rules over punctuation, capitals and a list of abbreviations."""

from __future__ import annotations

import re

from briefreader.model import Span
from briefreader.text.stamps import stamp_end

_listed = re.compile(r"\S+").findall
_ABBREVIATIONS = frozenset(
    _listed("""
    mr mrs ms mx dr prof rev hon st sr jr gen col lt sgt capt cmdr adm maj brig gov sen rep amb pres mt ft
    vol vols pp ed eds fig figs art arts sec para approx est inc ltd co corp bros dept univ assn messrs
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri supt insp det
    vs cf al viz ca e.g i.e a.m p.m u.s u.k u.n e.u d.c ph.d mme mlle""")
)
# These may well end a sentence, so a capital after them that opens one decides.
_MAY_END = frozenset(_listed("inc ltd co corp jr sr a.m p.m u.s u.k u.n e.u d.c ph.d al etc"))
_BEFORE_NUMBERS = frozenset(_listed("no nos art arts fig figs sec para vol vols pp"))
_OPENERS = frozenset(
    _listed("""
    the a an he she it they we i you this that these those in on at but and however meanwhile after
    before when while if as for there his her its their our my what who why how according""")
)
_CLOSING = "\"'”’»)\\]"
_END = re.compile(
    rf"(?P<stop>(?<![.!?…])[.!?…]++)[{_CLOSING}]*(?:\s+|(?<=[a-z][.!?][{_CLOSING}])(?=[“A-Z])|(?<=[a-z]{{2}}[.!?])(?=[“\"]?[A-Z][a-z]))"
    r"|(?P<wide>[。！？]+[」』”）]*)|(?P<blank>\n[ \t]*\n\s*)"
)
_BEFORE = re.compile(r"[^\s(\[“\"'‘]+\Z")
_NEXT = re.compile(r"[\"'“‘«(\[]*(\w[\w’']*)")


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """Return the sentences of ``text``, or of the part that ``within`` covers, without outer spaces.

    A blank line always ends a sentence, a single line end never does. Full stops of abbreviations,
    initials and numbers do not end one; closing quotation marks belong to the sentence they close. A time
    stamp before the first word is no part of the sentence: it is given by itself.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match["stop"] and not _ends(text, begin, match, end):
            continue
        _add(spans, text, begin, match.end())
        begin = match.end()
    _add(spans, text, begin, end)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    stamped = stamp_end(text, start, end)
    if stamped > start:
        spans.append(Span(start, stamped))
        start = stamped
        while text[start].isspace():
            start += 1
    if end > start:
        spans.append(Span(start, end))


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Tell whether the stop that ``match`` found ends the sentence that began at ``begin``."""
    following = _NEXT.match(text, match.end(), end)
    if following is None:
        return True
    word = following[1]
    if match["stop"] != ".":
        # "Really?" he asked: the sentence goes on where a small letter follows.
        return not word[0].islower()
    if word[0].islower():
        return False
    before = _BEFORE.search(text, max(begin, match.start() - 24), match.start())
    return before is None or _stands_alone(before[0].lower(), word)


def _stands_alone(before: str, following: str) -> bool:
    """Tell whether a full stop after the word ``before`` can end a sentence, ``following`` coming next."""
    if before in _MAY_END:
        return following.lower() in _OPENERS
    if before in _BEFORE_NUMBERS:
        return not following[0].isdigit()
    return before not in _ABBREVIATIONS and not (len(before) == 1 and before.isalpha())
