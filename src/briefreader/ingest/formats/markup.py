"""HTML to plain text: every block on a line of its own, nothing judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.ingest.source import refuse_many

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_listed = re.compile(r"\S+").findall
_SILENT = frozenset(_listed("script style noscript template head svg math iframe object select"))
_INLINE = frozenset(
    _listed("""
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small
    span strike strong sub sup time tt u var wbr nobr button""")
)
_SPACE = re.compile(r"\s+")
MOST_TAGS = 1_000_000
"""Beyond it, what a tree of them takes has nothing to do any more with the size of a file."""

_LOOKS = re.compile(
    r"<(?:p|br|div|a|h[1-6]|ul|ol|li|span|b|i|em|strong|img|table|blockquote)\b[^<>]*>", re.IGNORECASE
)


def looks_like_markup(text: str) -> bool:
    """Tell whether a field's value is HTML rather than plain text."""
    return "<" in text and _LOOKS.search(text[:20_000]) is not None


def markup_text(markup: str) -> str:
    """Return the text of an HTML document or fragment, a line for each block; "" where it has none.

    Raises:
        Unreadable: it has more tags than :data:`MOST_TAGS`.

    """
    refuse_many(markup.count("<"), MOST_TAGS, "tags")
    # Imported late, as all that is only needed for some files.
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        parser = HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
        root = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return ""
    return lines_of(root)


def lines_of(root: HtmlElement) -> str:
    """Return the visible text below ``root``, a line for each block."""
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(_pieces(root)).split("\0"))
    return "\n".join(line for line in lines if line)


def _pieces(root: HtmlElement) -> Iterator[str]:
    """Yield the text in order, NUL where a block begins or ends; without recursion, for deep pages."""
    pending: list[tuple[HtmlElement, bool]] = [(root, True)]
    while pending:
        node, opens = pending.pop()
        silent = not isinstance(node.tag, str) or node.tag in _SILENT
        block = not silent and node.tag not in _INLINE
        if block:
            yield "\0"
        if opens:
            if not silent:
                yield node.text or ""
            pending.append((node, False))
            if not silent:
                pending.extend((child, True) for child in reversed(node))
        elif node is not root:
            yield node.tail or ""
