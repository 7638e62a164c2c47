"""Joiners: the unseen code points that some scripts are spelt with, and that others can only be deceived by.

U+200C and U+200D shape Persian, Urdu or Sinhala words, U+200D makes one emoji of several, U+200B ends words
of Khmer or Thai. Only there are they honest (after UAX #31, 2.3); between Latin letters they hide.

Terminals measure them as they like: emoji that U+200D joins take two cells here and six there, and tmux puts
any two letters around it into one cell. The screen shows :func:`unjoined` text, measured alike everywhere.
"""

from __future__ import annotations

import re
from functools import cache

_CURSIVE = (
    "\u0620-\u0669\u066e-\u06d3\u06d5-\u06dc\u06df-\u06fc\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088e"
    "\u0898-\u08e1\u08e3-\u08ff"  # Arabic letters, their marks and digits
    "\u0710-\u074f\u0860-\u086a\u07ca-\u07f5"  # Syriac, N'Ko
)
_SYLLABIC = (
    "\u0900-\u0963\u0966-\u0dff\ua8e0-\ua8ff"  # from Devanagari to Sinhala
    "\u1000-\u109f\u1780-\u17b3\u17b6-\u17d3\u1b00-\u1b4c\ua980-\ua9c0"  # Burmese, Khmer, Balinese, Javanese
)
_UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u1980-\u19ff\u1a20-\u1aad"  # Tai Lue, Tai Tham
)
_EMOJI = "\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff"


def _within(script: str, joiners: str) -> str:
    """Return a pattern for one joiner behind a letter of a script, with none of another script following."""
    return f"(?<=[{script}])[{joiners}](?=[{script}]|(?![\\w\u200b-\u200d]))"


@cache
def _honest() -> re.Pattern[str]:
    """Return what matches an honest joiner; made when the first joiner is met, for it takes 6 ms."""
    places = (
        _within(_CURSIVE, "\u200c\u200d"),
        _within(_SYLLABIC, "\u200c\u200d"),
        _within(_UNSPACED, "\u200b"),
        f"(?:(?<=[{_EMOJI}])|(?<=[{_EMOJI}]\ufe0f))\u200d(?=[{_EMOJI}])",
    )
    return re.compile("|".join(places))


def is_honest(text: str, place: int) -> bool:
    """Tell whether the joiner at ``text[place]`` stands where spelling asks for it."""
    return _honest().match(text, place) is not None


def unjoined(text: str) -> str:
    """Return ``text`` as it is given to a terminal: without what terminals measure each in its own way.

    What is left out takes no cell. What is copied, exported and searched keeps it.
    """
    return text.replace("\u200d", "").replace("\u200b", "")
