"""Over a lean line frames that follow one another quickly reach the terminal as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.text.width import cell_width
from briefreader.ui.output.pacing import Pacing
from briefreader.ui.output.shown import ShownScreen
from tests.output.test_shown import COLUMNS, CURSORS, ROWS, RUNS, frame, look


class Line:
    """A paced terminal whose clock the test turns, beside one that is sent everything."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.waiting: list[tuple[float, Callable[[], None]]] = []
        self.shown = ShownScreen(COLUMNS, ROWS)
        self.screens = [pyte.Screen(COLUMNS, ROWS) for _ in range(2)]
        self._streams = [pyte.Stream(screen) for screen in self.screens]
        self.pacing = Pacing(self.shown, self._take, lambda delay, call: self.waiting.append((delay, call)))

    def _take(self, data: str) -> None:
        self.sent.append(data)
        self._streams[1].feed(data.replace("\n", ""))

    def write(self, data: str) -> None:
        self._streams[0].feed(data.replace("\n", ""))
        self.pacing.write(data)

    def tick(self) -> float:
        """Let the time pass until something is due, and do it; return how long that was."""
        delay, call = self.waiting.pop(0)
        call()
        return delay

    def looks(self, which: int) -> list[list[tuple[object, ...]]]:
        """Return what is seen; half a wide sign, which pyte keeps, is a blank in terminals."""
        buffer = self.screens[which].buffer
        return [[look(_whole(buffer[row], column)) for column in range(COLUMNS)] for row in range(ROWS)]


def _whole(line: Mapping[int, pyte.screens.Char], column: int) -> pyte.screens.Char:
    cell = line[column]
    is_left = bool(cell.data) and _is_wide(cell.data)
    lost_right = is_left and line[column + 1].data != ""
    lost_left = cell.data == "" and not (line[column - 1].data and _is_wide(line[column - 1].data))
    return cell._replace(data=" ") if lost_right or lost_left else cell


def _is_wide(sign: str) -> bool:
    return cell_width(sign) == 2


STEPS = st.lists(
    st.tuples(st.lists(RUNS, min_size=1, max_size=8), CURSORS, st.booleans()), min_size=1, max_size=8
)


@settings(max_examples=300, deadline=None)
@given(STEPS)
def test_what_is_shown_in_the_end_is_what_was_painted(
    steps: list[tuple[list[tuple[int, int, str, str]], tuple[int, int], bool]],
) -> None:
    line = Line()
    for runs, cursor, time_passes in steps:
        line.write(frame(runs, cursor))
        if time_passes and line.waiting:
            line.tick()
    while line.waiting:
        line.tick()
    assert line.looks(1) == line.looks(0)


def test_frames_that_come_together_are_sent_together() -> None:
    line = Line()
    for number in range(5):
        line.write(frame([(1, 2, "1", f"row {number}")]))
    assert line.sent == []
    line.tick()
    assert len(line.sent) == 1
    assert "row 4" in line.sent[0]


def test_what_comes_while_the_line_rests_waits_for_the_end_of_the_rest() -> None:
    line = Line()
    line.write(frame([(1, 2, "", "a" * 20)]))
    line.tick()
    for number in range(4):
        line.write(frame([(2, 2, "", f"row {number}")]))
    assert len(line.sent) == 1
    assert line.tick() >= 0.04
    assert len(line.sent) == 2
    assert "row 3" in line.sent[1]
    assert not any(f"row {number}" in "".join(line.sent) for number in range(3))


def test_the_longer_a_frame_the_longer_the_rest_but_never_longer_than_a_reader_notices() -> None:
    line = Line()
    rests = []
    for rows in (1, ROWS):
        line.write(
            frame([(row, 0, f"38;2;{rows};{row};{n}", "x") for row in range(rows) for n in range(200)])
        )
        line.tick()
        rests.append(line.waiting[-1][0])
        line.tick()
    assert 0.04 <= rests[0] <= rests[1] <= 0.1


def test_nothing_is_awaited_once_all_is_shown() -> None:
    line = Line()
    line.write(frame([(1, 2, "", "text")]))
    while line.waiting:
        line.tick()
    line.write(frame([(1, 2, "", "text")]))
    while line.waiting:
        line.tick()
    assert len(line.sent) == 1


def test_a_copy_or_a_mode_goes_at_once_behind_what_waited() -> None:
    line = Line()
    line.write(frame([(1, 2, "", "text")]))
    line.write("\x1b]52;c;YQ==\x07")
    assert [("text" in sent) for sent in line.sent] == [True, False]
    line.write(frame([(1, 2, "", "what comes")]))
    line.write("\x1b[?1049l")
    assert line.sent[-1] == "\x1b[?1049l"
    assert "what comes" in line.sent[-2]


def test_a_frame_is_one_synchronised_update_where_the_terminal_knows_them() -> None:
    line = Line()
    for word in ("one", "two"):
        line.write("\x1b[?2026h")
        line.write(frame([(1, 2, "", word)]))
        line.write("\x1b[?2026l")
    line.tick()
    assert line.sent == ["\x1b[?2026h\x1b[2;3H\x1b[mtwo\x1b[?2026l"]


def test_what_waited_for_another_size_of_the_terminal_is_dropped() -> None:
    line = Line()
    line.write(frame([(ROWS - 1, 2, "", "old")]))
    line.shown.resize(COLUMNS, ROWS - 2)
    line.write(frame([(1, 2, "", "new")]))
    while line.waiting:
        line.tick()
    assert "new" in "".join(line.sent)
    assert "old" not in "".join(line.sent)
