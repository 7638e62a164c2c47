"""Exporting to a file: which one, which format its name asks for, and where it may not go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.errors import BadData, BriefreaderError
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.library.exporting import Exportable
    from briefreader.ui.controllers.marking import Marking
    from briefreader.ui.desk import Desk
    from briefreader.ui.jobs import Jobs

FORMATS = {
    ".csl.json": "csl",
    ".md": "markdown",
    ".json": "json",
    ".csv": "csv",
    ".bib": "bibtex",
}
ALL = (".md", ".json", ".csv", ".bib", ".csl.json")
OF_LINES = (".csv", ".json", ".md")
OF_COMPARISONS = (".md", ".json")


@dataclass(frozen=True, slots=True)
class Exports:
    """Asks for a file on a screen and writes it in a thread; ``say`` tells where it is."""

    library: Library
    prompting: Prompting
    jobs: Jobs
    say: Callable[[str], None]

    def ask(
        self,
        what: str,
        items: Callable[[], Exportable],
        endings: Sequence[str] = ALL,
        *,
        done: str = "Written: ",
    ) -> None:
        """Ask where to export ``what``; ``items`` is called in the thread, ``done`` said before its path."""

        def write(typed: str) -> None:
            if typed.strip():
                self.jobs.ask(
                    "export",
                    lambda _cancelled: export(self.library, items(), typed, endings),
                    lambda path: self.say(f"{done}{path}"),
                    failed=lambda error: ask_again(typed, error),
                )

        def ask_again(typed: str, error: BriefreaderError) -> None:
            self.say(str(error))
            if self.prompting.question is None:  # else something else is being asked by now
                self.prompting.ask(replace(question, value=typed))

        question = Question(
            f"export {what} to",
            verb="Write",
            placeholder=f"a new file: {' '.join(endings)}",
            accepted=write,
        )
        self.prompting.ask(question)


class Exporting:
    """Exports the articles selected, or the one in use."""

    def __init__(self, desk: Desk, marking: Marking, prompting: Prompting) -> None:
        self._library, self._marking = desk.library, marking
        self._exports = Exports(desk.library, prompting, desk.jobs, desk.say)

    @action("export.articles", when=lambda self: self._marking.meant)
    def articles(self) -> None:
        """Ask where to write the articles."""
        ids = self._marking.meant
        what = "1 article" if len(ids) == 1 else f"{len(ids):,} articles"
        self._exports.ask(what, lambda: [self._library.info(each) for each in ids])


def export(library: Library, items: Exportable, typed: str, endings: Sequence[str] = ALL) -> str:
    """Write ``items`` to the file that was ``typed`` and return its path; runs in a thread.

    Raises:
        BadData: the name has none of the ``endings``, or the file exists.
        OutOfReach: the file cannot be written.
    """
    path = Path(typed.strip()).expanduser()
    ending = next((each for each in FORMATS if path.name.lower().endswith(each)), "")
    if ending not in endings:
        raise BadData(f"“{path.name}” ends in none of {', '.join(endings)}")
    if path.exists():
        raise BadData(f"{path} is there already: choose another name")
    library.export(items, FORMATS[ending], path)
    return str(path)
