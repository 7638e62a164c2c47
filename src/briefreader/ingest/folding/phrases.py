"""Lines that are page residue by their own wording: addresses, forms, invitations, machine values."""

from __future__ import annotations

import re

_RULES = (
    ("address", r"(?:https?://|www\.)\S+"),
    ("address", r"https?://\S+\.(?:jpe?g|png|gif|webp|svg).*"),
    ("e-mail address", r"(?:e-?mail:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("telephone number", r"(?:(?:tel|phone|fax)\w*[.:]?\s*)?\+?\(?\d[\d\s().-]{6,}\d"),
    ("machine value", r"\d{4}-\d\d-\d\dT\d\d:\d\d\S*|[a-z]{2}_[A-Z]{2}"),
    (
        "date line",
        r"(?:\d{1,2}:\d\d\s*(?:GMT|UTC)?,?\s*)?\d{1,2}(?:\.\d\d\.|\s\w+\s)\d{4}"
        r"(?:,?\s*\d{1,2}:\d\d(?:\s*[A-Z]{2,4})?)?",
    ),
    ("image caption", r".*/>"),
    ("comment form", r"leave an? (?:reply|comment)\b.{0,40}"),
    ("comment form", r"your e-?mail address will not be published\b.*"),
    ("comment form", r"required fields are marked\b.*"),
    ("comment form", r"(?:name|e-?mail|website|comment)\s*\*?"),
    ("comment form", r"(?:post|submit|add|write) (?:a )?(?:comment|reply)s?|(?:no|\d+) comments?( yet)?"),
    ("invitation", r"follow .{1,60} on (?:twitter|x|facebook|telegram|instagram|youtube|linkedin)\b.{0,80}"),
    ("invitation", r".{0,60}\bto your inbox\b.{0,20}"),
    ("invitation", r"(?:subscribe|sign up)\b.{0,120}"),
    ("invitation", r"we (?:don['’]t|do not|never) spam\b.*"),
    ("privacy notice", r".{0,80}\bread our (?:privacy|cookie) policy\b.*"),
    ("privacy notice", r"(?:privacy policy|terms of (?:use|service)|cookie (?:policy|settings))\W*"),
    ("source link", r"source(?: link)?\W*"),
    (
        "sharing",
        r"(?:share|tweet|pin|like|print|e-?mail|copy link|save)(?: (?:on|by|via|this|with) .{1,30})?",
    ),
    ("copyright", r"(?:©|\(c\)|copyright\b).{0,120}|.{0,100}\ball rights reserved\b.{0,40}"),
    ("navigation", r"(?:read|see) (?:more|also|next)\b.{0,100}|back to top"),
    ("navigation", r"related (?:articles|stories|posts|news)\W*"),
    ("navigation", r"(?:home|menu|search|sign (?:in|out)|log ?(?:in|out)|register|next|previous)\W*"),
    ("advertisement", r"(?:advertisement|sponsored|newsletter)\W*"),
)
_COMPILED = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _RULES)


def residue(line: str) -> str | None:
    """Return why ``line`` is page residue whatever stands around it, or None."""
    if len(line) > 400:
        return None
    return next((reason for reason, pattern in _COMPILED if pattern.fullmatch(line)), None)
