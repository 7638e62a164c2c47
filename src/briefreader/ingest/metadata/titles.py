"""A title for a text that has none: the words of its first sentence, shortened where it bends."""

from __future__ import annotations

import re

from briefreader.model import Span
from briefreader.text.sentences import sentences
from briefreader.text.stamps import is_stamp

LONGEST = 100
_SHORTEST = 60
_OPENING = re.compile(
    r"(?:following|after|during|amid|despite|before|while|as|when|if|with|in|on|at)\b[^,.]{0,70},\s+(?=\S)",
    re.IGNORECASE,
)
_BEND = re.compile(
    r"[,;:]?\s+(?:that|as|while|after|before|when|because|which|who|where|but|and|on)\s|[,;:–—]\s|\s[–—]\s"
)
# What no title ends with: it leads on to a word that was cut off.
_LEADING_ON = re.compile(
    r"(?:\s+(?:an?|the|this|these|his|her|its|their|our|my|your|of|to|in|on|at|by|for|from|with|without|into|over|"
    r"under|between|among|against|about|than|and|or|but|nor|as|that|which|who|whose|where|when|while|if|because|"
    r"so|is|are|was|were|be|been|being|has|have|had|will|would|shall|should|can|could|may|might|must|not|more))+$",
    re.IGNORECASE,
)


def derive_title(text: str, within: Span) -> str:
    """Return a title of at most :data:`LONGEST` characters, made of words that open the part ``within``."""
    opening_words = Span(within.start, min(within.end, within.start + 2000))
    found = (each for each in sentences(text, opening_words) if not is_stamp(each.cut(text)))
    first = next(found, within)
    sentence = " ".join(first.cut(text).split())
    opening = _OPENING.match(sentence)
    if opening and len(sentence) > LONGEST and len(sentence) - opening.end() >= _SHORTEST:
        rest = sentence[opening.end() :]
        sentence = rest[0].upper() + rest[1:]
    return shorten(sentence)


def shorten(sentence: str) -> str:
    """Return ``sentence`` without its full stop; if it is too long for a title, cut where it bends.

    Where it does not bend it is cut behind a word, and behind one that something may end with.
    """
    if len(sentence) <= LONGEST:
        return sentence.rstrip(" .")
    bends = [bend.start() for bend in _BEND.finditer(sentence, _SHORTEST, LONGEST)]
    cut = bends[-1] if bends else sentence.rfind(" ", _SHORTEST, LONGEST)
    kept = sentence[: cut if cut > 0 else LONGEST - 1]
    return _LEADING_ON.sub("", kept).rstrip(" ,;:") + "…"
