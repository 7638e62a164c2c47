"""What is sent to the terminal: of every frame only the cells that look different from those it shows."""
