"""A comparison as Markdown to hand on: what differs, what is the same, and the notes where they belong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import ascii_uppercase

from briefreader.export.escaping import plain, source
from briefreader.export.remarks import Remark, Remarks, ends_of
from briefreader.model import TIER_WORDS, Comparison, Fact, FactStatus, FactValue, Link, Note, Span
from briefreader.text.normal import comparable

_HEADINGS: Mapping[FactStatus, str] = {
    "differs": "Differs",
    "within": "Less exact in one",
    "same": "Agrees",
    "only": "Found in one",
}
_NUMBERS = (
    "Each account has a letter. Numbers in brackets are places: characters of the account's text, counted "
    "from 0, the last one not included."
)
_NO_MATCH = "–"

Wholly = Callable[[Link], bool]


def handed_on(
    comparison: Comparison, written: Iterable[Sequence[Note]] = (), *, wholly: Wholly = lambda _link: False
) -> str:
    """Return a comparison for people to read, as Markdown.

    ``written`` are the notes in the articles, those that were written as one together; ``wholly`` tells of a
    link whether its passages are the same from end to end.
    """
    remarks = Remarks(comparison, written)
    lines = [
        *_head(comparison),
        *_facts(comparison, remarks, ("differs", "within")),
        *_links(comparison, remarks, wholly),
        *_facts(comparison, remarks, ("same", "only")),
        *_elsewhere(remarks),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _head(comparison: Comparison) -> Iterator[str]:
    yield f"# {' / '.join(plain(article.title) for article in comparison.articles)}"
    yield ""
    for number, article in enumerate(comparison.articles):
        yield f"- **{letter(number)}** {plain(article.title)}, {source(article)}"
    counts = comparison.counts
    tiers = ", ".join(f"{counts[tier]:,} {words}" for tier, words in TIER_WORDS.items())
    unmatched = f"{counts['unmatched']:,} of {counts['units']:,}"
    yield from ("", f"Pairs of passages: {tiers}. Sentences without a match: {unmatched}.", _NUMBERS, "")


def letter(account: int) -> str:
    """Return the letter of an account by its number from 0; from the 27th on its number from 1."""
    return ascii_uppercase[account] if account < len(ascii_uppercase) else str(account + 1)


def _facts(comparison: Comparison, remarks: Remarks, statuses: Sequence[FactStatus]) -> Iterator[str]:
    """Set a table of facts for each status; places that one account alone names make a line, not rows."""
    for status in statuses:
        rows = [(n, fact) for n, fact in enumerate(comparison.facts) if fact.status == status]
        if rows or status == "differs":
            yield from (f"## {_HEADINGS[status]} ({len(rows)})", "")
        told = [(n, fact) for n, fact in rows if not _is_lone_place(fact) or remarks.facts.get(n)]
        if told:
            letters = [letter(number) for number in range(len(comparison.articles))]
            yield f"| what | {' | '.join(f'{each} says' for each in letters)} |"
            yield "|---" * (len(letters) + 1) + "|"
        elif not rows and status == "differs":
            yield "No fact was found to differ."
        for number, fact in told:
            yield f"| {_name(fact)} | {' | '.join(_cell(values) for values in fact.values)} |"
            for remark in remarks.facts.get(number, ()):
                yield f"| {_on(remark)} | {plain(remark.text)} |{' |' * (len(fact.values) - 1)}"
        if told or rows or status == "differs":
            yield ""
        yield from _lone_places(comparison, [fact for row in rows if row not in told for fact in row[1:]])


def _name(fact: Fact) -> str:
    kind = "stance" if fact.is_stance else fact.kind
    return f"{kind}: {plain(fact.subject)}" if fact.subject else kind


def _cell(values: Sequence[FactValue]) -> str:
    """Give each value once, in the order of the text, with its place."""
    shown = {comparable(value.value): value for value in reversed(values)}
    return (
        " / ".join(f"{plain(value.value)} {_place(value)}" for value in sorted(shown.values())) or _NO_MATCH
    )


def _place(span: Span) -> str:
    return f"[{span.start}–{span.end}]"


def _is_lone_place(fact: Fact) -> bool:
    return fact.kind == "place" and fact.status == "only"


def _lone_places(comparison: Comparison, facts: Sequence[Fact]) -> Iterator[str]:
    for number in range(len(comparison.articles)):
        named = sorted(
            f"{plain(fact.key)} {_place(min(fact.values[number]))}" for fact in facts if fact.values[number]
        )
        if named:
            yield from (f"Places found only in {letter(number)}: {', '.join(named)}.", "")


def _links(comparison: Comparison, remarks: Remarks, wholly: Wholly) -> Iterator[str]:
    numbered = list(enumerate(comparison.numbered))
    for tier, words in TIER_WORDS.items():
        of_tier = [(number, link) for number, link in numbered if link.tier == tier]
        if of_tier:
            yield from (f"## {words.capitalize()} ({len(of_tier)})", "")
        for number, link in of_tier:
            yield from _pair(comparison, number, link, tier == "verbatim" and not wholly(link))
            for remark in remarks.links.get(number, ()):
                yield from (*_note(remark), "")


def _pair(comparison: Comparison, number: int, link: Link, in_part: bool) -> Iterator[str]:
    """Set both passages of a link beneath its number, the one that it bears on the screen."""
    accounts = f", {letter(link.pair[0])} and {letter(link.pair[1])}" if len(comparison.articles) > 2 else ""
    yield from (f"**Link {number + 1}**{accounts}{', in part' if in_part else ''}", "")
    passages = [
        f"> **{letter(account)}** {_place(span)} {plain(span.cut(comparison.articles[account].text))}"
        for account, span in ends_of(comparison, link).items()
    ]
    yield from ("\n>\n".join(passages), "")


def _note(remark: Remark) -> Iterator[str]:
    first, *others = (plain(line) for line in remark.text.strip().split("\n"))
    yield from (f"{_on(remark)}: {first}", *others)


def _on(remark: Remark) -> str:
    """Say whose passages a note was written to."""
    return f"Note on {' and '.join(letter(account) for account in sorted(remark.places))}"


def _elsewhere(remarks: Remarks) -> Iterator[str]:
    if remarks.elsewhere:
        yield from ("## Other notes", "")
    for remark in remarks.elsewhere:
        places = ", ".join(f"{letter(n)} {_place(span)}" for n, span in sorted(remark.places.items()))
        yield from (*_note(remark), f"({places})", "")
