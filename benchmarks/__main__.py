"""Every benchmark in turn, each in a process of its own; names on the command line choose among them."""

from __future__ import annotations

import subprocess
import sys

MODULES = (
    "startup",
    "import_pages",
    "import_speed",
    "sync",
    "relevance",
    "search",
    "search_typing",
    "entities",
    "entities_resolver",
    "compare",
    "stories",
    "ui",
    "ui_article",
    "marks",
)


def main(chosen: list[str]) -> int:
    """Run the benchmarks named, or all; return how many failed."""
    if unknown := [name for name in chosen if name not in MODULES]:
        sys.exit(f"There is no benchmark {unknown[0]!r}; there are: {', '.join(MODULES)}.")
    failed = 0
    for name in chosen or MODULES:
        print(f"\n## {name}", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
