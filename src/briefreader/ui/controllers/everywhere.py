"""The commands of every screen: help, palette, leaving, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.ui.commands import action

if TYPE_CHECKING:
    from briefreader.ui.app import ReaderApp
    from briefreader.ui.widgets.choice_list import Choice


class Everywhere:
    """What can be done wherever one is."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    @property
    def _over_another(self) -> bool:
        return len(self._app.screen_stack) > 1

    @action("app.close")
    def close(self) -> None:
        """Leave the screen on top; from the last one, leave the reader."""
        if self._over_another:
            self._app.screen.dismiss()
        else:
            self.quit()

    @action("app.back", when=lambda self: self._over_another)
    def back(self) -> None:
        """Leave the screen on top."""
        self._app.screen.dismiss()

    @action("app.quit")
    def quit(self) -> None:
        """Leave the reader."""
        self._app.exit(0)

    @action("app.redraw")
    def redraw(self) -> None:
        """Paint everything anew, whatever the terminal shows."""
        self._app.shown.forget()
        self._app.refresh(layout=True)

    @action("app.suspend")
    def suspend(self) -> None:
        """Give the terminal back to the shell until it wants the reader again."""
        self._app.action_suspend_process()

    @action("app.help")
    def help(self) -> None:
        """Show every key, those of this place first; one taken is done."""
        from briefreader.ui.contents.menus import help_choices

        screen, app = self._app.command_screen, self._app
        known = {*screen.actions, *app.actions}
        choices = help_choices(
            app.keymap, screen.context, ascii_only=app.ascii_only, known=known.__contains__
        )
        self._run_chosen("Keys", choices)

    @action("app.palette")
    def palette(self) -> None:
        """Offer everything that can be done here and now by its name."""
        from briefreader.ui.contents.menus import palette_choices

        screen, app = self._app.command_screen, self._app
        choices = palette_choices(app.keymap, screen.context, screen.possible, ascii_only=app.ascii_only)
        self._run_chosen("Commands", choices)

    def _run_chosen(self, title: str, choices: list[Choice[str]]) -> None:
        from briefreader.ui.screens.chooser import Chooser

        screen = self._app.command_screen

        def run(command: str | None) -> None:
            if command:
                screen.run_command(command)

        self._app.push_screen(Chooser(title, choices), run)

    @action("app.theme")
    def choose_theme(self) -> None:
        """Offer the colours, those worn first."""
        from briefreader.ui.looks.theme_check import AUTO
        from briefreader.ui.screens.chooser import Chooser
        from briefreader.ui.widgets.choice_list import Choice

        themes, worn = self._app.available_themes, self._app.theme
        names = sorted(themes, key=lambda name: (name != worn, not name.startswith("briefreader"), name))
        choices = [Choice(name, name, note="dark" if themes[name].dark else "light") for name in names]
        suits = Choice(AUTO, AUTO, note="what suits the terminal")
        self._app.push_screen(Chooser("Theme", [choices[0], suits, *choices[1:]]), self._wear)

    def _wear(self, theme: str | None) -> None:
        if theme:
            self._app.command_screen.say(self._app.wardrobe.wear(theme))
