"""The program: runs the command line and turns every failure into one line and an exit status."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress


def main() -> None:
    """Run ``briefreader`` with the arguments of this process and exit."""
    # A pipe that closes early (``| head``) ends the program as it ends cat: quietly.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:  # as nohup(1) leaves SIGHUP
            signal.signal(number, _end)
    sys.exit(_flushed(_run(sys.argv[1:])))


def _flushed(status: int) -> int:
    """Send what is still held back; what nobody takes any more must not change how the program ends.

    Python itself would try again while it shuts down, and end with 120 instead of ``status``.
    """
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError as error:
            _discard(stream.fileno())
            status = status or _explain(error)
    return status


def _discard(descriptor: int) -> None:
    """Let go to nowhere what is written there from now on."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _run(arguments: list[str]) -> int:
    try:
        if arguments == ["--version"]:
            return _tell_version()
        from briefreader.cli import run

        return run(arguments)
    except _Ended as ended:
        number = signal.Signals(ended.args[0])
        return _say(f"ended by {number.name}; what was done is kept", 128 + number)
    except BaseException as error:
        if isinstance(error, SystemExit) or os.environ.get("BRIEFREADER_DEBUG"):
            raise
        return _explain(error)


class _Ended(BaseException):
    """A signal asks to end: unwinds as a failure does, so that a progress bar gives the cursor back."""


def _end(number: int, _frame: object) -> None:
    raise _Ended(number)


def _tell_version() -> int:
    from briefreader.version import __version__

    print(f"briefreader {__version__}")
    return 0


def _explain(error: BaseException) -> int:
    from briefreader.errors import BriefreaderError

    if isinstance(error, BriefreaderError):
        return _say(str(error), error.status)
    if isinstance(error, OSError):
        return _say(f"{error.filename or 'the system'}: {error.strerror or error}", 4)
    return _say(f"unexpected {type(error).__name__}: {error} ({_recorded(error)})", 3)


def _recorded(error: BaseException) -> str:
    import logging

    from briefreader.log import log_file, open_log

    open_log()
    logging.getLogger(__name__).critical("unexpected failure", exc_info=error)
    return f"{log_file()} says where, and briefreader --debug shows it; please report it"


def _say(sentence: str, status: int) -> int:
    from briefreader.text.sanitize import sanitize_line

    # The terminal, or whoever read our errors, may be gone: the status says it too.
    with suppress(OSError):
        print(f"briefreader: {sanitize_line(sentence)}", file=sys.stderr)
    return status


if __name__ == "__main__":
    main()
