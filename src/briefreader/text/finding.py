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

    Words match over any white space between them. Between slashes, as in ``/20[12]\\d/``, stands a regular
    expression; the second slash may still be missing. Capitals count where any are typed ("smart case").

    Raises:
        BadPattern: the expression is not one, or takes longer than ``time_limit`` seconds.
    """
    if len(typed) > 1 and typed.startswith("/"):
        return list(_expression(text, typed[1:].removesuffix("/"), time_limit))
    pattern = r"\s+".join(re.escape(word) for word in typed.split())
    flags = 0 if _has_capitals(typed) else re.IGNORECASE
    return [Span(*found.span()) for found in re.finditer(pattern, text, flags)] if pattern else []


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
        raise BadPattern(f"this is no regular expression: {problem}") from None
    except TimeoutError:
        raise BadPattern("this expression takes too long on this article; make it simpler") from None


def _has_capitals(typed: str) -> bool:
    return any(char.isupper() for char in typed)
