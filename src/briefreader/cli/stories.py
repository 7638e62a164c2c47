"""``briefreader stories``: the collection grouped by story, and its near-duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefreader.cli.printing import heading, out, print_json
from briefreader.cli.session import reads_a_collection

if TYPE_CHECKING:
    from briefreader.library import Library


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@reads_a_collection
def command(library: Library, as_json: bool) -> int:
    """Group the articles by story, and list those that nearly repeat one another.

    \b
    Examples:
      briefreader -c corpus stories
    """
    found = library.stories()
    if as_json:
        print_json(
            {
                "stories": [
                    {"id": story.id, "title": story.title, "articles": list(story.articles)}
                    for story in found.stories
                ],
                "duplicates": [
                    {"articles": list(each.articles), "similarity": each.similarity}
                    for each in found.duplicates
                ],
            }
        )
        return 0 if found.stories else 1
    for story in found.stories:
        out(f"{click.style(story.title, bold=True)}  {len(story.articles)}")
        for article in story.articles:
            out(f"    {article}  {heading(library.info(article))}")
    for each in found.duplicates:
        titles = " = ".join(library.info(article).path for article in each.articles)
        out(f"{each.similarity:.0%} the same: {titles}")
    return 0 if found.stories else 1
