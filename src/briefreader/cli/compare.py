"""``briefreader compare``: what accounts share, and where their facts differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from briefreader.cli import completing
from briefreader.cli.printing import heading, info_json, out, pairs, print_json
from briefreader.cli.session import reads_a_collection
from briefreader.cli.stdin import article_or_ref
from briefreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefreader.library import Library
    from briefreader.library.comparing import WordMark
    from briefreader.model import Comparison, Fact, Link

    Marks = tuple[Sequence[WordMark], Sequence[WordMark]]


@click.command(short_help="Set two or more accounts side by side.")
@click.option("--all", "everything", is_flag=True, help="Print weak links and agreeing facts too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.argument(
    "articles", nargs=-1, required=True, metavar="A B [C ...]", shell_complete=completing.articles
)
@reads_a_collection
def command(library: Library, articles: tuple[str, ...], everything: bool, as_json: bool) -> int:
    """Set two or more articles side by side: passages they share, and facts in which they differ.

    An article goes by its path or id; "-" reads one from stdin.

    \b
    Examples:
      briefreader -c corpus compare 2021-12-22-lanternfield-call.md 2021-12-22-quillmark-call.txt
      briefreader -c corpus compare - 2021-12-22-quillmark-call.txt --all < mine.txt
    """
    if len(articles) < 2:
        raise click.UsageError("to compare takes two or more articles")
    found = library.compare(*(article_or_ref(library, each) for each in articles))
    if as_json:
        print_json(_json(found))
    else:
        _print(library, found, everything)
    return 0 if found.links or found.facts else 1


def _json(found: Comparison) -> dict[str, Any]:
    return {
        "articles": [info_json(article) for article in found.articles],
        "units": [
            [{"id": unit.id, "start": unit.start, "end": unit.end} for unit in units] for units in found.units
        ],
        "links": [_link_json(link, paired=len(found.articles) > 2) for link in found.links],
        "facts": [_fact_json(fact) for fact in found.facts],
        "counts": found.counts,
    }


def _link_json(link: Link, *, paired: bool) -> dict[str, Any]:
    values: dict[str, Any] = {
        "a": list(link.a),
        "b": list(link.b),
        "tier": link.tier,
        "score": link.score,
        "runs": [
            [*a, *b]
            for a, b in zip(pairs(run.a for run in link.runs), pairs(run.b for run in link.runs), strict=True)
        ],
    }
    return {**values, "pair": list(link.pair)} if paired else values


def _fact_json(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "key": fact.key,
        "status": fact.status,
        "values": [
            [{"value": each.value, "start": each.start, "end": each.end} for each in values]
            for values in fact.values
        ],
    }


def _print(library: Library, found: Comparison, everything: bool) -> None:
    for letter, article in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", found.articles, strict=False):
        out(f"{letter}  {heading(article)}  {article.path}")
    for link in found.links:
        if everything or link.tier != "weak":
            _print_link(found, link, library.word_marks(found, link))
    facts = [fact for fact in found.facts if everything or fact.status in ("differs", "within")]
    if facts:
        out()
        out(click.style("Facts" if everything else "Facts that differ", bold=True))
    for fact in facts:
        _print_fact(fact)


def _print_fact(fact: Fact) -> None:
    values = " | ".join(" / ".join(dict.fromkeys(each.value for each in cell)) or "–" for cell in fact.values)
    kind = "stance" if fact.is_stance else fact.kind
    out(f"{fact.described:7} {kind:8}{fact.subject}: {' '.join(values.split())}")


def _print_link(found: Comparison, link: Link, marks: Marks) -> None:
    own = [_own_words(found, place, given) for place, given in zip(link.pair, marks, strict=True)]
    wholly = all(mark.change == "same" for side in marks for mark in side)
    out()
    out(click.style(f"{link.described(wholly=wholly)} ({link.score:.2f})", dim=True))
    for side, units in ((0, link.a), (1, link.b)):
        place = link.pair[side]
        text = found.articles[place].text
        sentences = (found.units[place][unit].cut(text) for unit in units)
        out(f"{chr(65 + place)}  {' '.join(' … '.join(sentences).split())}")
    if link.runs and not wholly:
        out("   the same: " + " | ".join(_runs(found, link)))
    if link.tier == "verbatim" and any(own):
        out("   differs: " + " | ".join(" … ".join(words) or "–" for words in own))


def _runs(found: Comparison, link: Link) -> list[str]:
    """Return the runs of words that both sides have, as the first one writes them."""
    place = link.pair[0]
    text, units = found.articles[place].text, found.units[place]
    passage = Span(units[link.a[0]].start, units[link.a[-1]].end)
    return [" ".join(run.a.within(passage).cut(text).split()) for run in link.runs]


def _own_words(found: Comparison, place: int, marks: Sequence[WordMark]) -> list[str]:
    """Return the words that this side of a link alone has."""
    text = found.articles[place].text
    return [" ".join(mark.cut(text).split()) for mark in marks if mark.change == "changed"]
