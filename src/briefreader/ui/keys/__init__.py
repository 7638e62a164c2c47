"""Keys on their way to a command: their names, lines they are typed into, keys typed ahead, chords begun."""
