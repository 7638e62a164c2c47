"""Finding words or a pattern within one text, as one types them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefreader.errors import BriefreaderError
from briefreader.model import Span
from briefreader.text.pattern_size import is_reasonable

TIME_LIMIT_S = 0.5
"""How long a pattern may search before it is given up, in seconds."""


class BadPattern(BriefreaderError):  # noqa: N818 (errors here are named for what went wrong)
    """A pattern that cannot be searched for."""


def find(text: str, typed: str, *, time_limit: float = TIME_LIMIT_S) -> list[Span]:
    """Return where ``typed`` stands in ``text``.

    Words match over any white space between them, and whether joiners stand within them or not. Between
    slashes, as in ``/20[12]\\d/``, stands a regular expression; the second slash may still be missing.
    Capitals count where any are typed ("smart case").

    Raises:
        BadPattern: the expression is not one, or takes longer than ``time_limit`` seconds.
    """
    if len(typed) > 1 and typed.startswith("/"):
        return list(_expression(text, typed[1:].removesuffix("/"), time_limit))
    pattern = r"\s+".join(filter(None, map(_letters, typed.split())))
    flags = 0 if _has_capitals(typed) else re.IGNORECASE
    return [Span(*found.span()) for found in re.finditer(pattern, text, flags)] if pattern else []


def nearest(text: str, words: str, place: int) -> int | None:
    """Return where ``words`` stand nearest to ``place``, None where they do not."""
    above, below = text.rfind(words, 0, place + len(words)), text.find(words, place)
    return min((at for at in (above, below) if at >= 0), key=lambda at: abs(at - place), default=None)


def _letters(word: str) -> str:
    """Return a pattern for a word; joiners, which few keyboards have, may stand within it."""
    if word.isascii():
        return re.escape(word)
    return "[\u200b-\u200d]?".join(re.escape(char) for char in word if not "\u200b" <= char <= "\u200d")


def _expression(text: str, pattern: str, time_limit: float) -> Iterator[Span]:
    import regex  # costs 30 ms, and few sessions need it; unlike re it can be stopped

    if not is_reasonable(pattern):
        raise BadPattern("this expression is too large: make it shorter, or repeat less in it")
    literal = re.sub(r"\\.", "", pattern)
    flags = regex.MULTILINE | (0 if _has_capitals(literal) else regex.IGNORECASE)
    try:
        for found in regex.compile(pattern, flags).finditer(text, timeout=time_limit):
            if found.end() > found.start():
                yield Span(*found.span())
    except regex.error as problem:
        raise BadPattern(f"no regular expression: {problem.msg}") from None
    except TimeoutError:
        raise BadPattern("this expression takes too long on this article; make it simpler") from None


def _has_capitals(typed: str) -> bool:
    return any(char.isupper() for char in typed)
