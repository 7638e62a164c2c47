"""entities.yaml: the reader's corrections as YAML that people can read, write and share.

The file is read entry by entry: one that is wrong is reported with its line, and the rest applies. Writing
only ever adds or takes away whole entries at the end, so that comments and faulty entries stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefreader.entities import CORRECTIONS
from briefreader.entities.corrections import Add, Correction, Hide, Merge, Rename, Retype, Split
from briefreader.entities.corrections_fields import Fields
from briefreader.text.strict_yaml import Document, YamlProblem, load

HEADER = """\
# Who is who, as corrected by the reader. Later entries build on earlier ones; entities go by their ids,
# which the sidebar and `briefreader entities --json` show. Entries may be edited, added and removed here.
corrections:
"""
INSET = "  "
_ITEM = re.compile(r"( *)- ")
_PLAIN = re.compile(r"[^\W\d_][\w .:/'-]*[\w.]")
_YAML_WORDS = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n"])


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in the file: its text, and what it means, None where it is faulty."""

    text: str
    correction: Correction | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """A file of corrections: what stands before the first entry, the entries, and what is wrong in it."""

    header: str = HEADER
    entries: tuple[Entry, ...] = ()
    problems: tuple[YamlProblem, ...] = ()

    @property
    def corrections(self) -> list[Correction]:
        """The corrections that can be applied, in order."""
        return [entry.correction for entry in self.entries if entry.correction is not None]

    @property
    def text(self) -> str:
        """The file, as it is to be written."""
        return self.header + "".join(entry.text for entry in self.entries)

    def adding(self, correction: Correction) -> Corrections:
        """Return these corrections and one more, set in as far as those that stand there."""
        inset = _ITEM.match(self.entries[0].text) if self.entries else None
        text = write(correction, inset.group(1) if inset else INSET)
        return Corrections(self.header, (*self.entries, Entry(text, correction)), self.problems)

    def without(self, correction: Correction) -> Corrections:
        """Return these corrections without the last entry that says ``correction``, if there is one."""
        for at in range(len(self.entries) - 1, -1, -1):
            if self.entries[at].correction == correction:
                return Corrections(self.header, self.entries[:at] + self.entries[at + 1 :], self.problems)
        return self


def read(text: str, name: str = CORRECTIONS) -> Corrections:
    """Read the text of a file; ``name`` is what messages call it."""
    if not text.strip():
        return Corrections()
    header, chunks = _chunks(text)
    problems: list[YamlProblem] = []
    entries = []
    before = header.count("\n")
    _check_header(header, chunks, name, problems)
    for chunk in chunks:
        entries.append(Entry(chunk, _entry(chunk, name, before, problems)))
        before += chunk.count("\n")
    return Corrections(header, tuple(entries), tuple(problems))


def write(correction: Correction, inset: str = INSET) -> str:
    """Return a correction as an entry of the file; ``inset`` stands before its dash."""
    match correction:
        case Merge(merge, into, name):
            fields: dict[str, str | int | Sequence[str]] = {"merge": merge, "into": into, "name": name}
        case Split(split, origin):
            fields = {"split": split, "from": origin}
        case Rename(entity, to):
            fields = {"rename": entity, "to": to}
        case Retype(entity, kind):
            fields = {"retype": entity, "to": kind}
        case Hide(entity):
            fields = {"hide": entity}
        case Add(quote, article, start, name, kind):
            fields = {"add": quote, "article": article, "start": start, "name": name, "type": kind}
    lines = [f"{key}: {_scalar(value)}" for key, value in fields.items()]
    return f"{inset}- " + f"\n{inset}  ".join(lines) + "\n"


def _scalar(value: str | int | Sequence[str]) -> str:
    if isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        return "[" + ", ".join(_scalar(each) for each in value) + "]"
    plain = _PLAIN.fullmatch(value) and ": " not in value and value.lower() not in _YAML_WORDS
    return value if plain else json.dumps(value, ensure_ascii=False)


def _chunks(text: str) -> tuple[str, list[str]]:
    """Cut a file into what stands before the first entry and the entries, each from its dash on."""
    lines = (text if text.endswith("\n") else text + "\n").splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if _ITEM.match(line)]
    if not starts:
        return "".join(lines), []
    indent = len(_ITEM.match(lines[starts[0]]).group(1))  # type: ignore[union-attr]
    starts = [
        at for at in starts if lines[at][:indent].isspace() == bool(indent) and lines[at][indent] == "-"
    ]
    ends = [*starts[1:], len(lines)]
    return "".join(lines[: starts[0]]), ["".join(lines[at:end]) for at, end in zip(starts, ends, strict=True)]


def _check_header(header: str, chunks: Sequence[str], name: str, problems: list[YamlProblem]) -> None:
    try:
        document = load(header, name=name)
    except YamlProblem as problem:
        problems.append(problem)
        return
    value = document.value
    if (
        not isinstance(value, dict)
        or "corrections" not in value
        or (value["corrections"] is not None and chunks)
    ):
        problems.append(document.problem("the file must hold “corrections:” and a list under it."))


def _entry(chunk: str, name: str, before: int, problems: list[YamlProblem]) -> Correction | None:
    try:
        return _meaning(load(chunk, name=name))
    except YamlProblem as problem:
        problems.append(YamlProblem(name, before + problem.line, problem.sentence))
        return None


def _meaning(document: Document) -> Correction:
    """Return the correction that a list of one mapping spells out."""
    entry = document.value[0]
    if not isinstance(entry, dict):
        raise document.problem("an entry reads “merge: […]”, “hide: …” and the like.", 0)
    kinds = [kind for kind in _FIELDS if kind in entry]
    if len(kinds) != 1:
        raise document.problem(f"an entry must have exactly one of {', '.join(_FIELDS)}.", 0)
    fields = Fields(document, entry, _FIELDS[kinds[0]])
    match kinds[0]:
        case "merge":
            return Merge(fields.ids("merge"), fields.entity("into"), fields.words("name"))
        case "split":
            return Split(fields.texts("split"), fields.entity("from"))
        case "rename":
            return Rename(fields.entity("rename"), fields.words("to"))
        case "retype":
            return Retype(fields.entity("retype"), fields.kind("to"))
        case "hide":
            return Hide(fields.entity("hide"))
        case _:
            return Add(
                fields.words("add"),
                fields.words("article"),
                fields.number("start"),
                fields.words("name"),
                fields.kind("type"),
            )


_FIELDS: dict[str, tuple[str, ...]] = {
    "merge": ("merge", "into", "name"),
    "split": ("split", "from"),
    "rename": ("rename", "to"),
    "retype": ("retype", "to"),
    "hide": ("hide",),
    "add": ("add", "article", "start", "name", "type"),
}
