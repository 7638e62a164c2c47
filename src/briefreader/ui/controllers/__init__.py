"""What the reader does, a small class per subject; screens are put together from these."""
