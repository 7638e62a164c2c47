"""What the controllers of the main screen work on: the library, the panes and the way to run things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.model import ArticleInfo
from briefreader.settings import Settings
from briefreader.ui.jobs import Jobs

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.contents.arrangement import Pane
    from briefreader.ui.keys.typed_ahead import TypedAhead
    from briefreader.ui.widgets.article_list import ArticleList
    from briefreader.ui.widgets.article_view import ArticleView
    from briefreader.ui.widgets.entity_sidebar import EntitySidebar
    from briefreader.ui.widgets.status_bar import StatusBar


@dataclass(frozen=True, slots=True)
class Desk:
    """``say`` shows a sentence; ``jobs`` runs work beside the screen and brings its answer.

    ``key`` tells the key of a command, for sentences that name one. ``use`` gives a pane the focus, ``ahead``
    holds keys typed ahead.
    """

    library: Library
    settings: Settings
    jobs: Jobs
    say: Callable[[str], None]
    key: Callable[[str], str]
    use: Callable[[Pane], None]
    ahead: TypedAhead
    list: ArticleList
    article: ArticleView
    sidebar: EntitySidebar
    status: StatusBar

    @property
    def here(self) -> ArticleInfo | None:
        """The article that a key means: the one shown while reading, else the one under the list's cursor."""
        reading = self.article.article if self.article.has_focus else None
        return reading or self.list.article
