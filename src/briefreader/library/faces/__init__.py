"""The façade by subject: each class a face of :class:`briefreader.library.Library`."""
