"""What the line under the cursor cuts off, whole below its list."""

from __future__ import annotations

from textual.widgets import Static

from briefreader.text.width import wrap
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.strips import plain


class RestLine(Static):
    """One line, more where that is not enough; sanitised text is given from outside."""

    DEFAULT_CSS = """
    RestLine { display: none; height: auto; min-height: 1; padding: 0 1; color: $foreground-muted; }
    """

    def tell(self, text: str, width: int, most: int) -> None:
        """Show as much of ``text`` as ``most`` lines hold, each of ``width`` cells."""
        lines = wrap(text, 0, len(text), width)
        shown = [text[start:end].rstrip() for start, end in lines[:most]]
        if len(lines) > most:
            shown[-1] = glyphs.fit(text[lines[most - 1][0] :], width)
        self.update(plain("\n".join(shown)))
