"""What lies outside the screen: the terminal and its signals, the clipboard, other programs."""
