"""The reader's own data: marks, notes, amendments and the journal that takes them back."""

from briefreader.store.userdata.userdata import UserData

__all__ = ["UserData"]
