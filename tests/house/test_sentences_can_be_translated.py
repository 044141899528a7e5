"""Chinese in code stands inside gettext, whole, with named placeholders, so that English can follow."""

import ast
import re
from collections.abc import Iterator

from tests.house.sources import CHINESE, Module, calls, modules

MARKS = {
    "_", "s", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy",
    "npgettext", "translation.gettext",
}  # fmt: skip
# Data, not sentences: names a column may have in old sheets, and what a code list or a paper says.
DATA_KEYWORDS = {"aliases"}
# Words that are read, not shown: what a person may type.
DATA_NAMES = ("_WORDS", "_PATTERN")
# Papers and sheets of the county are Chinese whatever language the page is in; the plan grammar reads Chinese; the auditor's checker
# stands alone and says everything twice; env.py speaks
# before any language is known and says everything twice; founding.py and the demo name organisations and persons.
DATA_PLACES = (
    "src/zhijia/registers/base/imports/handouts.py",
    "src/zhijia/registers/base/imports/wanted.py",
    "src/zhijia/registers/organising/sheets.py",
    "src/zhijia/registers/organising/drive/sheets.py",
    "src/zhijia/registers/organising/union_sheets.py",
    "src/zhijia/targets/plantext/",
    "src/zhijia/registers/organising/meeting_papers.py",
    "src/zhijia/targets/papers.py",
    "src/zhijia/targets/actions/slips.py",
    "src/zhijia/bulletins/compose.py",
    "src/zhijia/bulletins/mark.py",
    "src/zhijia/ledger/bank.py",
    "src/zhijia/ledger/ledger_checker.py",
    "src/zhijia/cases/founding/answers.py",
    "src/zhijia/cases/rules/masks.py",
    "src/zhijia/bulletins/tables.py",
    "src/zhijia/project/demo/",
    "src/zhijia/project/env.py",
    "src/zhijia/project/founding.py",
)
# The brand, and names of typefaces.
NAMES = {"职家", "宋体", "仿宋", "黑体", "楷体"}
ROOMS = (
    "orgs", "accounts", "journal", "evidence", "registers", "ledger", "indicators", "targets", "bulletins", "cases", "project", "web",
)  # fmt: skip
UNNAMED = re.compile(r"%(?:[sdifr]|\d)|\{\d*\}")


def sentences() -> Iterator[Module]:
    """Modules whose Chinese is meant for people at a screen."""
    for module in modules(*(f"src/zhijia/{room}" for room in ROOMS)):
        if not module.name.startswith(DATA_PLACES):
            yield module


def _is_data(node: ast.AST) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg in DATA_KEYWORDS
    if isinstance(node, ast.Call):
        return ast.unparse(node.func) == "re.compile"
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).endswith(DATA_NAMES)


def bare(module: Module) -> Iterator[tuple[int, str]]:
    """(line, text) of Chinese literals outside of gettext, docstrings and data."""
    covered: set[ast.AST] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in MARKS:
            covered |= {inner for one in node.args for inner in ast.walk(one)}
        elif _is_data(node):
            covered |= set(ast.walk(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            covered.add(node.value)
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node in covered:
            continue
        # One sign alone is punctuation or a unit between values, two are a word.
        if len(CHINESE.findall(node.value)) > 1 and node.value not in NAMES:
            yield node.lineno, node.value


def test_chinese_words_stand_inside_gettext() -> None:
    """In the apps and on the pages."""
    found = [f"{module.name}:{line} {text[:40]}" for module in sentences() for line, text in bare(module)]
    assert found == []


def test_nothing_is_formatted_before_it_is_translated() -> None:
    """An f-string inside gettext can never be found in a catalogue of sentences."""
    found = [
        f"{module.name}:{call.lineno}"
        for module in modules("src")
        for name, call in calls(module)
        if name in MARKS and any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in call.args)
    ]
    assert found == []


def test_placeholders_have_names() -> None:
    """A translator must be able to turn a sentence round."""
    found = [
        f"{module.name}:{call.lineno} {one.value[:40]}"
        for module in modules("src")
        for name, call in calls(module)
        if name in MARKS
        for one in call.args
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and UNNAMED.search(one.value)
    ]
    assert found == []
