"""HTML to plain text: every block on a line of its own, nothing judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefreader.ingest.source import Unreadable, refuse_many

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


class Tree(NamedTuple):
    """An HTML document as a tree; ``is_huge`` where a parser at its usual limits would have left text out."""

    root: HtmlElement | None
    is_huge: bool = False


def markup_text(markup: str) -> str:
    """Return the text of an HTML document or fragment, a line for each block; "" where it has none.

    Raises:
        Unreadable: as :func:`tree_of`.

    """
    root = tree_of(markup).root
    return "" if root is None else lines_of(root)


def tree_of(markup: str) -> Tree:
    """Return the tree of an HTML document or fragment, whole; without a root where there is nothing in it.

    Raises:
        Unreadable: it has more tags than :data:`MOST_TAGS`, or they are nested deeper than can be read.

    """
    refuse_many(markup.count("<"), MOST_TAGS, "tags")
    data = markup.encode("utf-8", "replace")
    root, is_whole = _parsed(data, huge=False)
    if is_whole:
        return Tree(root)
    root, is_whole = _parsed(data, huge=True)
    if not is_whole:
        raise Unreadable("Its tags are nested too deep to be read, more than 2,048 levels.")
    return Tree(root, is_huge=True)


def _parsed(data: bytes, *, huge: bool) -> tuple[HtmlElement | None, bool]:
    """Return what libxml2 makes of HTML, and whether it came to its end.

    Beyond 256 levels, or 10 MB in one piece, it stops in silence; "huge", beyond 2,048 levels.
    """
    # Imported late, as all that is only needed for some files.
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=huge, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        root = None
    return root, not len(parser.error_log.filter_from_fatals())


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
