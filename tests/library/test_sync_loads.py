"""A sync that finds nothing new loads nothing that reads, recognises, searches or relates."""

from __future__ import annotations

import subprocess
import sys

from briefreader import Library
from tests.library.folder import Folder

_HEAVY = ("trafilatura", "lxml", "pycrfsuite", "whoosh", "numpy")
_SYNC = """
import sys
from briefreader import Library
with Library.open(sys.argv[1]) as library:
    print(library.sync().unchanged)
print(*sorted(set(sys.argv[2:]) & set(sys.modules)))
"""


def loaded_by_a_sync(folder: Folder) -> tuple[int, list[str]]:
    """Return how many articles a sync in a process of its own left alone, and what it loaded of the heavy."""
    call = [sys.executable, "-c", _SYNC, str(folder.path), *_HEAVY]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    unchanged, loaded = done.stdout.split("\n")[:2]
    return int(unchanged), loaded.split()


def test_an_unchanged_folder_is_looked_at_without_readers_weights_or_index(
    library: Library, folder: Folder
) -> None:
    library.close()
    assert loaded_by_a_sync(folder) == (3, [])


def test_a_changed_article_is_read_and_indexed_all_the_same(library: Library, folder: Folder) -> None:
    library.close()
    folder.write("ferry.md", "Ferries stay in port", "The ferries did not leave: Quillan Hest forbade it.")
    unchanged, loaded = loaded_by_a_sync(folder)
    assert unchanged == 2
    assert {"pycrfsuite", "whoosh"} <= set(loaded)
