"""``briefreader show``: one article with its folds and mentions."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from briefreader.cli.completing import articles
from briefreader.cli.printing import article_json, heading, out, print_json, width
from briefreader.cli.session import reads_a_collection
from briefreader.cli.stdin import article_or_ref

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.model import Article


@click.command(short_help="Print one article.")
@click.option("--folds", "unfolded", is_flag=True, help="Print the folded parts too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.argument("article", shell_complete=articles)
@reads_a_collection
def command(library: Library, article: str, unfolded: bool, as_json: bool) -> int:
    """Print one article, named by its path or id: its text, and what is folded of it and why.

    With --json also who is mentioned. "-" reads the article from stdin.

    \b
    Examples:
      briefreader -c corpus show 2021-12-22-quillmark-call.txt --folds
      briefreader -c corpus show - < corpus/2021-12-22-quillmark-call.txt
    """
    found = article_or_ref(library, article)
    if as_json:
        print_json(article_json(found, library.mentions_in(found)))
    else:
        _print(found, unfolded=unfolded)
    return 0


def _print(article: Article, *, unfolded: bool) -> None:
    out(heading(article))
    known = (article.author, article.url, f"{article.words:,} words", article.path)
    out(" · ".join(part for part in known if part))
    out()
    at = 0
    for fold in () if unfolded else article.folds:
        _wrapped(article.text[at : fold.start])
        lines = fold.cut(article.text).strip().count("\n") + 1
        out(click.style(f"┄ {lines} line{'s' if lines > 1 else ''} folded: {fold.reason} ┄", dim=True))
        at = fold.end
    _wrapped(article.text[at:])


def _wrapped(text: str) -> None:
    for line in text.strip("\n").split("\n"):
        out(textwrap.fill(line, width(), break_long_words=False, break_on_hyphens=False))
