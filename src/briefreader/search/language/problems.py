"""What can be wrong with a query."""

from __future__ import annotations

from briefreader.model import QueryProblem, Span
from briefreader.text.sanitize import sanitize_line


class QueryError(Exception):
    """A query that no further typing makes right; :class:`Hits` tells of it, it stays in this room."""

    def __init__(self, message: str, where: Span) -> None:
        super().__init__(message)
        self.problem = QueryProblem(sanitize_line(message), where)
