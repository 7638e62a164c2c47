"""What the screen of stories shows: articles by story in order of time, copies of one text in one row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.library.story_remarks import ARTICLES_TOLD, STORIES_TOLD, remark
from briefreader.model import ArticleInfo, Stories
from briefreader.ui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.library.comparing import Echo

COPIES_APART = "Nearly the same text, in no story"


@dataclass(frozen=True, slots=True)
class Telling:
    """A story with its articles in order of time; ``copies`` gives the ids of nearly the same texts by id."""

    title: str
    articles: tuple[ArticleInfo, ...]
    copies: Mapping[str, Collection[str]]

    @property
    def ids(self) -> tuple[str, ...]:
        """The articles' ids."""
        return tuple(article.id for article in self.articles)


@dataclass(frozen=True, slots=True)
class Report:
    """An article in the story of that number, in a few words, and the one worth setting beside it.

    ``variants`` are the later articles of nearly the same text; a variant itself is ``of`` the first.
    """

    article: ArticleInfo
    story: int
    remark: str = ""
    beside: str | None = None
    variants: tuple[ArticleInfo, ...] = ()
    of: str | None = None


Repeats = Mapping[int, Mapping[str, "Echo"]]
"""By the number of a story and the id of an article: whose words it repeats."""


def tellings(library: Library, cancelled: Callable[[], bool]) -> list[Telling]:
    """Return the latest stories, and then the copies that are in none; runs in a thread."""
    found = library.stories()
    copies = {name: group.articles for group in found.duplicates for name in group.articles}
    groups = [(story.title, story.articles) for story in found.stories[:STORIES_TOLD]]
    told: list[Telling] = []
    for title, names in [*groups, *((COPIES_APART, names) for names in _apart(found))]:
        if cancelled():
            break
        told.append(Telling(title, tuple(map(library.info, names)), copies))
    return told


def _apart(found: Stories) -> list[tuple[str, ...]]:
    """Return the groups of copies whose articles are in no story."""
    told = {name for story in found.stories for name in story.articles}
    groups = (tuple(name for name in group.articles if name not in told) for group in found.duplicates)
    return [names for names in groups if len(names) > 1]


def repeats(
    library: Library, told: Sequence[Telling], numbers: Iterable[int], cancelled: Callable[[], bool]
) -> Repeats:
    """Return who repeats whom in the stories of these numbers; runs in a thread."""
    found: dict[int, Mapping[str, Echo]] = {}
    for number in numbers:
        if cancelled():
            break
        names = told[number].ids
        echoes = library.echoes(names) if len(names) <= ARTICLES_TOLD else ()
        found[number] = {echo.article: echo for echo in echoes}
    return found


def choices(told: Sequence[Telling], known: Repeats, opened: Collection[str]) -> list[Choice[Report]]:
    """Return a line for each report, and below it one for each variant if its id is in ``opened``."""
    found: list[Choice[Report]] = []
    for number, telling in enumerate(told):
        for report in _reports(telling, number, known.get(number, {})):
            is_open = report.article.id in opened
            found.append(_choice(telling, report, is_open))
            variants = report.variants if is_open else ()
            first = report.article.id
            found += [_choice(telling, Report(each, number, "", first, of=first)) for each in variants]
    return found


def _reports(telling: Telling, number: int, echoes: Mapping[str, Echo]) -> list[Report]:
    """Return the articles of a story, those that are nearly the same as an earlier one left to it."""
    found: list[Report] = []
    left: set[str] = set()
    for article in telling.articles:
        if article.id not in left:
            copies = telling.copies.get(article.id, ())
            others = [other for other in telling.articles if other is not article]
            variants = tuple(other for other in others if other.id in copies)
            left.update(other.id for other in variants)
            echo = echoes.get(article.id)
            beside = (echo.repeats if echo else None) or others[0].id
            found.append(Report(article, number, remark(telling.articles, article, echo), beside, variants))
    return found


def _choice(telling: Telling, row: Report, is_open: bool = False) -> Choice[Report]:
    count = len(row.variants)
    variants = f"{'-' if is_open else '+'}{count:,} nearly the same" if count else ""
    note = "  ".join(part for part in (variants, row.remark, row.article.source or "") if part)
    title = f"  {row.article.title}" if row.of else row.article.title
    lead = (row.article.published or "no date")[:10]
    return Choice(row, title, lead=lead, note=note, group=telling.title)
