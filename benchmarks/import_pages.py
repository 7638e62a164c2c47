"""How well import tells the article from the page around it, over runs of four words of 60 web pages.

Usage: python -m benchmarks.import_pages [PAGES.jsonl.gz] [--worst N]. The score is that of Scrapinghub's
article-extraction-benchmark. The line model was fitted on these very pages: ``benchmarks.train_folding``
has the figures for pages it has not seen.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from time import process_time

from benchmarks.pages import GoldPage, article_text, load_pages, score, shared_folder
from briefreader.ingest import clean


def _whole(page: GoldPage) -> str:
    return page.text


def _html(page: GoldPage) -> str:
    return article_text(clean(page.html))


def _plain(page: GoldPage) -> str:
    return article_text(clean(page.text))


def _flat(page: GoldPage) -> str:
    return article_text(clean("\n".join(line.strip() for line in page.text.split("\n"))))


def _article(page: GoldPage) -> str:
    return article_text(clean(page.body))


KINDS = {
    "all lines": _whole,
    "html": _html,
    "plain text": _plain,
    "plain text, not indented": _flat,
    "article alone": _article,
}


def main() -> None:
    """Print the score of each kind of input, and the pages that fare worst."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path, nargs="?")
    parser.add_argument("--worst", type=int, default=0, help="how many pages to name")
    chosen = parser.parse_args()
    pages = load_pages(chosen.pages or shared_folder() / "data/pages/pages_dev.jsonl.gz")
    for name, read in KINDS.items():
        started = process_time()
        found = [(page.body, read(page)) for page in pages]
        took = (process_time() - started) / len(pages)
        print(f"{name:25} {score(found)}  {1000 * took:5.1f} ms a page")
        each = sorted(
            (score([pair]).precision, score([pair]).recall, page.id)
            for pair, page in zip(found, pages, strict=True)
        )
        for precision, recall, page_id in sorted(each, key=lambda row: row[0] + row[1])[: chosen.worst]:
            print(f"    {precision:.2f} {recall:.2f} {page_id}")


if __name__ == "__main__":
    main()
