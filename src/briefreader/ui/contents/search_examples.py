"""The query language by example, as the reader shows it over the search bar."""

from __future__ import annotations

from briefreader.ui.widgets.choice_list import Choice

_EXAMPLES = {
    "Words": (
        ("harbour talks", "both words, in any form: talk, talks, talked"),
        ('"harbour talks"', "these words, just so, one after the other"),
        ('"talks"', "this form of the word and no other"),
        ('"talks harbour"~5', "in any order, at most five words between"),
        ("harb*", "words that begin so; the star may stand anywhere"),
        ("wom?n", "one letter where the mark stands"),
        ("brandt~", "words one letter away; brandt~2 two letters"),
    ),
    "Together": (
        ("harbour OR port", "either"),
        ("harbour -talks", "the first without the second; also NOT"),
        ("(harbour OR port) talks", "what the brackets join, and the rest"),
        ("+the harbour", "also a word that is left out otherwise"),
    ),
    "Where and when": (
        ("title:deal", "in the title; also body: author: url: lang:"),
        ("source:tideline", "from that source"),
        ("date:2021-12", "published in that year, month or on that day"),
        ("date:2021-12-22..2022-01-05", "published between; either end may be left open"),
        ("since:2022", "from then on; before: for what is earlier"),
    ),
    "Who and what": (
        ("person:solen", "mentions of a person under any name"),
        ("org:port place:orlund", "an organisation, a place; entity: is any of them"),
        ("like:ARTICLE", "articles that resemble that one, named by id or path"),
    ),
    "Yours": (
        ("is:unread", "also is:read, is:starred, has:note"),
        ("tag:port", "articles with your tag"),
        ("note:pilot", "articles with a note of yours on it"),
    ),
}


def examples() -> list[Choice[str]]:
    """List the examples under their headings; a choice's value is its query."""
    return [
        Choice(query, query, note=meaning, group=group)
        for group, each in _EXAMPLES.items()
        for query, meaning in each
    ]
