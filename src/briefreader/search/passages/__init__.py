"""What of an article's text a query matched, and the passage to show of it."""
