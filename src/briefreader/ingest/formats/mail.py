"""Mail: one message (eml) or a folder of them (mbox), quoted mail and signatures folded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import getaddresses, parseaddr
from io import BufferedIOBase

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.foreign import parsing
from briefreader.ingest.formats.markup import markup_text
from briefreader.ingest.formats.record_keys import RecordKeys
from briefreader.ingest.repair import repair
from briefreader.ingest.source import Source, Unreadable, too_large
from briefreader.model import Skipped

_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_QUOTED = re.compile(
    r"(?:^[^\n]{0,200}(?:wrote|writes|schrieb|écrit|escribió):[ \t]*\n)?(?:^>[^\n]*(?:\n|\Z))+", re.MULTILINE
)
_SIGNATURE = re.compile(r"^-- ?\n(?:[^\n]*(?:\n|\Z)){1,12}\Z", re.MULTILINE)
_LONGEST_HEADER = 10_000


class _Policy(EmailPolicy):
    """Reads so much of a header as people write: its parser takes kilobytes of memory for a character."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Return the header's value, parsed."""
        found: str = super().header_fetch_parse(name, value[:_LONGEST_HEADER])
        return found


_POLICY = _Policy(utf8=True)


def read_message(source: Source) -> Iterator[Draft]:
    """Yield the one message of a file."""
    yield _draft(source.data())


def read_folder(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the messages of an mbox file, one at a time."""
    keys = RecordKeys()
    with source.open() as stream:
        for number, data in enumerate(_messages(stream, source.options.largest), 1):
            try:
                if data is None:
                    raise too_large(source.options)
                draft = _draft(data)
            except Unreadable as problem:
                yield Skipped(f"{source.relative}, message {number}", str(problem))
                continue
            draft.record = keys.give(draft.record, draft.text)
            yield draft


def _messages(stream: BufferedIOBase, limit: int) -> Iterator[bytes | None]:
    """Yield the bytes of each message, None for one beyond the limit."""
    lines: list[bytes] = []
    size, begun, blank = 0, False, True
    while line := stream.readline(limit):
        if blank and line.startswith(b"From "):
            if begun:
                yield _joined(lines, size, limit)
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= limit:
                lines.append(line)
        blank = not line.strip()
    if begun:
        yield _joined(lines, size, limit)


def _joined(lines: list[bytes], size: int, limit: int) -> bytes | None:
    return _ESCAPED_FROM.sub(rb"\1", b"".join(lines)) if size <= limit else None


def _draft(data: bytes) -> Draft:
    with parsing("mail"):
        message = message_from_bytes(data, policy=_POLICY)
        assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
        charset, payload, is_page = _body(message)
    text = decode(payload, charset)
    text = markup_text(text) if is_page else repair(text)
    if not text.strip():
        raise Unreadable("It is a message without text.")
    draft = Draft(text, record=_header(message, "Message-ID") or "", layout="markdown")
    for pattern, reason in ((_SIGNATURE, "signature"), (_QUOTED, "quoted mail")):
        draft.folds.extend(
            (m.start(), m.start() + len(m[0].rstrip()), reason) for m in pattern.finditer(text)
        )
    name, address = parseaddr(_header(message, "From") or "")
    draft.note("title", _header(message, "Subject"), "mail header")
    draft.note("author", name or address, "mail header")
    draft.note("published", _header(message, "Date"), "mail header")
    draft.note("source", _list_name(message) or address.rpartition("@")[2], "mail header")
    draft.note("url", (_header(message, "Archived-At") or "").strip("<>"), "mail header")
    return draft


def _header(message: EmailMessage, name: str) -> str | None:
    # Headers are parsed when they are asked for, and a hostile one can fail in any way.
    try:
        value = message.get(name)
    except Exception:  # noqa: BLE001, RUF100
        return None
    return repair(str(value)) if value is not None else None


def _list_name(message: EmailMessage) -> str | None:
    listed = getaddresses([_header(message, "List-Id") or ""])
    return (listed[0][0] or None) if listed else None


def _body(message: EmailMessage) -> tuple[str | None, bytes, bool]:
    """Return the message's plain text, else its HTML: charset, bytes, and whether it is HTML."""
    part = message.get_body(("plain", "html"))
    payload = None if part is None else part.get_payload(decode=True)
    if part is None or not isinstance(payload, bytes):
        return None, b"", False
    return part.get_content_charset(), payload, part.get_content_type() == "text/html"


def read(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the messages of a file, a single one or a folder of them by its first bytes."""
    with source.open() as stream:
        is_folder = stream.read(5) == b"From "
    yield from read_folder(source) if is_folder else read_message(source)
