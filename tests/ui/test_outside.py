"""Text leaves the reader: by the terminal's clipboard, to programs, never through a shell."""

import base64
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.errors import BriefreaderError
from briefreader.model import ArticleInfo
from briefreader.settings import Settings
from briefreader.ui.contents.citation import citation
from briefreader.ui.launch import NoTerminal, refuse_without_terminal
from briefreader.ui.outside import osc52, programs
from briefreader.ui.outside.terminal import describe

SETTINGS = Settings()


def test_a_copy_is_plain_osc_52_where_nothing_stands_between() -> None:
    sent = osc52.sequence("Zdravo", {"TERM": "xterm-256color"})
    assert sent == f"\x1b]52;c;{base64.b64encode(b'Zdravo').decode()}\x07"


@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"},
        {"TERM": "tmux-256color", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"},
    ],
)
def test_a_copy_goes_to_tmux_itself_and_wrapped_through_it_with_escapes_doubled(
    variables: dict[str, str],
) -> None:
    plain = osc52.sequence("Zdravo", {"TERM": "xterm"})
    sent = osc52.sequence("Zdravo", variables)
    assert plain is not None
    assert sent == f"{plain}\x1bPtmux;\x1b{plain}\x1b\\"


def test_a_copy_is_cut_into_pieces_for_screen() -> None:
    sent = osc52.sequence("x" * 300, {"TERM": "screen", "STY": "1.pts-0.here"})
    assert sent is not None
    pieces = sent.split("\x1b\\")
    assert all(piece.startswith("\x1bP") and len(piece) < 100 for piece in pieces[:-1])
    inner = "".join(piece.removeprefix("\x1bP") for piece in pieces)
    assert base64.b64decode(inner.removeprefix("\x1b]52;c;").removesuffix("\x07")) == b"x" * 300


def test_what_calls_itself_screen_on_the_other_side_of_ssh_may_be_tmux() -> None:
    within = osc52.sequence("Zdravo", {"TERM": "screen", "STY": "1.pts-0.here"})
    plain = osc52.sequence("Zdravo", {"TERM": "xterm"})
    assert within is not None
    assert plain is not None
    assert osc52.sequence("Zdravo", {"TERM": "screen.xterm-256color"}) == plain + within


@pytest.mark.parametrize("term", ["linux", "vt220", "dumb"])
def test_a_terminal_without_a_clipboard_is_sent_nothing(term: str) -> None:
    assert osc52.sequence("Zdravo", {"TERM": term}) is None


def test_what_is_too_long_for_a_terminal_is_not_sent() -> None:
    assert osc52.sequence("x" * 80_000, {}) is None


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
    assert lean.theme("auto") == "briefreader-16"
    assert not lean.mouse


def test_what_the_user_chose_wins_over_what_a_lean_line_would_take() -> None:
    remote = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22", "TERM": "xterm-256color"}
    own = replace(SETTINGS, line=replace(SETTINGS.line, mouse="yes"))
    lean = describe(own, environment=remote)
    assert (lean.lean, lean.mouse) == (True, True)
    assert lean.theme("briefreader-light") == "briefreader-light"
    off = replace(SETTINGS, line=replace(SETTINGS.line, mouse="no"))
    assert not describe(off, environment={"TERM": "xterm-256color"}).mouse


@pytest.mark.parametrize(
    ("variables", "theme"),
    [
        ({"TERM": "xterm-256color"}, "briefreader"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "briefreader"),
        ({"TERM": "xterm-kitty"}, "briefreader"),
        ({"TERM": "screen"}, "briefreader-16"),
        ({"TERM": "linux"}, "briefreader-16"),
        ({"TERM": "xterm"}, "briefreader-16"),
        ({"TERM": "vt100"}, "briefreader-mono"),
        ({"TERM": "xterm-mono"}, "briefreader-mono"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "briefreader-mono"),
    ],
)
def test_the_theme_left_to_itself_has_as_many_colours_as_the_terminal(
    variables: dict[str, str], theme: str
) -> None:
    assert describe(SETTINGS, environment=variables).theme("auto") == theme


def test_without_colours_none_is_worn_whatever_was_chosen() -> None:
    plain = describe(SETTINGS, environment={"TERM": "xterm-256color", "NO_COLOR": "1"})
    assert plain.theme("nord") == "briefreader-mono"


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


@pytest.mark.parametrize(
    ("locale", "unicode"), [("C", "no, LANG=C"), ("en_GB.UTF-8", "yes, LANG=en_GB.UTF-8")]
)
def test_a_locale_that_python_changed_for_itself_is_seen_through(locale: str, unicode: str) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON"))}
    asked = (
        "from briefreader.settings import Settings; from briefreader.ui.in_force import in_force\n"
        "print(in_force(Settings())['look.unicode'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        check=True,
        env={**kept, "LANG": locale},
    )
    assert done.stdout.strip() == unicode


@pytest.mark.parametrize(
    ("named", "command"),
    [
        ("w3m", ["w3m", "https://a.example/x?b=c&d"]),
        ("w3m -o x=%s -M", ["w3m", "-o", "x=https://a.example/x?b=c&d", "-M"]),
        ("no-such-browser:cat -v:true", ["cat", "-v", "https://a.example/x?b=c&d"]),
    ],
)
def test_browser_may_list_commands_and_say_where_the_address_goes(named: str, command: list[str]) -> None:
    assert programs.browser(SETTINGS, "https://a.example/x?b=c&d", {"BROWSER": named}) == command
