"""The index on disk: Whoosh's segments, locks and table of contents, with posting lists that are arrays."""
