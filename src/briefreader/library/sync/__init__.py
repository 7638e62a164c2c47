"""Bringing a cache up to date with its files: read, index, recognise, relate; each can be interrupted."""
