"""Text that was sanitised nowhere before is shown sanitised: each widget sees to it itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widget import Widget

from briefreader.model import Entity, Marks, Occurrence, Snippet, Span
from briefreader.text.sanitize import sanitize_line
from briefreader.ui.widgets.article_list import ArticleList
from briefreader.ui.widgets.article_view import ArticleView
from briefreader.ui.widgets.choice_list import Choice, ChoiceList
from briefreader.ui.widgets.compare_facts import FactsPane
from briefreader.ui.widgets.compare_pane import AccountPane
from briefreader.ui.widgets.entity_sidebar import EntityRow, EntitySidebar
from briefreader.ui.widgets.kwic_list import KwicList
from briefreader.ui.widgets.row_plan import Group
from briefreader.ui.widgets.status_bar import StatusBar
from tests.hostile.payloads import PAYLOADS
from tests.widgets.stage import article, info, lines, staged
from tests.widgets.test_text_given import giving

Shows = Callable[[Widget, str], None]


def _rows(widget: Widget, text: str) -> None:
    assert isinstance(widget, ArticleList)
    one = info(1, text, source=text, published=text)
    marks = Marks(tags=(text,))
    snippet = Snippet(f"{text}a{text}", 0, (Span(len(text), len(text) + 1),))
    group = Group(text, 0, 1)
    widget.show([one], snippets=lambda _row: snippet, marks=lambda _id: marks, groups=[group])


def _choices(widget: Widget, text: str) -> None:
    assert isinstance(widget, ChoiceList)
    widget.show([Choice(1, text, lead=text, note=text)])


def _names(widget: Widget, text: str) -> None:
    assert isinstance(widget, EntitySidebar)
    widget.show([EntityRow(Entity("person:x", text, "person", (), 1, 1))])


def _concordance(widget: Widget, text: str) -> None:
    assert isinstance(widget, KwicList)
    widget.show([Occurrence(info(1, text, source=text), 0, 1, text, text, text)])


def _body(widget: Widget, text: str) -> None:
    assert isinstance(widget, ArticleView)
    widget.show(article(text, ("heading", text), ("fold", text, text), title=text, source=text, author=text))


def _bar(widget: Widget, text: str) -> None:
    assert isinstance(widget, StatusBar)
    widget.where, widget.filtered, widget.message = text, text, text


def _given(widget: Widget, text: str) -> None:
    giving(widget)(text)


@pytest.mark.parametrize(
    ("kind", "show"),
    [
        (ArticleList, _rows),
        (ChoiceList, _choices),
        (EntitySidebar, _names),
        (KwicList, _concordance),
        (ArticleView, _body),
        (StatusBar, _bar),
        (FactsPane, _given),
        (AccountPane, _given),
    ],
    ids=lambda part: getattr(part, "__name__", None),
)
@pytest.mark.parametrize("width", [160, 60])
async def test_no_widget_relies_on_another_for_harmless_text(
    kind: type[Widget], show: Shows, width: int
) -> None:
    widget = kind()
    async with staged(widget, size=(width, 24)):
        for name, payload in PAYLOADS.items():
            show(widget, f"a{payload}z")
            painted = lines(widget)
            assert painted == [sanitize_line(line) for line in painted], name
            assert any("a" in line for line in painted), name
