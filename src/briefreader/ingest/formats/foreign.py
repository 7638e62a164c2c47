"""Other people's parsers: whatever they raise on bytes that nobody foresaw becomes one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from briefreader.ingest.patience import TookTooLong
from briefreader.ingest.source import Unreadable


@contextmanager
def parsing(name: str) -> Iterator[None]:
    """Guard a parser of files that are called ``name``, such as "PDF".

    What says more than that passes: that the disk failed, that memory or patience ended.

    Raises:
        Unreadable: the parser failed, in whatever way.

    """
    try:
        yield
    except (Unreadable, MemoryError, TookTooLong):
        raise
    except Exception as error:  # no parser says all that it may raise
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise Unreadable(f"It is damaged, or no {name}.") from None
