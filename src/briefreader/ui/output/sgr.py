"""Styles as the terminal knows them (SGR), and the shortest way from one to another."""

from __future__ import annotations

from functools import lru_cache

Slots = dict[str, str]

_ON = {
    "1": "bold",
    "2": "dim",
    "3": "italic",
    "4": "underline",
    "5": "blink",
    "7": "reverse",
    "8": "conceal",
    "9": "strike",
    "53": "overline",
}
_OFF = {
    "bold": "22",
    "dim": "22",
    "italic": "23",
    "underline": "24",
    "blink": "25",
    "reverse": "27",
    "conceal": "28",
    "strike": "29",
    "overline": "55",
    "fg": "39",
    "bg": "49",
}
_SEEN_ON_BLANKS = ("bg", "underline", "reverse", "strike", "overline")
_EXTENDED = {"2": 5, "5": 3}
_DEFAULT = {"39": "fg", "49": "bg"}


@lru_cache(4096)
def slots(style: str) -> Slots | None:
    """Take a style apart, such as ``"1;38;2;255;0;0"``; None if it holds anything not known here."""
    found: Slots = {}
    codes = style.split(";") if style else []
    while codes:
        code = codes[0]
        if code in _DEFAULT:  # what stands where no colour is named
            found.pop(_DEFAULT[code], None)
            codes = codes[1:]
            continue
        length = _EXTENDED.get(codes[1], 0) if code in ("38", "48") and len(codes) > 1 else 1
        slot = _slot(code)
        if slot is None or not length or len(codes) < length:
            return None
        found[slot] = ";".join(codes[:length])
        codes = codes[length:]
    return found


def _slot(code: str) -> str | None:
    if code in _ON:
        return _ON[code]
    if not code.isdecimal():
        return None
    number = int(code)
    if 30 <= number <= 38 or 90 <= number <= 97:
        return "fg"
    return "bg" if 40 <= number <= 48 or 100 <= number <= 107 else None


@lru_cache(4096)
def tidy(style: str) -> str:
    """Return a style without what it names twice or needs not name, so that two that look alike are equal."""
    known = slots(style)
    return style if known is None else ";".join(known.values())


@lru_cache(4096)
def change(before: str | None, after: str) -> str:
    """Return the sequence that makes the terminal go from a style to another; None is a style unknown."""
    if before == after:
        return ""
    whole = f"\x1b[0;{after}m" if after else "\x1b[m"
    old, new = slots(before) if before is not None else None, slots(after)
    if old is None or new is None:
        return whole
    off = {_OFF[slot] for slot in old if slot not in new}
    lost = {slot for slot, code in _OFF.items() if code in off}
    on = [code for slot, code in new.items() if old.get(slot) != code or slot in lost]
    step = f"\x1b[{';'.join([*sorted(off), *on])}m"
    return min(step, whole, key=len)


@lru_cache(4096)
def on_blank(style: str) -> str:
    """Return what of a style is seen on a blank cell."""
    known = slots(style)
    if known is None or "reverse" in known:
        return style
    return ";".join(code for slot, code in known.items() if slot in _SEEN_ON_BLANKS)
