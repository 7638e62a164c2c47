"""Which discrepancies that a person found between three accounts the facts table shows, and what it makes up.

python -m benchmarks.compare_discrepancies [SHARED]    reads data/compare/ and seeds/ there

A listed discrepancy is shown by a row that differs, or is less exact in one account, and has a value in a
listed sentence of each of two, or, where the list says that one account alone gives a figure, by that figure
found in one. A row on a date, a number, a quotation or a stance that differs or is less exact is a false
alarm if no two of its values stand in sentences that were linked by hand or are listed together. Roles and
spellings of one person cannot be false.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from benchmarks.compare import Sentences, gold_sentences, sentence_at
from benchmarks.compare_data import shared_file
from briefreader import Library
from briefreader.model import Comparison, Fact

DISCREPANT = ("differs", "within")


def stands_in(fact: Fact, documents: Sequence[int], gold: Sentences) -> list[set[str]]:
    """Return for each document the hand-made sentences that the row has values in."""
    return [
        {name for value in values if (name := sentence_at(value, gold, document))}
        for document, values in zip(documents, fact.values, strict=True)
    ]


def shows(fact: Fact, places: Sequence[set[str]], listed: set[str]) -> bool:
    given = [found & listed for found in places if found & listed]
    return len(given) > 1 if fact.status in DISCREPANT else bool(given) and fact.kind == "number"


def is_false(fact: Fact, places: Sequence[set[str]], together: Sequence[set[str]]) -> bool:
    if fact.status not in DISCREPANT or fact.kind in ("role", "name"):
        return False
    pairs = [{a, b} for one, other in combinations(places, 2) for a in one for b in other]
    return not any(pair <= known for pair in pairs for known in together)


def measure(data: Mapping[str, Any], compared: Mapping[tuple[int, int], Comparison], gold: Sentences) -> None:
    together = [{link["a"], link["b"]} for link in data["alignments"]]
    listed = [set(one["units"]) for one in data["discrepancies"]]
    rows = [
        (fact, stands_in(fact, documents, gold))
        for documents, comparison in compared.items()
        for fact in comparison.facts
    ]
    shown = [any(shows(fact, places, units) for fact, places in rows) for units in listed]
    for one, visible in zip(data["discrepancies"], shown, strict=True):
        print(f"  {'shown' if visible else 'MISSED'}: {one['kind']}, {one['topic']}")
    wrong = {fact.key for fact, places in rows if is_false(fact, places, together + listed)}
    print(f"listed discrepancies shown: {sum(shown)} of {len(shown)}; false alarms: {len(wrong)}")
    for key in sorted(wrong):
        print(f"  false: {key}")


def main() -> None:
    path = shared_file("data/compare/seeds_alignment_gold_000_002_003.json")
    data = json.loads(path.read_text("utf-8"))
    files = {document["doc"]: document["file"] for document in data["docs"]}
    with Library.open(shared_file("seeds")) as library:
        library.sync()
        texts = {number: library.article(name).text for number, name in files.items()}
        compared = {
            (one, other): library.compare(files[one], files[other]) for one, other in combinations(files, 2)
        }
    measure(data, compared, gold_sentences(data, texts))


if __name__ == "__main__":
    main()
