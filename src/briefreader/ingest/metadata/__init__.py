"""Title, source, author, date, address and language, from what the text itself says; never guessed."""
