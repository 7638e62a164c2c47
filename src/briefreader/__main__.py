"""The program: runs the command line and turns every failure into one line and an exit status."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run ``briefreader`` with the arguments of this process and exit."""
    # A pipe that closes early (``| head``) ends the program as it ends cat: quietly.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        from briefreader.version import __version__

        print(f"briefreader {__version__}")
        return 0
    try:
        from briefreader.cli import run

        return run(arguments)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BaseException as error:
        if isinstance(error, SystemExit) or os.environ.get("BRIEFREADER_DEBUG"):
            raise
        return _explain(error)


def _explain(error: BaseException) -> int:
    from briefreader.errors import BriefreaderError

    if isinstance(error, BriefreaderError):
        return _say(str(error), error.status)
    if isinstance(error, OSError):
        return _say(f"{error.filename or 'the system'}: {error.strerror or error}", 4)
    name = type(error).__name__
    return _say(f"unexpected {name}: {error} (briefreader --debug … shows where; please report it)", 3)


def _say(sentence: str, status: int) -> int:
    from briefreader.text.sanitize import sanitize_line

    print(f"briefreader: {sanitize_line(sentence)}", file=sys.stderr)
    return status


if __name__ == "__main__":
    main()
