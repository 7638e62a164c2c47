"""Rich styles out of a widget's component classes, laid one over the other and remembered."""

from __future__ import annotations

from rich.style import Style
from textual.color import Color
from textual.widget import Widget


class LayeredStyles:
    """Call it with names of component classes, lowest first; what a class leaves open shows from below.

    Translucent colours are blended here, since a Rich style has none. Call :meth:`clear` when the theme or
    the state (focus, hover) of the widget changes.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, ...], Style] = {}

    def __call__(self, *components: str) -> Style:
        """Return the widget's own style under those of ``components``."""
        style = self._known.get(components)
        if style is None:
            style = self._known[components] = self._lay(components)
        return style

    def clear(self) -> None:
        """Forget every style."""
        self._known.clear()

    def _lay(self, components: tuple[str, ...]) -> Style:
        if not components:
            return self._widget.rich_style
        below = self(*components[:-1])
        styles = self._widget.get_component_styles(components[-1])
        background = _color(below.bgcolor and Color.from_rich_color(below.bgcolor))
        color = None
        if styles.has_rule("background") and styles.background.a:
            background += styles.background
        if styles.has_rule("color") and styles.color.a:
            color = background + styles.color
        layer = Style.from_color(color.rich_color if color else None, background.rich_color)
        return below + layer + (styles.text_style if styles.has_rule("text_style") else Style.null())


def _color(color: Color | None) -> Color:
    return color or Color(0, 0, 0, 0)
