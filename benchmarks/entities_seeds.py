"""The names of three real articles against hand-made gold: mentions, counts of people, and merges."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from briefreader.entities import Name, Resolver, names_of, uses_of
from briefreader.entities.recognizer import Recognizer
from briefreader.model import EntityType, Mention

GOLD = "seeds_gold_000_002_003.json"
TYPES: dict[str, EntityType] = {"PER": "person", "ORG": "organization", "LOC": "location", "MISC": "misc"}


def judge_seeds(recognizer: Recognizer, data: Path) -> str:
    """Return mention F1 by the gold's own scheme, whether people's counts are exact, and wrong merges."""
    gold = json.loads((data / GOLD).read_text("utf-8"))
    resolver = Resolver()
    articles = []
    right = wanted = found = 0
    for document in gold["docs"]:
        mentions = recognizer.find(document["text"])
        names = names_of(mentions, document["text"])
        resolver.add(uses_of(mentions, names))
        articles.append((document, mentions, names))
        counts = _compare(document, mentions, gold)
        right, wanted, found = right + counts[0], wanted + counts[1], found + counts[2]
    meant = resolver.settle()
    exact = all(_people(document) == _counted(names, meant) for document, _, names in articles)
    merged = _wrong_merges(articles, meant)
    f1 = 2 * right / (wanted + found)
    return f"mention F1 {f1:.4f}, people's counts exact: {exact}, wrong merges: {merged}"


def _compare(document: dict[str, Any], mentions: list[Mention], gold: dict[str, Any]) -> tuple[int, int, int]:
    """Return how many mentions are right, wanted and found, what is optional left out."""
    left = {(each.start, each.end): each for each in mentions}
    right = wanted = found = 0
    for each in document["mentions"]:
        span = each["start"], each["end"]
        if each.get("optional"):
            left.pop(span, None)
            continue
        wanted += 1
        others = gold["alt_spans"].get(each["surface"], [])
        near = [
            place
            for place, mention in left.items()
            if mention.text in others and place[0] < each["end"] and place[1] > each["start"]
        ]
        hit = next((place for place in (span, *near) if place in left), None)
        if hit is not None:
            found += 1
            kinds = {each["type"], *gold["alt_types"].get(each["surface"], [])}
            right += left.pop(hit).type in {TYPES[kind] for kind in kinds}
    return right, wanted, found + len(left)


def _people(document: dict[str, Any]) -> Counter[str]:
    return Counter(each["entity"] for each in document["mentions"] if each["type"] == "PER")


def _counted(names: list[Name | None], meant: dict[Name, Any]) -> Counter[str]:
    return Counter(meant[name].name for name in names if name and name.type == "person")


def _wrong_merges(articles: list[Any], meant: dict[Name, Any]) -> int:
    """Count entities that hold mentions of several gold entities."""
    held: dict[str, set[str]] = {}
    for document, mentions, names in articles:
        gold = {(each["start"], each["end"]): each["entity"] for each in document["mentions"]}
        for mention, name in zip(mentions, names, strict=True):
            entity = gold.get((mention.start, mention.end))
            if entity and name:
                held.setdefault(meant[name].id, set()).add(entity)
    return sum(len(entities) > 1 for entities in held.values())
