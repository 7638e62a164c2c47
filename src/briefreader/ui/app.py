"""The app: theme, library and the stack of screens; everything else belongs to a screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.screen import Screen
from textual.widgets import Input

from briefreader import places
from briefreader.settings import Settings
from briefreader.text.sanitize import sanitize
from briefreader.ui.changes import Changes
from briefreader.ui.commands import Actions
from briefreader.ui.looks.wardrobe import Wardrobe
from briefreader.ui.output.driver import frugal
from briefreader.ui.output.shown import ShownScreen
from briefreader.ui.outside.signals import Signals
from briefreader.ui.outside.terminal import Terminal
from briefreader.ui.textual_private import QuietApp, let_lines_go, terminal_size
from briefreader.ui.widgets import glyphs

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.timer import Timer

    from briefreader.keymap import Keymap, KeyReader
    from briefreader.library import Library
    from briefreader.ui.first_list import FirstList
    from briefreader.ui.screens.commanding import CommandScreen

_SETTLED_S = 0.3


class ReaderApp(QuietApp[int], inherit_bindings=False):
    """The reader over one library; it returns the exit status.

    ``terminal`` says what the terminal can do and how much should be sent to it. ``takes_signals`` is set
    where the process is the reader's alone.
    """

    CSS_PATH = "reader.tcss"
    TITLE = "briefreader"
    ENABLE_COMMAND_PALETTE = False
    takes_signals = False

    def __init__(
        self,
        library: Library,
        *,
        settings: Settings | None = None,
        keymap: Keymap | None = None,
        terminal: Terminal | None = None,
        notices: tuple[str, ...] = (),
        first: FirstList | None = None,
    ) -> None:
        self.terminal = terminal or Terminal()
        self.shown = ShownScreen()
        # With NO_COLOR Textual turns the terminal's default colours into black on black, unless told so here.
        super().__init__(ansi_color=True if self.terminal.colors == 0 else None)
        self.library = library
        self.settings = settings or Settings()
        if keymap:
            self.keymap = keymap
        self.changes = Changes()
        self._sized = False
        self._settling: Timer | None = None
        self._notices = notices
        self.wardrobe = Wardrobe(self)
        self._first = first
        self._signals = Signals(self.exit, super().suspend)
        self._prepare()

    def get_driver_class(self) -> type[Driver]:
        """Take a driver that sends the terminal only what it does not show yet."""
        lean, unicode = self.terminal.lean, self.terminal.unicode
        return frugal(super().get_driver_class(), self.shown, lean=lean, unicode=unicode)

    def on_resize(self) -> None:
        """Paint everything anew, since the terminal may have moved what it shows.

        Once the terminal keeps its size it is painted again: a frame made for one size may have reached it
        at another. Of sizes in quick succession the last one may have been told before the one before.
        """
        self.shown.forget()
        if self._settling:
            self._settling.stop()
        if self._sized:  # the first size is no change
            self._settling = self.set_timer(_SETTLED_S, self._paint_anew)
        self._sized = True

    def _paint_anew(self) -> None:
        self.shown.forget()
        if (size := terminal_size(self)) != self.size:
            self.post_message(events.Resize(size, size))
        self.refresh(layout=True)

    @property
    def ascii_only(self) -> bool:
        """Whether signs beyond ASCII are to be avoided."""
        return not self.terminal.unicode

    def _prepare(self) -> None:
        let_lines_go()
        glyphs.use(glyphs.UNICODE if self.terminal.unicode else glyphs.ASCII)
        self.theme = self.wardrobe.begin()
        self.animation_level = "none"
        self.set_class(not self.terminal.unicode, "-ascii")

    # The list is painted before the keys and what they do are loaded.

    @cached_property
    def keymap(self) -> Keymap:
        """Which keys do what."""
        from briefreader.keymap import load_keymap

        return load_keymap(places.config_root() / "keymap.yaml")

    @cached_property
    def keys(self) -> KeyReader:
        """Makes commands of the keys that come."""
        from briefreader.keymap import KeyReader

        return KeyReader(self.keymap)

    @cached_property
    def actions(self) -> Actions:
        """What can be done wherever one is."""
        from briefreader.ui.controllers.everywhere import Everywhere
        from briefreader.ui.controllers.passage_screens import PassageScreens

        return Actions(Everywhere(self), PassageScreens(self))

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader has to be told at the start; it loads the keymap, for what is wrong in it."""
        return (*self._notices, *self.wardrobe.notices, *map(str, self.keymap.problems))

    @property
    def command_screen(self) -> CommandScreen[Any]:
        """The screen on top that takes commands."""
        return cast("CommandScreen[Any]", self.screen)

    def refresh_css(self, animate: bool = True) -> None:
        """Take the colours of another theme; before there is a screen, nothing has to be parsed again."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_load(self) -> None:
        """Leave in good order when a signal asks to, from the first."""
        if self.takes_signals:
            self._signals.take_ending()

    def on_mount(self) -> None:
        """Stop and go on as the shell wants it; Textual's own way was set up just before."""
        self._signals.take_stopping()

    def exit(self, *arguments: Any, **options: Any) -> None:
        """Leave; nothing takes the terminal back from now on."""
        self._signals.release()
        super().exit(*arguments, **options)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program; signals from the keyboard are for that one."""
        with self._signals.lent(), super().suspend():
            yield

    def on_unmount(self) -> None:
        """Leave when all is written that a key has changed."""
        self.changes.close()

    async def on_event(self, event: events.Event) -> None:
        """Give each key to the screen before the next is looked at.

        Textual hands a burst of keys to the widget that has the focus as it begins; what is typed ahead
        after "/" on a slow line would go to the list.
        """
        from briefreader.ui.screens.commanding import CommandScreen

        if isinstance(event, events.Key) and isinstance(self.screen, CommandScreen):
            self.app_focus = True
            self.screen.take_key(event)
        elif isinstance(event, events.Paste) and isinstance(self.focused, Input):
            _paste(self.focused, sanitize(event.text))  # the line it goes into is painted as it is
        else:
            await super().on_event(event)

    def get_default_screen(self) -> Screen[Any]:
        """Start on the main screen."""
        from briefreader.ui.screens.main import MainScreen

        return MainScreen(self.library, self.settings, self._first)


def _paste(line: Input, text: str) -> None:
    """Put what was pasted where the cursor is, its lines as one, at once: Enter may come right behind."""
    lines = [each for each in text.splitlines() if each.strip()]
    pasted = " ".join(each.strip() for each in lines) if len(lines) > 1 else "".join(lines)
    line.replace(pasted, *sorted(line.selection))
