"""The widgets of the reader: plain values go down by methods, messages come up, no keys of their own."""
