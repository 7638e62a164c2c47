"""SQLite: the derived cache and the reader's own data, in two files."""
