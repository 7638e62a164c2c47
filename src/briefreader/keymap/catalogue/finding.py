"""The commands of search and of the entity sidebar."""

from briefreader.keymap.command import Command

COMMANDS = (
    Command(
        "search.open",
        ("list", "article", "sidebar"),
        "Search",
        "Search the whole collection as you type",
        rank=15,
    ),
    Command("search.accept", ("search",), "Go to hit", "Land on the hit, its words lit", rank=1),
    Command("search.correct", ("list", "search"), "Did you mean", "Search for what is suggested", rank=5),
    Command("search.language", ("list", "search"), "Query language", "Show the query language by example"),
    Command(
        "search.narrow",
        ("list", "article", "sidebar", "search"),
        "Narrow",
        "Narrow by a source, month or name",
        rank=42,
    ),
    Command("search.history", ("list", "search"), "History", "Search again for what was searched before"),
    Command("search.saved", ("list", "search"), "Saved searches", "Run a saved search; count what is new"),
    Command(
        "search.save",
        ("list", "article", "sidebar", "search"),
        "Save search",
        "Save the search under a name",
        needs="search first ({search.open})",
    ),
    Command("search.forget", ("list",), "Forget search", "Drop a saved search"),
    Command(
        "search.end",
        ("list", "article", "sidebar"),
        "End search",
        "Drop the query and list everything again",
        needs="there is no search to end; {search.open} begins one",
    ),
    Command(
        "find.next",
        ("search",),
        "Next find",
        "While words are found in the article: to the next place",
        needs="it steps while words are found in an article ({article.find})",
    ),
    Command(
        "find.previous",
        ("search",),
        "Previous find",
        "While words are found in the article: to the place before",
        needs="it steps while words are found in an article ({article.find})",
    ),
    Command(
        "sidebar.open",
        ("sidebar",),
        "First mention",
        "Jump to the first mention; then n and N step on",
        rank=1,
        needs="no name is listed here",
    ),
    Command("sidebar.narrow", ("sidebar",), "Only these", "List only the articles that mention it", rank=2),
    Command(
        "sidebar.without", ("sidebar",), "Without", "List only the articles that do not mention it", rank=3
    ),
    Command(
        "sidebar.scope", ("sidebar",), "Scope", "Count names here, in what is listed, or everywhere", rank=4
    ),
    Command("sidebar.sort", ("sidebar",), "Order", "Sort names by count, by name or by first appearance"),
    Command(
        "sidebar.filter", ("sidebar",), "Filter", "Show only names with these words, as you type", rank=4
    ),
)
