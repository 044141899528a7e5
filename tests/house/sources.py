"""The sources as the house tests read them: files, syntax trees, functions, templates."""

import ast
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "zhijia"
CHINESE = re.compile(r"[\u3400-\u9fff]")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Path as shown in a failure."""
        return str(self.path.relative_to(ROOT))

    @property
    def lines(self) -> int:
        """Length of the file."""
        return len(self.text.splitlines())


@functools.cache
def modules(*folders: str) -> tuple[Module, ...]:
    """All written Python files below these folders of the checkout; migrations are made, not written."""
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if text.strip() and "migrations" not in path.parts:
                found.append(Module(path, text, ast.parse(text)))
    return tuple(found)


def functions(module: Module) -> Iterator[Function]:
    """Every function and method, nested ones too."""
    for node in ast.walk(module.tree):
        if isinstance(node, Function):
            yield node


def templates() -> Iterator[tuple[str, str]]:
    """(name, text) of every template without its comments."""
    for path in sorted((PACKAGE / "web" / "templates").rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"{%\s*comment.*?endcomment\s*%}", "", text, flags=re.DOTALL)
        yield str(path.relative_to(ROOT)), re.sub(r"{#.*?#}", "", text)


def calls(module: Module) -> Iterator[tuple[str, ast.Call]]:
    """(name of what is called, call); a method is named by its last word, with the word before it when plain."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node
