"""What can go wrong in front of a user: each error is one sentence and an exit status."""


class BriefreaderError(Exception):
    """A failure the user can act on.

    The message is one sentence: what is wrong, where, and what to do. The command line prints it on
    stderr and exits with ``status``; the reader shows it in the status bar.
    """

    status = 2


class NothingFound(BriefreaderError):
    """What was asked for by name is not in the collection."""

    status = 1


class BadData(BriefreaderError):
    """A file of the user's, or a part of it, cannot be used."""

    status = 3


class OutOfReach(BriefreaderError):
    """A file, a folder or a lock that this process cannot have: missing, forbidden or held by another."""

    status = 4


class Occupied(OutOfReach):
    """Another process or thread is bringing this collection up to date; it may be had when that is done."""
