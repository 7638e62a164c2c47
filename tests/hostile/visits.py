"""Where the reader opens a screen, a dialog or a line to type in: from its source, and as it runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import briefreader.ui

_ROOT = Path(briefreader.ui.__file__).parent
_ASKING = {"Chooser", "Question", "filter_question"}

# Runs the reader and adds to the file named first, line by line, where it opened what.
RECORDING = """
import sys
from pathlib import Path
record = Path(sys.argv.pop(1)).open("a", buffering=1)

def watch(kind):
    made = kind.__init__
    def init(self, *arguments, **more):
        for above in (1, 2):
            code = sys._getframe(above).f_code
            print(Path(code.co_filename).stem, code.co_qualname, file=record)
        made(self, *arguments, **more)
    kind.__init__ = init

from briefreader.ui.controllers import prompting
from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.screens.commanding import CommandScreen
watch(Chooser)
watch(prompting.Question)
made = CommandScreen.__init__
def init(self, *arguments, **more):
    print("screen", type(self).__name__, file=record)
    made(self, *arguments, **more)
CommandScreen.__init__ = init
from briefreader.__main__ import main
sys.argv[0] = "briefreader"
main()
"""


def places() -> set[str]:
    """Return each place that opens a dialog or a line, as ``module function``, and each ``screen Class``."""
    trees = [(path.stem, ast.parse(path.read_text("utf-8"))) for path in _ROOT.rglob("*.py")]
    found = {each for module, tree in trees for each in _asking(tree, module, ())}
    classes = [node for _, tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    bases = {ast.unparse(base).partition("[")[0] for node in classes for base in node.bases}
    screens = {node.name for node in classes if node.name.endswith("Screen") and _is_screen(node)}
    return found | {f"screen {name}" for name in screens - bases}


def _is_screen(node: ast.ClassDef) -> bool:
    return any("Screen" in ast.unparse(base) for base in node.bases)


def _asking(node: ast.AST, module: str, within: tuple[str, ...]) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        inner = within
        if isinstance(child, ast.ClassDef):
            inner = (*within, child.name)
        elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            inner = (*within, getattr(child, "name", "<lambda>"), "<locals>")
        elif isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in _ASKING:
            yield f"{module} {'.'.join(within[:-1])}"
        yield from _asking(child, module, inner)
