"""How often the terminal is sent something: over a lean line frames wait a little and are sent as one."""

from __future__ import annotations

from collections.abc import Callable

from briefreader.ui.output.frames import Frame, Run
from briefreader.ui.output.shown import SYNC_OFF, SYNC_ON, ShownScreen

GATHERED_S = 0.01
"""What is painted within so short a time is sent together: a key is answered by several frames."""

_RATE = 20_000
"""Bytes a second that are taken to be welcome; what a slow line still has to deliver cannot be taken back."""

_PAUSE_S = (0.04, 0.1)

Wanted = tuple[str, tuple[str, str]] | None
"""The style in which a cell is painted and what it shows then; None if it is left as it is."""


class Pacing:
    """Lets frames wait, one painted over the other, and sends what differs in the end.

    ``send`` writes to the terminal. ``later`` calls a function after some seconds.
    """

    def __init__(
        self,
        shown: ShownScreen,
        send: Callable[[str], None],
        later: Callable[[float, Callable[[], None]], object],
    ) -> None:
        self._shown, self._send, self._later = shown, send, later
        self._size = shown.size
        self._wanted: dict[int, list[Wanted]] = {}
        self._cursor: tuple[int, int] | None = None
        self._synchronised = self._waits = self._pauses = False

    def write(self, data: str) -> None:
        """Take what is written for the terminal; all but frames goes there at once, behind what waited."""
        self._renew()
        if data in (SYNC_ON, SYNC_OFF):
            self._synchronised = True
        elif (frame := self._shown.understood(data)) is not None:
            self._hold(frame)
        else:
            self.flush()
            self._send(self._shown.feed(data))

    def flush(self) -> None:
        """Send what waits."""
        self._renew()
        self._waits = False
        if not self._wanted:
            return
        sent = self._shown.paint(Frame(self._runs(), self._cursor))
        self._wanted = {}
        if sent:
            self._send(f"{SYNC_ON}{sent}{SYNC_OFF}" if self._synchronised else sent)
            self._pause(len(sent))

    def _renew(self) -> None:
        """Drop what was painted for another size; all will be painted anew."""
        if self._size != self._shown.size:
            self._size, self._wanted = self._shown.size, {}

    def _hold(self, frame: Frame) -> None:
        for run in frame.runs:
            self._lay(run)
        self._cursor = frame.cursor
        if not (self._waits or self._pauses):
            self._waits = True
            self._later(GATHERED_S, self.flush)

    def _lay(self, run: Run) -> None:
        """Lay a run over what waits; of a wide sign that loses one half a blank remains."""
        row, column, style, cells = run
        line = self._wanted.setdefault(row, [None] * self._size[0])
        end = column + len(cells)
        if column and _is_right_half(line[column]):
            line[column - 1] = _blanked(line[column])
        if end < len(line) and _is_right_half(line[end]):
            line[end] = _blanked(line[end])
        line[column:end] = [(style, cell) for cell in cells]

    def _runs(self) -> list[Run]:
        return [run for row in sorted(self._wanted) for run in _runs_of(row, self._wanted[row])]

    def _pause(self, sent: int) -> None:
        shortest, longest = _PAUSE_S
        self._pauses = True
        self._later(min(longest, max(shortest, sent / _RATE)), self._end_pause)

    def _end_pause(self) -> None:
        self._pauses = False
        self.flush()


def _is_right_half(cell: Wanted) -> bool:
    return cell is not None and cell[1][0] == ""


def _blanked(cell: Wanted) -> Wanted:
    return cell and (cell[0], (" ", cell[1][1]))


def _runs_of(row: int, line: list[Wanted]) -> list[Run]:
    runs: list[Run] = []
    following: Wanted = None
    for column, cell in enumerate(line):
        if cell is not None and following is not None and following[0] == cell[0]:
            runs[-1][3].append(cell[1])
        elif cell is not None:
            runs.append((row, column, cell[0], [cell[1]]))
        following = cell
    return runs
