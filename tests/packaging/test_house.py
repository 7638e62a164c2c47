"""The code keeps its measures: files and functions are short, a first line says what each file owns."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def code(*folders: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each module that is not empty."""
    for folder in folders:
        files = sorted((ROOT / folder).rglob("*.py"))
        assert files
        for file in files:
            if text := file.read_text(encoding="utf-8"):
                yield str(file.relative_to(ROOT)), text


def lengths(text: str) -> Iterator[tuple[str, int]]:
    """Yield the name and the lines of each function."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_longer_than_one_subject_takes() -> None:
    files = code("src", "tests", "benchmarks", "tools")
    assert [name for name, text in files if text.count("\n") > LONGEST_FILE] == []


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{name}: {function} has {lines} lines"
        for name, text in code("src", "tests", "benchmarks", "tools")
        for function, lines in lengths(text)
        if lines > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_module_says_in_its_first_line_what_it_owns() -> None:
    silent = []
    for name, text in code("src", "tests", "benchmarks", "tools"):
        told = (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
        if not told.endswith((".", "?")):
            silent.append(f"{name}: {told}")
    assert silent == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {file.parent for file in (ROOT / "src" / "briefreader").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_private_parts_of_others_are_touched_where_it_is_said_why() -> None:
    said_why = ("ui/textual_private.py", "search/index/whoosh_parts.py")
    of_named_tuples = {"_replace", "_fields", "_make"}
    touched = [
        f"{name}: {ast.unparse(node)}"
        for name, text in code("src")
        if not name.endswith(said_why)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and _is_private(node) and node.attr not in of_named_tuples
    ]
    assert touched == []


def _is_private(node: ast.Attribute) -> bool:
    own = ast.unparse(node.value) in ("self", "cls", "super()")
    return node.attr.startswith("_") and not node.attr.startswith("__") and not own
