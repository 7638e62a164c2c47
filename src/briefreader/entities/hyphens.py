"""Where a hyphenated word is one name ("Jean-Claude") and where it is several words ("US-led")."""

from __future__ import annotations

from collections.abc import Mapping

from briefreader.entities.lexicon import words

# Bits in the gazetteer's flags.
COUNTRY, BIG_CITY, PLACE, GIVEN = 1, 1 << 2, 1 << 3, 1 << 7
_SYLLABLE = 6


def pieces(word: str, flags: Mapping[str, int]) -> list[str]:
    """Cut a word at its hyphens, which become pieces too, unless the hyphens belong to one name.

    ``flags`` are the gazetteer's, to tell "Russia-China" from "Alsace-Lorraine".
    """
    parts = word.split("-")
    if is_one_name(parts, flags):
        return [word]
    return [piece for part in parts for piece in (part, "-") if piece][:-1]


def is_one_name(parts: list[str], flags: Mapping[str, int]) -> bool:
    """Tell whether the hyphens between ``parts`` belong to one name or one common word."""
    if any(part.isupper() and len(part) > 1 for part in parts):
        return parts[0].isalpha() and parts[-1].isdigit()
    if parts[0].lower() in words("prefix"):
        return False
    capital = [part[:1].isupper() for part in parts]
    if not any(capital):
        return True
    if capital == [True, False] and _is_given(parts, flags):
        return True
    if not all(up or part.lower() in words("particle") for up, part in zip(capital, parts, strict=True)):
        return False
    return not (len(parts) == 2 and _are_places(flags[parts[0]], flags[parts[1]]))


def _are_places(one: int, other: int) -> bool:
    """Tell two places by their flags; two that are given names as well are taken for one of a person's."""
    sites = COUNTRY | BIG_CITY | PLACE
    return bool(one & sites and other & sites and not one & other & GIVEN)


def _is_given(parts: list[str], flags: Mapping[str, int]) -> bool:
    """Tell a given name of two syllables, as Korean ones are written: "Min-woo", as against "Paris-based"."""
    first, second = parts
    if max(len(first), len(second)) > _SYLLABLE or flags[first] & (COUNTRY | BIG_CITY | PLACE):
        return False
    return second.isalpha() and second not in words("compound")
