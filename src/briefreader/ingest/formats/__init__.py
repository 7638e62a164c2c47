"""How each kind of file becomes drafts of articles; one file a format, behind one registry."""
