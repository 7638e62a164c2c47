"""Text leaves the reader: by the terminal's clipboard, to programs, never through a shell."""

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.errors import BriefreaderError
from briefreader.model import ArticleInfo
from briefreader.settings import Settings
from briefreader.ui import osc52, programs
from briefreader.ui.citation import citation
from briefreader.ui.launch import NoTerminal, refuse_without_terminal
from briefreader.ui.terminal import describe
from tests.ui.conftest import Opens

SETTINGS = Settings()


def test_a_copy_is_plain_osc_52_where_nothing_stands_between() -> None:
    sent = osc52.sequence("Zdravo", {"TERM": "xterm-256color"})
    assert sent == f"\x1b]52;c;{base64.b64encode(b'Zdravo').decode()}\x07"


def test_a_copy_is_wrapped_for_tmux_with_its_escapes_doubled() -> None:
    sent = osc52.sequence("Zdravo", {"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"})
    assert sent is not None
    assert sent.startswith("\x1bPtmux;\x1b\x1b]52;c;")
    assert sent.endswith("\x1b\\")


def test_a_copy_is_cut_into_pieces_for_screen() -> None:
    sent = osc52.sequence("x" * 300, {"TERM": "screen"})
    assert sent is not None
    pieces = sent.split("\x1b\\")
    assert all(piece.startswith("\x1bP") and len(piece) < 100 for piece in pieces[:-1])
    inner = "".join(piece.removeprefix("\x1bP") for piece in pieces)
    assert base64.b64decode(inner.removeprefix("\x1b]52;c;").removesuffix("\x07")) == b"x" * 300


def test_what_is_too_long_for_a_terminal_is_not_sent() -> None:
    assert osc52.sequence("x" * 80_000, {}) is None


async def test_without_a_clipboard_the_copy_lies_in_a_private_file(
    opened: Opens, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with opened() as reader:
        await reader.press("y", "c")
        assert "copied.txt" in reader.said
        (kept,) = home.rglob("copied.txt")
        assert reader.titles[0] in kept.read_text("utf-8")
        assert kept.stat().st_mode & 0o777 == 0o600


def test_a_citation_names_what_is_known() -> None:
    whole = ArticleInfo(
        id="0" * 12,
        path="a.txt",
        title="Talks",
        source="Wire",
        author="A. Writer",
        published="2022-01-05T10:00Z",
        url="https://wire.example/talks",
    )
    assert citation(whole) == "A. Writer, “Talks”, Wire, 5 January 2022, https://wire.example/talks"
    assert citation(ArticleInfo(id="0" * 12, path="a.txt", title="Talks")) == "“Talks”, a.txt"


def test_programs_come_from_settings_then_the_environment() -> None:
    own = replace(SETTINGS, programs=replace(SETTINGS.programs, pager="most -s"))
    assert programs.pager(own, {"PAGER": "less"}) == ["most", "-s"]
    assert programs.pager(SETTINGS, {"PAGER": "less -R"}) == ["less", "-R"]
    assert programs.pager(SETTINGS, {}) == ["less"]


def test_a_file_name_is_one_argument_and_never_an_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command = programs.editor(SETTINGS, Path("-x $(reboot).txt"), {"EDITOR": "vim"})
    assert command == ["vim", str(tmp_path / "-x $(reboot).txt")]


@pytest.mark.parametrize("address", [None, "", "file:///etc/passwd", "javascript:alert(1)", "https://", "-x"])
def test_only_web_addresses_reach_the_browser(address: str | None) -> None:
    with pytest.raises(BriefreaderError):
        programs.browser(SETTINGS, address, {"BROWSER": "w3m"})


def test_a_program_reads_the_text_on_its_standard_input(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    assert programs.run(["tee", str(target)], "ein Wort\n") == 0
    assert target.read_text() == "ein Wort\n"


def test_a_program_that_is_missing_is_told_in_one_sentence() -> None:
    with pytest.raises(BriefreaderError, match="cannot be started"):
        programs.run(["no-such-program-here"])


@pytest.mark.parametrize("line", ["", "unclosed 'quote"])
def test_a_line_that_is_no_command_is_told(line: str) -> None:
    with pytest.raises(BriefreaderError):
        programs.arguments(line)


@pytest.mark.parametrize("environment", [{}, {"TERM": "dumb"}, {"TERM": "xterm"}])
def test_without_a_terminal_the_reader_names_the_other_ways(environment: dict[str, str]) -> None:
    with pytest.raises(NoTerminal, match="search, show") as refused:
        refuse_without_terminal(environment)
    assert refused.value.status == 2


def test_over_ssh_the_line_is_spared_unless_the_user_chose() -> None:
    remote = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22", "TERM": "xterm-256color"}
    assert describe(SETTINGS, environment=remote).lean
    assert not describe(SETTINGS, environment={"TERM": "xterm-256color"}).lean
    assert not describe(SETTINGS, lean=False, environment=remote).lean
    own = replace(SETTINGS, line=replace(SETTINGS.line, lean="no"))
    assert not describe(own, environment=remote).lean


def test_a_lean_line_gets_sixteen_colours_and_no_mouse() -> None:
    lean = describe(SETTINGS, lean=True, environment={"TERM": "xterm-256color"})
    assert lean.theme("briefreader") == "briefreader-16"
    assert not lean.mouse


@pytest.mark.parametrize(
    ("variables", "unicode"),
    [
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, False),
        ({"LC_CTYPE": "C.utf8", "LANG": "C"}, True),
        ({"LANG": "de_DE.ISO-8859-1"}, False),
        ({}, False),
    ],
)
def test_the_locale_says_whether_signs_beyond_ascii_show(variables: dict[str, str], unicode: bool) -> None:
    assert describe(SETTINGS, environment={"TERM": "xterm", **variables}).unicode is unicode


def test_no_color_means_none() -> None:
    plain = describe(SETTINGS, environment={"TERM": "xterm-256color", "NO_COLOR": "1"})
    assert plain.theme("briefreader") == "briefreader-mono"
