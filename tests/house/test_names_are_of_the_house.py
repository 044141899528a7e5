"""What may stand at the top, which names say nothing, and what no code does."""

import ast
import re
from fnmatch import fnmatch

from tests.house.sources import PACKAGE, ROOT, calls, modules

TOP = {
    ".ci", ".gitignore", ".npmrc", ".pre-commit-config.yaml", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md",
    "README.zh-CN.md", "benchmarks", "catalogue", "docs", "package-lock.json", "package.json", "pyproject.toml",
    "requirements", "scripts", "src", "tests",
}  # fmt: skip
ROOMS = {
    "__init__.py", "accounts", "assessment", "bulletins", "cases", "evidence", "indicators", "journal", "kit", "ledger",
    "locale", "orgs", "papers", "project", "registers", "schemes", "targets", "web",
}  # fmt: skip
EMPTY_WORDS = {"utils", "util", "common", "core", "services", "service", "helpers", "helper", "misc", "tools", "lib"}
MODELS = re.compile(r"^zhijia\.(\w+\.)+models$|^zhijia\.\w+\.models$")


def standing() -> set[str]:
    """Names at the top that .gitignore does not know."""
    patterns = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if line]
    names = {path.name for path in ROOT.iterdir()} - {".git"}
    return {name for name in names if not any(fnmatch(name, pattern) for pattern in patterns)}


def test_the_top_of_the_tree_holds_only_known_names() -> None:
    """A new name at the top is a decision, written down in CONTRIBUTING."""
    assert standing() - TOP == set()


def test_the_rooms_of_the_house_are_known() -> None:
    """The packages of the design, no others."""
    assert {path.name for path in PACKAGE.iterdir() if path.name != "__pycache__"} - ROOMS == set()


def test_no_module_has_a_name_that_says_nothing() -> None:
    """Name the thing: period, sheet, path."""
    found = [m.name for m in modules("src", "tests") if EMPTY_WORDS & {m.path.stem, m.path.parent.name}]
    assert found == []


def test_nothing_prints() -> None:
    """Commands write to their own stream."""
    found = [f"{m.name}:{call.lineno}" for m in modules("src") for name, call in calls(m) if name == "print"]
    assert found == []


def test_nothing_catches_everything() -> None:
    """A fault nobody foresaw must be seen."""
    broad = {None, "Exception", "BaseException"}
    found = [
        f"{module.name}:{node.lineno}"
        for module in modules("src")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and (ast.unparse(node.type) if node.type else None) in broad
        # Tidying up and letting the fault go on is not catching it.
        if not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    ]
    assert found == []


def test_web_imports_no_models() -> None:
    """Pages ask queries and call actions; also for type hints."""
    found = []
    for module in modules("src/zhijia/web"):
        for node in ast.walk(module.tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
            found += [f"{module.name}:{node.lineno} {name}" for name in names if MODELS.match(name)]
    assert found == []
