"""The collection by story: articles grouped as they arrive, near-duplicates, and what is most alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count

from briefreader.compare.digests import Digest, Vector, unpack
from briefreader.compare.duplicates import DuplicateIndex
from briefreader.compare.grouping import Grouper
from briefreader.compare.splitting import split
from briefreader.compare.story_titles import story_title
from briefreader.compare.suggesting import Suggester
from briefreader.model import ArticleInfo, Duplicates, Stories, Story, Suggestion
from briefreader.text.days import day_of


@dataclass(frozen=True, slots=True)
class StoryRow:
    """An article as the story book knows it; ``story`` is what :meth:`StoryBook.add` once answered."""

    info: ArticleInfo
    digest: bytes
    story: str = ""


class StoryBook:
    """Stories, near-duplicates and suggestions over a collection. Derived; not to be shared by threads.

    What an article costs does not grow with the collection, and a group is parted into stories again only
    after it has changed.
    """

    def __init__(self) -> None:
        self._rows: list[StoryRow] = []
        self._numbers: dict[str, int] = {}
        self._grouper = Grouper()
        self._groups: dict[str, int] = {}
        self._names: list[str] = []
        self._members: list[list[int]] = []
        self._group_of: list[int] = []
        self._parted: dict[int, list[Story]] = {}
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
        self.remove(row.info.id)
        self._rows.append(row)
        self._numbers[row.info.id] = number
        self._duplicates.add(number, known.sketch)
        return self._place(number, row, known.vector)

    def _place(self, number: int, row: StoryRow, vector: Vector) -> str:
        settled = self._groups.get(row.story, self._grouper.count) if row.story else None
        day = day_of(row.info.published)
        group = self._grouper.add(vector, day.toordinal() if day else None, settled)
        if group == len(self._names):
            name = row.story or self._unused(row.info.id)
            self._groups[name] = group
            self._names.append(name)
            self._members.append([])
        self._members[group].append(number)
        self._group_of.append(group)
        self._parted.pop(group, None)
        return self._names[group]

    def _unused(self, story: str) -> str:
        """Name a new group. An article that once founded one and has changed since may found another."""
        numbered = (f"{story}-{number}" for number in count(2))
        return next(name for name in chain([story], numbered) if name not in self._groups)

    def remove(self, article_id: str) -> None:
        """Forget an article; what it did to the stories of others stays until the next load."""
        number = self._numbers.pop(article_id, None)
        if number is not None:
            group = self._group_of[number]
            self._members[group].remove(number)
            self._parted.pop(group, None)

    def stories(self) -> Stories:
        """Return the stories of two or more articles, the latest first, and the near-duplicates."""
        told = chain.from_iterable(map(self._told, range(len(self._members))))
        alike = [
            Duplicates(tuple(self._rows[number].info.id for number in known), round(value, 3))
            for numbers, value in self._duplicates.groups()
            if len(known := [number for number in numbers if self._known(number)]) > 1
        ]
        return Stories(tuple(sorted(told, key=self._last_day, reverse=True)), tuple(alike))

    def suggest(self, article_id: str, limit: int = 10) -> list[Suggestion]:
        """Return the articles most worth comparing with one that was added, best first, and why."""
        number = self._numbers.get(article_id)
        if number is None:
            return []
        parts = self._parts(self._group_of[number])
        same_story = next(part for part in parts if number in part)
        for later in range(self._suggester.count, len(self._rows)):
            self._suggester.add(self._digest(later))
        found = self._suggester.alike(number, self._digest, same_story, limit)
        return [
            Suggestion(self._rows[other].info, round(score, 4), reason)
            for other, score, reason in found
            if self._known(other)
        ]

    def _told(self, group: int) -> list[Story]:
        """Return the stories of two or more articles in a group."""
        if group not in self._parted:
            self._parted[group] = [self._story(part) for part in self._parts(group) if len(part) > 1]
        return self._parted[group]

    def _parts(self, group: int) -> list[list[int]]:
        members = self._members[group]
        if len(members) < 2:
            return [members]
        parts = split([self._digest(number).vector for number in members])
        return [[members[place] for place in part] for part in parts]

    def _story(self, numbers: list[int]) -> Story:
        in_time = sorted(numbers, key=lambda number: (self._rows[number].info.published or "9", number))
        infos = [self._rows[number].info for number in in_time]
        return Story(
            infos[0].id, story_title([info.title for info in infos]), tuple(info.id for info in infos)
        )

    def _last_day(self, story: Story) -> str:
        return max(self._rows[self._numbers[name]].info.published or "" for name in story.articles)

    def _known(self, number: int) -> bool:
        return self._numbers.get(self._rows[number].info.id) == number

    def _digest(self, number: int) -> Digest:
        return unpack(self._rows[number].digest)
