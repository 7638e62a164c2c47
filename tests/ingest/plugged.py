"""Packages that bring formats, as an installer would leave them behind."""

from __future__ import annotations

from pathlib import Path


def install(site: Path, code: str, *, name: str = "minutes", version: str = "1.0") -> None:
    """Lay down a package with one format in ``site``, a folder on the module search path."""
    about = site / f"council_{name}.dist-info"
    about.mkdir(parents=True, exist_ok=True)
    (site / f"council_{name}.py").write_text(code, encoding="utf-8")
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: council-{name}\nVersion: {version}\n")
    (about / "entry_points.txt").write_text(f"[briefreader.formats]\n{name} = council_{name}:FORMAT\n")
