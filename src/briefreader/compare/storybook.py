"""The collection by story: articles grouped as they arrive, near-duplicates, and what is most alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count

from briefreader.compare.digests import Digest, unpack
from briefreader.compare.duplicates import DuplicateIndex
from briefreader.compare.grouping import Grouper, day_of
from briefreader.compare.splitting import split
from briefreader.compare.story_titles import story_title
from briefreader.compare.suggesting import Suggester
from briefreader.model import ArticleInfo, Duplicates, Stories, Story, Suggestion


@dataclass(frozen=True, slots=True)
class StoryRow:
    """An article as the story book knows it; ``story`` is what :meth:`StoryBook.add` once answered."""

    info: ArticleInfo
    digest: bytes
    story: str = ""


class StoryBook:
    """Stories, near-duplicates and suggestions over a collection. Derived; not to be shared by threads."""

    def __init__(self) -> None:
        self._rows: list[StoryRow] = []
        self._numbers: dict[str, int] = {}
        self._grouper = Grouper()
        self._groups: dict[str, int] = {}
        self._stories: dict[int, str] = {}
        self._duplicates = DuplicateIndex(lambda number: self._digest(number).sketch)
        self._suggester = Suggester()

    def load(self, rows: Iterable[StoryRow]) -> None:
        """Take articles whose stories were settled before, in the order in which they were added."""
        for row in rows:
            self.add(row)

    def add(self, row: StoryRow) -> str:
        """Take the next article and return the id of its story, which is to be kept with it.

        That id stands for a broad group; :meth:`stories` parts it further once it has grown.
        """
        known = unpack(row.digest)
        number = len(self._rows)
        self._rows.append(row)
        self._numbers[row.info.id] = number
        self._duplicates.add(number, known.sketch)
        self._suggester.add(number, known)
        return self._place(row, known)

    def _place(self, row: StoryRow, known: Digest) -> str:
        settled = self._groups.get(row.story, self._grouper.count) if row.story else None
        group = self._grouper.add(known.vector, day_of(row.info.published), settled)
        if group not in self._stories:
            story = row.story or self._unused(row.info.id)
            self._stories[group], self._groups[story] = story, group
        return self._stories[group]

    def _unused(self, story: str) -> str:
        """Name a new group. An article that once founded one and has changed since may found another."""
        numbered = (f"{story}-{number}" for number in count(2))
        return next(name for name in chain([story], numbered) if name not in self._groups)

    def remove(self, article_id: str) -> None:
        """Forget an article; what it did to the stories of others stays until the next load."""
        self._numbers.pop(article_id, None)

    def stories(self) -> Stories:
        """Return the stories of two or more articles, the latest first, and the near-duplicates."""
        found = [self._story(numbers) for group in self._members() for numbers in self._split(group)]
        told = sorted((story for story in found if len(story.articles) > 1), key=self._last_day, reverse=True)
        alike = (
            ([n for n in numbers if self._known(n)], value) for numbers, value in self._duplicates.groups()
        )
        return Stories(
            tuple(told),
            tuple(
                Duplicates(self._ids(numbers), round(value, 3))
                for numbers, value in alike
                if len(numbers) > 1
            ),
        )

    def suggest(self, article_id: str, limit: int = 10) -> list[Suggestion]:
        """Return the articles most worth comparing with one that was added, best first, and why."""
        number = self._numbers.get(article_id)
        if number is None:
            return []
        group = next((set(members) for members in self._members() if number in members), {number})
        same_story = next((set(part) for part in self._split(sorted(group)) if number in part), {number})
        found = self._suggester.alike(number, self._digest, same_story, limit)
        return [
            Suggestion(self._rows[other].info, round(score, 4), reason)
            for other, score, reason in found
            if self._known(other)
        ]

    def _members(self) -> list[list[int]]:
        groups: dict[int, list[int]] = defaultdict(list)
        for number, group in enumerate(self._grouper.groups()):
            if self._known(number):
                groups[group].append(number)
        return list(groups.values())

    def _split(self, group: list[int]) -> list[list[int]]:
        return split(group, {number: self._digest(number).vector for number in group})

    def _story(self, numbers: list[int]) -> Story:
        in_time = sorted(numbers, key=lambda number: (self._rows[number].info.published or "", number))
        infos = [self._rows[number].info for number in in_time]
        return Story(
            infos[0].id, story_title([info.title for info in infos]), tuple(info.id for info in infos)
        )

    def _last_day(self, story: Story) -> str:
        return self._rows[self._numbers[story.articles[-1]]].info.published or ""

    def _ids(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._rows[number].info.id for number in numbers)

    def _known(self, number: int) -> bool:
        return self._numbers.get(self._rows[number].info.id) == number

    def _digest(self, number: int) -> Digest:
        return unpack(self._rows[number].digest)
