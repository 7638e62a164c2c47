"""Text for a terminal that shows ASCII alone, cell for cell.

Where the locale is not UTF-8, the bytes of other letters would not only show as others: some of them are
controls (C1), and an article could steer the terminal with them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefreader.text.width import clusters

_OTHERS = re.compile(r"[^\x00-\x7f]+")
_LIKE = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′", "'"),
    **dict.fromkeys("‐‑‒–—―−─━┄┈═", "-"),
    **dict.fromkeys("│┃║▌▏", "|"),
    **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼", "+"),
    **dict.fromkeys("•●▪◦·★", "*"),
    **dict.fromkeys("→▸▶", ">"),
    **dict.fromkeys("←◀", "<"),
    **dict.fromkeys("…", "."),
    **dict(zip("ßøØđĐłŁæÆœŒıþÞðÐ×€£", "soOdDlLaAoOitTdDxEL", strict=True)),
}


def in_ascii(data: str) -> str:
    """Return ``data``, controls and all, with ASCII in as many cells for whatever is not."""
    return data if data.isascii() else _OTHERS.sub(lambda found: _spelt(found[0]), data)


@lru_cache(4096)
def _spelt(run: str) -> str:
    """Spell a run that follows an ASCII sign or nothing; marks that it begins with belong to that sign."""
    first = next((at for at, char in enumerate(run) if not _belongs_to_before(char)), len(run))
    rest = run[first:]
    return "".join(_sign(rest[start:end], width) for start, end, width in clusters(rest))


def _belongs_to_before(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf")


def _sign(cluster: str, width: int) -> str:
    like = _LIKE.get(cluster[0]) or "".join(
        char for char in unicodedata.normalize("NFKD", cluster) if " " <= char <= "~"
    )
    return like[:width].ljust(width) if like else "?" * width
