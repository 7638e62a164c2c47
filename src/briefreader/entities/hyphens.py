"""Where a hyphenated word is one name ("Jean-Claude") and where it is several words ("US-led")."""

from __future__ import annotations

from collections.abc import Mapping

from briefreader.entities.lexicon import words

COUNTRY = 1  # a country's bit in the gazetteer's flags


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
    if not all(up or part.lower() in words("particle") for up, part in zip(capital, parts, strict=True)):
        return False
    return not (len(parts) == 2 and all(flags[part] & COUNTRY for part in parts))
