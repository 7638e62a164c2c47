"""Lines that are page residue by their own wording: addresses, forms, invitations, machine values."""

from __future__ import annotations

import re
from functools import lru_cache

_RULES = (
    ("address", r"(?:https?://|www\.)\S+"),
    ("address", r"https?://\S+\.(?:jpe?g|png|gif|webp|svg).*"),
    ("e-mail address", r"(?:e-?mail:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    (
        "date line",
        r"(?:\d{1,2}:\d\d\s*(?:GMT|UTC)?,?\s*)?(?:\d{1,2}(?:\.\d\d?\.|/\d\d?/|\s\w+\s)\d{4}|\d{4}-\d\d-\d\d)"
        r"(?:,?\s*\d{1,2}:\d\d(?:\s*[A-Z]{2,4})?)?",
    ),
    ("telephone number", r"(?:tel|phone|fax)\w*[.:\s]*\+?\(?\d[\d\s()./-]{5,}\d"),
    ("telephone number", r"(?:\+|\(\+?\d{1,4}\)|0)\d{0,4}(?:[ ./-]?\(?\d{2,5}\)?){2,5}"),
    ("telephone number", r"\d{3}[-.]\d{3,4}[-.]\d{4}(?:/\d+)?"),
    ("machine value", r"\d{4}-\d\d-\d\dT\d\d:\d\d\S*|[a-z]{2}_[A-Z]{2}"),
    ("image caption", r".*/>"),
    ("comment form", r"leave an? (?:reply|comment)\b.{0,40}"),
    ("comment form", r"your e-?mail address will not be published\b.*"),
    ("comment form", r"required fields are marked\b.*"),
    ("comment form", r"(?:name|e-?mail|website|comment)\s*\*?"),
    ("comment form", r"(?:post|submit|add|write) (?:a )?(?:comment|reply)s?|(?:no|\d+) comments?( yet)?"),
    ("invitation", r"follow .{1,60} on (?:twitter|x|facebook|telegram|instagram|youtube|linkedin)\b.{0,80}"),
    ("invitation", r".{0,60}\bto your inbox\b.{0,20}"),
    ("invitation", r"(?:subscribe|sign up)\b.{0,120}"),
    ("invitation", r"(?:please )?enter your (?:e-?mail|name|postcode|zip)\b.{0,60}"),
    ("invitation", r"(?:click here|(?:you (?:can|may) |to )?unsubscribe)\b.{0,60}"),
    ("invitation", r"(?:thank you|thanks) for (?:subscribing|signing up|registering)\b.{0,80}"),
    (
        "sign-in",
        r"(?:already|not yet|don['’]t have) (?:an? |have an )?(?:subscriber|member|account)\?.{0,60}",
    ),
    ("sign-in", r"forgot(?:ten)? (?:your |my )?(?:password|username)\W*"),
    ("invitation", r"we (?:don['’]t|do not|never) spam\b.*"),
    ("privacy notice", r".{0,80}\bread our (?:privacy|cookie) policy\b.*"),
    ("privacy notice", r"(?:we|(?:this|our) (?:web)?site) uses? cookies\b.{0,250}"),
    (
        "privacy notice",
        r"by (?:signing up|subscribing|registering|clicking|continuing|submitting)\b.{0,80}"
        r"\byou (?:agree|accept|consent|confirm|acknowledge)\b.{0,200}",
    ),
    ("privacy notice", r"(?:accept|reject|manage)(?: all)? (?:cookies|preferences)|cookie preferences"),
    ("privacy notice", r"(?:privacy policy|terms of (?:use|service)|cookie (?:policy|settings))\W*"),
    ("source link", r"source(?: link)?\W*"),
    (
        "sharing",
        r"(?:share|tweet|pin|like|print|e-?mail|copy link|save)(?: (?:on|by|via|this|with) .{1,30})?",
    ),
    (
        "copyright",
        r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|by\b)).{0,120}|.{0,100}\ball rights reserved\b.{0,40}",
    ),
    ("navigation", r"(?:read|see) (?:more|also|next)\b.{0,100}|back to top"),
    ("navigation", r"related (?:articles|stories|posts|news)\W*"),
    ("navigation", r"skip to (?:main |the )?(?:content|navigation|search|article)\W*"),
    ("navigation", r"(?:load|show) more\b.{0,20}"),
    ("technical notice", r"(?:please )?(?:enable|turn on|allow) (?:javascript|cookies)\b.{0,120}"),
    ("technical notice", r"(?:your browser|javascript) (?:does not|doesn['’]t|is not|is disabled)\b.{0,120}"),
    ("navigation", r"(?:home|menu|search|sign (?:in|out)|log ?(?:in|out)|register|next|previous)\W*"),
    ("advertisement", r"(?:advertisement|sponsored|newsletter)\W*"),
)
_WORDED = re.compile(
    r"\b(?:subscri|sign(?:ed)? (?:up|in)|newsletter|cookie|privacy|rights reserved|copyright|comment|e-?mail"
    r"|follow|repl(?:y|ies)\b|shares?\b|advertis|read more|related|log ?in|terms|click|loading|photo|image"
    r"|getty|updated|published|facebook|twitter|whatsapp|instagram|posted|tags?\b|sponsored|more from"
    r"|most (?:read|popular)|trending|recommended|register|you may|next|previous|watch|video|editor)|©",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\W*(?:\d+\s+)?(?:comments?|leave a (?:reply|comment)|responses?|join the (?:conversation|discussion)"
    r"|discussion|komentar|commenti|comentários|kommentare|related|more (?:on|from|stories|in)\b|recommended"
    r"|you (?:may|might) also|most (?:read|popular|viewed)|trending|latest|popular|up next|see also"
    r"|about the author|sobre o autor|você pode gostar|lesen sie auch|recent posts|artikel terkait)\b",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"\W*(?:\d+ (?:comments?|responses?|replies|kommentare|comentários|commenti|commentaires)\b.{0,120}"
    r"|comments(?: \(\d+\))?:?|leave a (?:reply|comment).{0,40}|join the (?:conversation|discussion))",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"getty|reuters/|ap photo|credit:|\(image:|photo(?:graph)? by|file photo|/ap\b|pictured|image credit"
    r"|screenshot|©|\bvia\b.{0,20}$",
    re.IGNORECASE,
)
# Every line that a rule can match begins or ends in one of these ways: most lines are done after a glance.
_BEGINS = re.compile(
    r"https?:|www\.|[\w.+-]{1,64}@|[\d+(©]|[a-z]{2}_|tel|phone|fax|leave|your|required|name|e-?mail"
    r"|website|comment|post|submit|add|write|no |follow|subscribe|sign|we |terms|cookie|source|share"
    r"|tweet|pin|like|print|copy|save|read|see|back|related|home|menu|search|log|register|next"
    r"|previous|advert|sponsored|newsletter|please |enter your|click here|you (?:can|may) unsub|(?:to )?unsub"
    r"|thank|already|not yet|don['’]t have|forgot|this (?:web)?site|our (?:web)?site|by [a-z]+ing\b|accept"
    r"|manage|reject|cookie|skip to|load more|show more|enable|turn on|allow|javascript",
    re.IGNORECASE,
)
_WITHIN = ("/>", "nbox", "NBOX", "olicy", "OLICY", "eserved", "ESERVED")
_LONGEST_RESIDUE = 400
_LONGEST_HINT = 300
_COMPILED = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _RULES)


@lru_cache(maxsize=1024)
def residue(line: str) -> str | None:
    """Return why ``line`` is page residue whatever stands around it, or None."""
    if len(line) > _LONGEST_RESIDUE or not (_BEGINS.match(line) or any(part in line for part in _WITHIN)):
        return None
    return next((reason for reason, pattern in _COMPILED if pattern.fullmatch(line)), None)


def smells_of_residue(line: str) -> bool:
    """Tell whether ``line`` has a word that menus, forms and captions use more than articles do."""
    return len(line) <= _LONGEST_HINT and _WORDED.search(line) is not None


def opens_others(line: str) -> bool:
    """Tell whether ``line`` reads like the heading of comments or of other articles."""
    return _OTHERS.match(line) is not None


def opens_comments(line: str) -> bool:
    """Tell whether ``line`` is the heading of what readers wrote below an article."""
    return _COMMENTS.fullmatch(line) is not None


def is_credit(line: str) -> bool:
    """Tell whether ``line`` names who made a picture."""
    return len(line) <= _LONGEST_HINT and _CREDIT.search(line) is not None
