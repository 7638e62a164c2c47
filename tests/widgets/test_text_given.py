"""Every widget shows the text that it was given: nothing is taken for markup, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.widget import Widget

from briefreader.model import Entity, Fact, FactValue, Occurrence, Unit
from briefreader.text.sanitize import sanitize_line
from briefreader.ui.widgets.article_list import ArticleList
from briefreader.ui.widgets.article_view import ArticleView
from briefreader.ui.widgets.choice_list import Choice, ChoiceList
from briefreader.ui.widgets.compare_facts import FactsPane
from briefreader.ui.widgets.compare_pane import AccountPane, Side
from briefreader.ui.widgets.entity_sidebar import EntityRow, EntitySidebar
from briefreader.ui.widgets.kwic_list import KwicList
from briefreader.ui.widgets.status_bar import StatusBar
from tests.hostile.payloads import PAYLOADS
from tests.widgets.stage import article, info, lines, staged

Give = Callable[[str], None]

# Whatever is shown has been sanitised where it came in; of it anything may come, markup above all.
TEXTS = (
    st.sampled_from([payload[:40] for payload in PAYLOADS.values()])
    | st.text(st.characters(codec="utf-8"), min_size=1, max_size=16)
    | st.text(st.sampled_from("[]/\\#@$= ab\"'.:{}é語שא😀"), min_size=1, max_size=20)
).map(lambda text: f"a{sanitize_line(text)}z")


def giving(widget: Widget) -> Give:
    """Return how a text is given to a widget."""
    match widget:
        case ArticleList():
            return lambda text: widget.show([info(1, text)])
        case ArticleView():
            return lambda text: widget.show(article(text, title=text))
        case AccountPane():
            return lambda text: widget.show(_side(text))
        case EntitySidebar():
            return lambda text: widget.show([EntityRow(Entity("person:x", text, "person", (), 1, 1))])
        case ChoiceList():
            return lambda text: widget.show([Choice(1, text, lead="lead", note="note")])
        case FactsPane():
            return lambda text: widget.show([_fact(text)])
        case KwicList():
            return lambda text: widget.show([Occurrence(info(1), 0, 1, text, "left ", " right")])
        case StatusBar():
            return lambda text: setattr(widget, "message", text)
    raise NotImplementedError(type(widget))


def _side(text: str) -> Side:
    told = article(text, title="A title")
    return Side(told, (Unit(0, len(told.text), 0),), {})


def _fact(text: str) -> Fact:
    return Fact("number", text, "differs", ((FactValue(0, 1, text),), (FactValue(0, 1, text),)))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "kind",
    [ArticleList, ArticleView, AccountPane, FactsPane, EntitySidebar, ChoiceList, KwicList, StatusBar],
    ids=lambda kind: kind.__name__,
)
async def test_what_is_shown_is_what_was_given(kind: type[Widget]) -> None:
    widget = kind()
    give = giving(widget)

    @settings(max_examples=120, deadline=None)
    @given(text=TEXTS)
    def holds(text: str) -> None:
        give(text)
        assert squeezed(text) in squeezed("".join(lines(widget)))

    async with staged(widget, size=(160, 12)):
        holds()
