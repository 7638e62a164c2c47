"""``briefreader stories``: the collection grouped by story, and its near-duplicates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from briefreader.cli.printing import heading, out, print_json
from briefreader.cli.session import reads_a_collection

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.library.comparing import Echo
    from briefreader.model import Story


@click.command(short_help="Group the articles by story.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@reads_a_collection
def command(library: Library, as_json: bool) -> int:
    """Group the articles by story, and tell who was first, who repeats whom and what is nearly the same.

    Who repeats whom is told of the latest 1,000 stories, where they are of 40 articles at most.

    \b
    Examples:
      briefreader -c corpus stories
    """
    found = library.stories()
    if as_json:
        print_json(
            {
                "stories": [_json(library, number, story) for number, story in enumerate(found.stories)],
                "duplicates": [
                    {"articles": list(each.articles), "similarity": each.similarity}
                    for each in found.duplicates
                ],
            }
        )
        return 0 if found.stories else 1
    for number, story in enumerate(found.stories):
        _print(library, number, story)
    for each in found.duplicates:
        titles = " = ".join(library.info(article).path for article in each.articles)
        out(f"{each.similarity:.0%} the same: {titles}")
    return 0 if found.stories else 1


def _echoes(library: Library, number: int, story: Story) -> Mapping[str, Echo]:
    """Return by article whose words it repeats, nothing for a story that comes late or is long."""
    from briefreader.library.story_remarks import ARTICLES_TOLD, STORIES_TOLD

    told = number < STORIES_TOLD and len(story.articles) <= ARTICLES_TOLD
    return {echo.article: echo for echo in library.echoes(story.articles)} if told else {}


def _json(library: Library, number: int, story: Story) -> dict[str, Any]:
    repeats = [
        {"article": echo.article, "repeats": echo.repeats, "words": echo.words, "share": echo.share}
        for echo in _echoes(library, number, story).values()
        if echo.repeats
    ]
    return {"id": story.id, "title": story.title, "articles": list(story.articles), "repeats": repeats}


def _print(library: Library, number: int, story: Story) -> None:
    from briefreader.library.story_remarks import remark

    echoes = _echoes(library, number, story)
    articles = [library.info(article) for article in story.articles]
    out(f"{click.style(story.title, bold=True)}  {len(articles)}")
    for article in articles:
        out(f"    {article.id}  {heading(article)}")
        if told := remark(articles, article, echoes.get(article.id)):
            out(f"                  {told}")
