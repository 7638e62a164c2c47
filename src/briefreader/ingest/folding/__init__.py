"""Telling page residue from the article in plain text; what is residue is folded, never deleted."""
