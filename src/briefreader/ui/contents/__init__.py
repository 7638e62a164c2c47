"""What the screens show and how it is arranged, as plain values: no widget lives here, and no key."""
