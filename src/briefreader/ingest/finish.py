"""From a draft to an article: sanitised, laid out, folded, dated, with an id that stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from briefreader.ingest.draft import Draft
from briefreader.ingest.folding.markdown import fold_markdown
from briefreader.ingest.folding.plain import fold_lines
from briefreader.ingest.layout import blocks, paragraphs
from briefreader.ingest.lines import Line
from briefreader.ingest.metadata.dates import normalize_date
from briefreader.ingest.metadata.language import guess_language
from briefreader.ingest.metadata.page import read_page
from briefreader.ingest.metadata.titles import derive_title
from briefreader.ingest.source import refuse_many
from briefreader.model import Article, Fold, Span
from briefreader.text.sanitize import sanitize, sanitize_line
from briefreader.text.words import count_words

_LONGEST_JOINED = 600
_MOST_LINES = 500_000
_MOST_JUDGED = 50_000
"""Lines: no page is longer, and what longer texts fold costs a kilobyte a line to find out."""
_FOLDING = {"plain": fold_lines, "markdown": fold_markdown}


def finish(draft: Draft, relative: str) -> Article:
    """Return the article of ``draft``, found at ``relative`` in its collection.

    Raises:
        Unreadable: it has more lines than can be laid out.

    """
    refuse_many(draft.text.count("\n"), _MOST_LINES, "lines")
    text = sanitize(draft.text)
    given = [Fold(start, end, reason) for start, end, reason in draft.folds if end > start]
    lines = paragraphs(text, markdown=draft.layout == "markdown")
    if given:
        lines = [line for line in lines if not any(fold.overlaps(line) for fold in given)]
    is_judged = draft.layout in _FOLDING and len(lines) <= _MOST_JUDGED
    folded = _FOLDING[draft.layout](lines) if is_judged else {}
    if draft.layout == "plain" and is_judged:
        read_page(draft, lines, folded)
    folds = _merge(text, [*given, *(_fold(lines[place], reason) for place, reason in folded.items())])
    kept = [line for place, line in enumerate(lines) if place not in folded]
    _complete(draft, text, kept, relative)
    fields = {name: sanitize_line(value) for name, (value, _) in draft.fields.items()}
    return Article(
        id=article_id(relative, draft.record),
        path=relative,
        title=fields["title"],
        source=fields.get("source"),
        author=fields.get("author"),
        published=fields.get("published"),
        url=fields.get("url"),
        language=fields.get("language"),
        words=sum(count_words(line.text) for line in kept) if folds else count_words(text),
        text=text,
        paragraphs=blocks(kept),
        folds=folds,
        origins={name: origin for name, (_, origin) in draft.fields.items()},
        text_hash=text_hash(text, folds),
    )


def folded_anew(article: Article, more: Iterable[Fold]) -> Article:
    """Return the article with ``more`` of it folded, its paragraphs, words and hash accordingly."""
    folds = _merge(article.text, [*article.folds, *more])
    hidden = iter(folds)
    kept, fold = [], next(hidden, None)
    for block in article.paragraphs:
        while fold and fold.end <= block.start:
            fold = next(hidden, None)
        if fold is None or not fold.overlaps(block):
            kept.append(block)
    return replace(
        article,
        folds=folds,
        paragraphs=tuple(kept),
        words=sum(count_words(block.cut(article.text)) for block in kept),
        text_hash=text_hash(article.text, folds),
    )


def article_id(relative: str, record: str = "") -> str:
    """Return the id for keeps of the article ``record`` in the file at ``relative``: 12 hex digits."""
    name = f"{relative}\0{record}" if record else relative
    return blake2b(name.encode("utf-8", "replace"), digest_size=6).hexdigest()


def text_hash(text: str, folds: tuple[Fold, ...]) -> str:
    """Return a digest of the text and of what of it is folded: 32 hex digits."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=16)
    digest.update(repr([(fold.start, fold.end) for fold in folds]).encode())
    return digest.hexdigest()


def _fold(line: Line, reason: str) -> Fold:
    return Fold(line.start, line.end, reason)


def _merge(text: str, folds: list[Fold]) -> tuple[Fold, ...]:
    """Return the folds in order, neighbours as one; a long repeated passage keeps to itself."""
    groups: list[list[Fold]] = []
    for fold in sorted(folds):
        last = groups[-1] if groups else None
        if last and _joins(last[-1], fold) and not text[last[-1].end : fold.start].strip():
            last.append(fold)
        else:
            groups.append([fold])
    return tuple(Fold(group[0].start, group[-1].end, _reasons(group)) for group in groups)


def _joins(before: Fold, fold: Fold) -> bool:
    return max(len(before), len(fold)) <= _LONGEST_JOINED


def _reasons(group: list[Fold]) -> str:
    """Return the reasons of ``group`` in order of first appearance, three at most."""
    distinct = list(dict.fromkeys(fold.reason for fold in group))
    return ", ".join(distinct[:3]) + (" and more" if len(distinct) > 3 else "")


def _complete(draft: Draft, text: str, kept: list[Line], relative: str) -> None:
    """Fill in what can be told from the text, and put the date into its one form."""
    if "published" in draft.fields:
        value, origin = draft.fields.pop("published")
        draft.note("published", normalize_date(value), origin)
    draft.note("language", guess_language("\n".join(line.text for line in kept[:40])), "text")
    if kept and "title" not in draft.fields:
        prose = next((line for line in kept if line.is_prose), kept[0])
        draft.note("title", derive_title(text, Span(prose.start, kept[-1].end)), "first sentence")
    draft.note("title", relative.rpartition("/")[2] or "Untitled", "file name")
