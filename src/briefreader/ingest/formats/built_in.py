"""The formats that come with briefreader: what each is called, which files are its own, what it takes.

It is all said here, so that telling what a file is loads nothing that reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from briefreader.ingest.formats.format import Format


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """A format of our own, read by ``read`` of ``module``; the rest is as in :class:`Format`.

    ``needs`` is the module that its extra brings.
    """

    module: str
    name: str
    suffixes: tuple[str, ...]
    extra: str | None = None
    needs: str | None = None

    @property
    def is_complete(self) -> bool:
        """Whether all that it takes is installed."""
        return self.needs is None or find_spec(self.needs) is not None

    @property
    def edition(self) -> str:
        """What changes when other articles may come of its files."""
        return f"{self.module} with {self.needs}" if self.needs and self.is_complete else self.module

    def load(self) -> Format:
        """Return the format, with what reads it."""
        module = import_module(f"briefreader.ingest.formats.{self.module}")
        return Format(self.name, self.suffixes, module.read, self.extra)


BUILT_IN = (
    BuiltIn("plain", "plain text", (".txt", ".text")),
    BuiltIn("markdown", "Markdown", (".md", ".markdown", ".mdown")),
    BuiltIn("web", "web page", (".html", ".htm", ".xhtml")),
    BuiltIn("mail", "mail", (".eml", ".mbox", ".mbx")),
    BuiltIn("feed", "feed", (".rss", ".atom", ".xml", ".rdf")),
    BuiltIn("records", "JSON records", (".jsonl", ".ndjson", ".json")),
    BuiltIn("table", "table", (".csv", ".tsv")),
    BuiltIn("pdf", "PDF", (".pdf",), extra="pdf", needs="pypdf"),
    BuiltIn("word", "Word document", (".docx",), extra="docx", needs="mammoth"),
    BuiltIn("book", "EPUB book", (".epub",)),
    BuiltIn("archive", "web archive", (".warc",), extra="warc", needs="warcio"),
)
