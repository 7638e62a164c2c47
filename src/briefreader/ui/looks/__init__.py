"""The colours: themes that come along, those of the reader, and which one is worn."""
