"""Work in threads that answers by message: questions, of which only the latest counts, and changes."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from briefreader.errors import BriefreaderError
from briefreader.ui.changes import Changes

if TYPE_CHECKING:
    from briefreader.ui.keys.typed_ahead import TypedAhead

Result = TypeVar("Result")
Cancelled = Callable[[], bool]


class Finished(Message):
    """A piece of work is done; the screen that asked for it hands it to :meth:`Jobs.deliver`."""

    def __init__(self, kind: str, number: int, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.kind, self.number, self.deliver = kind, number, deliver


class Jobs:
    """Runs work beside the screen.

    ``complain`` takes the sentence of work that failed; ``damaged`` is called besides where the cache turns
    out to be damaged. ``changes`` is the line in which the whole app writes.
    """

    def __init__(
        self, widget: Widget, complain: Callable[[str], None], changes: Callable[[], Changes]
    ) -> None:
        self._widget, self._complain, self._changes = widget, complain, changes
        self._latest: dict[str, int] = {}
        self.damaged: Callable[[], None] | None = None

    def ask(
        self,
        kind: str,
        work: Callable[[Cancelled], Result],
        done: Callable[[Result], None],
        *,
        failed: Callable[[BriefreaderError], None] | None = None,
    ) -> None:
        """Run ``work`` in a thread and ``done`` with its result on the screen's own.

        Asking anew for the same ``kind`` cancels what was asked before: its answer is dropped. The work
        begins when the changes made before it are written.
        """
        number = self._latest[kind] = self._latest.get(kind, 0) + 1
        settled = self._changes().barrier()
        self._widget.run_worker(
            lambda: self._work(kind, number, settled, work, done, failed or self._tell),
            thread=True,
            exclusive=True,
            group=kind,
            exit_on_error=False,
        )

    def ask_ahead(
        self,
        ahead: TypedAhead,
        kind: str,
        work: Callable[[Cancelled], Result],
        done: Callable[[Result], None],
        *,
        failed: Callable[[BriefreaderError], None] | None = None,
        given_up: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask, and hold the keys that are typed ahead of the answer until it has been acted on.

        Escape drops the answer, and ``given_up`` is called.
        """

        def give_up() -> None:
            self.drop(kind)
            given_up()

        def take(result: Result) -> None:
            done(result)
            ahead.arrived(kind)

        def fail(error: BriefreaderError) -> None:
            (failed or self._tell)(error)
            ahead.arrived(kind)

        ahead.expect(kind, give_up)
        self.ask(kind, work, take, failed=fail)

    def change(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Write something the reader asked for: in its turn, never dropped, and told of when done."""
        self._changes().add(
            lambda: self._post("", 0, self._attempt(work, done, self._tell)),
        )

    def drop(self, kind: str) -> None:
        """Let no answer of this kind arrive that was asked for before now."""
        self._latest[kind] = self._latest.get(kind, 0) + 1
        self._widget.workers.cancel_group(self._widget, kind)

    def deliver(self, message: Finished) -> None:
        """Act on a finished piece of work, unless a later one was asked for."""
        if self._latest.get(message.kind, 0) == message.number:
            message.deliver()

    def _work(
        self,
        kind: str,
        number: int,
        settled: Callable[[], None],
        work: Callable[[Cancelled], Result],
        done: Callable[[Result], None],
        failed: Callable[[BriefreaderError], None],
    ) -> None:
        worker = get_current_worker()
        settled()
        self._post(kind, number, self._attempt(lambda: work(lambda: worker.is_cancelled), done, failed))

    def _post(self, kind: str, number: int, answer: Callable[[], None]) -> None:
        self._widget.post_message(Finished(kind, number, answer))

    def _attempt(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BriefreaderError], None],
    ) -> Callable[[], None]:
        try:
            result = work()
        except BriefreaderError as error:
            problem = error
            return lambda: failed(problem)
        except Exception as error:
            damage = is_damage(error)
            if not damage:
                # A fault of ours in a thread must neither end the reader nor pass in silence.
                logging.getLogger(__name__).exception("unexpected failure in a thread")
            fault = BriefreaderError(f"Unexpected {type(error).__name__}: {error}")
            return lambda: self._bear(fault, failed, damage)
        return lambda: done(result)

    def _bear(
        self, fault: BriefreaderError, failed: Callable[[BriefreaderError], None], damage: bool
    ) -> None:
        failed(fault)
        if damage and self.damaged is not None:
            self.damaged()

    def _tell(self, error: BriefreaderError) -> None:
        self._complain(str(error))

    def streaming(self, kind: str, take: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return a function for the thread of ``kind`` that hands values to ``take`` on the screen's own."""
        number = self._latest.get(kind, 0)
        return lambda value: self._pass_on(kind, number, take, value)

    def _pass_on(self, kind: str, number: int, take: Callable[[Any], None], value: Any) -> None:
        self._post(kind, number, lambda: take(value))


def is_damage(error: Exception) -> bool:
    """Tell whether a database is damaged; an operational error is a lock or a full disk."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
