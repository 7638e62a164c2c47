"""The same hits in the same order, up to ties, as Whoosh's own analysis, index, queries and scoring give."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from whoosh import analysis, fields, qparser, query, scoring
from whoosh.filedb.filestore import FileStorage, RamStorage

from briefreader.search import IndexDocument
from briefreader.search.words import STOP_WORDS
from briefreader.text.stems import stem
from tests.search.library import article, ranked_as_whoosh

STEMS = (
    "harbour",
    "pilot",
    "sail",
    "inspect",
    "ferry",
    "bridge",
    "storm",
    "crane",
    "quay",
    "tide",
    "of",
    "the",
)
ENDINGS = ("", "", "s", "ing", "ed")
SCALE = 1e-4  # scores closer than this tie: ours and Whoosh's sums round differently


def documents(count: int = 300) -> list[IndexDocument]:
    chance = random.Random(7)

    def text(words: int) -> str:
        return " ".join(chance.choice(STEMS) + chance.choice(ENDINGS) for _ in range(words))

    return [article(key, text(chance.randrange(3, 60)), text(chance.randrange(1, 5))) for key in range(count)]


def stemmed(shared: bool = True) -> Any:
    analyzer = analysis.RegexTokenizer(r"[^\W_]+") | analysis.LowercaseFilter()
    analyzer |= analysis.StopFilter(stoplist=STOP_WORDS, minsize=1)
    return analyzer | analysis.StemFilter(stemfn=stem, cachesize=None) if shared else analyzer


def stock(articles: Sequence[IndexDocument], analyzer: Any) -> Any:
    """Index as Whoosh does out of the box."""
    schema = fields.Schema(key=fields.STORED, title=fields.TEXT(analyzer), body=fields.TEXT(analyzer))
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for one in articles:
        writer.add_document(key=one.key, title=one.title, body=one.body)
    writer.commit()
    return index


def theirs(index: Any, text: str) -> dict[int, float]:
    parser = qparser.MultifieldParser(["title", "body"], index.schema)
    with index.searcher(weighting=scoring.BM25F()) as searcher:
        return {hit["key"]: hit.score for hit in searcher.search(parser.parse(text), limit=None)}


def same_order(ours: Sequence[int], scores: dict[int, float]) -> bool:
    values = [scores[key] for key in ours]
    return all(after <= before + SCALE for before, after in pairwise(values))


QUERIES = (
    "harbour",
    "sailing",
    "pilots storm",
    "harbour OR crane",
    "harbours AND (ferry OR bridges)",
    "quay NOT tide",
    "inspected pilot storms",
)


@pytest.mark.parametrize("text", QUERIES)
def test_words_rank_as_with_stock_whoosh(tmp_path: Path, text: str) -> None:
    articles = documents()
    ours = ranked_as_whoosh(tmp_path, *articles).search(text, limit=len(articles))
    scores = theirs(stock(articles, stemmed()), text)
    assert set(ours.keys) == set(scores)
    assert same_order(ours.keys, scores)
    offset = 1.0 if "NOT" in text else 0.0  # Whoosh counts what it excludes as matched, alike for all
    assert {hit.article.key: hit.score + offset for hit in ours.hits} == pytest.approx(scores, rel=1e-6)


@pytest.mark.parametrize("text", ['"harbour pilot"', '"sail sailed"', '"the tide"', '"storm of ferrys"'])
def test_phrases_rank_as_with_stock_whoosh(tmp_path: Path, text: str) -> None:
    """Phrases are taken as written here, so Whoosh gets an analyzer that changes nothing."""
    articles = documents()
    plain = analysis.RegexTokenizer(r"[^\W_]+") | analysis.LowercaseFilter()
    ours = ranked_as_whoosh(tmp_path, *articles).search(text)
    assert set(ours.keys) == set(theirs(stock(articles, plain), text))


@pytest.mark.parametrize("text", ["pil*", "s*ing", "?ide", "in*ed"])
def test_patterns_find_what_stock_whoosh_finds(tmp_path: Path, text: str) -> None:
    articles = documents()
    ours = ranked_as_whoosh(tmp_path, *articles).search(text)
    assert set(ours.keys) == set(theirs(stock(articles, stemmed(shared=False)), text))


def test_whoosh_itself_answers_from_our_index(tmp_path: Path) -> None:
    articles = documents()
    engine = ranked_as_whoosh(tmp_path, *articles)
    index = FileStorage(str(tmp_path / "index")).open_index()
    with index.searcher(weighting=scoring.BM25F()) as searcher:
        either = query.Or([query.Term("title", "storm"), query.Term("body", "storm")])
        found = searcher.search(either, limit=None)
        numbers = [hit.docnum for hit in found]
        phrase = query.Phrase("body", ["harbour", "pilot"])
        in_a_row = [hit.docnum for hit in searcher.search(phrase, limit=None)]
        begun = [hit.docnum for hit in searcher.search(query.Prefix("body", "pil"), limit=None)]
    assert set(numbers) == set(engine.search('"storm"').keys)
    assert same_order(engine.search('"storm"').keys, {hit.docnum: hit.score for hit in found})
    assert set(in_a_row) == set(engine.search('body:"harbour pilot"').keys)
    assert set(begun) == set(engine.search("body:pil*").keys)
