"""``python -m tests.fuzz``: coverage-guided fuzzing with atheris; what it finds is kept under found/."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FOUND = Path(__file__).parent / "found"
PARSERS = ["briefreader", "email", "feedparser", "mammoth", "pypdf", "warcio", "yaml", "zipfile"]
_RUN = """
import sys
import atheris
with atheris.instrument_imports(include={parsers!r}):
    from tests.fuzz.seeds import seeds
    from tests.fuzz.targets import TARGETS
    # Much is imported late: only what is imported in here tells the fuzzer where it has come to.
    for data in seeds({name!r}):
        TARGETS[{name!r}](data)
atheris.Setup(sys.argv, TARGETS[{name!r}])
atheris.Fuzz()
"""


def main() -> int:
    """Fuzz each target for so many seconds; the status is 1 where something was found."""
    from tests.fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("targets", nargs="*", default=list(TARGETS), metavar="TARGET")
    asked = parser.parse_args()
    failed = [name for name in asked.targets if not _fuzz(name, asked.seconds, asked.seed)]
    print(f"found something: {', '.join(failed)}" if failed else "nothing was found")
    return 1 if failed else 0


def _fuzz(name: str, seconds: int, seed: int) -> bool:
    from tests.fuzz.seeds import seeds

    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(seeds(name)):
            (Path(corpus) / f"seed-{number:03}").write_bytes(data)
        (FOUND / name).mkdir(parents=True, exist_ok=True)
        options = [f"-max_total_time={seconds}", f"-seed={seed}", f"-artifact_prefix={FOUND / name}/"]
        limits = ["-timeout=20", "-rss_limit_mb=2048", "-max_len=8192", corpus]
        ended = subprocess.run(
            [sys.executable, "-c", _RUN.format(name=name, parsers=PARSERS), *options, *limits],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    if not any((FOUND / name).iterdir()):
        (FOUND / name).rmdir()
    runs = re.search(r"stat::number_of_executed_units:\s+(\d+)|Done (\d+) runs", ended.stderr)
    count = runs[1] or runs[2] if runs else "?"
    print(f"{name:16} {count:>10} inputs  {'FOUND' if ended.returncode else ''}")
    if ended.returncode:
        print("\n".join(ended.stderr.splitlines()[-30:]))
    return ended.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
