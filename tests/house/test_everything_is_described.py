"""Every module, class and public function says what it is for, and every argument says what it takes."""

import ast
from collections.abc import Iterator

from tests.house.sources import Function, Module, functions, modules


def undescribed(module: Module) -> Iterator[str]:
    """Public classes, functions and methods without a docstring; what is inside a function is its own affair."""
    todo: list[tuple[str, ast.AST]] = [(module.name, module.tree)]
    while todo:
        place, node = todo.pop()
        if isinstance(node, ast.Module | ast.ClassDef | Function) and not ast.get_docstring(node):
            yield place
        if isinstance(node, ast.Module | ast.ClassDef):
            for child in node.body:
                if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
                    todo.append((f"{place}::{child.name}", child))


def unannotated(function: Function) -> bool:
    """Whether an argument (but self and cls) or the result lacks its type."""
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    arguments += [one for one in (function.args.vararg, function.args.kwarg) if one]
    named = [one for one in arguments if one.arg not in {"self", "cls"}]
    return function.returns is None or any(one.annotation is None for one in named)


def test_every_module_class_and_public_function_has_a_docstring() -> None:
    """In the product."""
    assert [place for module in modules("src") for place in undescribed(module)] == []


def test_every_test_module_says_what_it_proves() -> None:
    """In the tests the names of the functions are sentences already."""
    assert [module.name for module in modules("tests") if not ast.get_docstring(module.tree)] == []


def test_everything_is_annotated() -> None:
    """In the product and in the tests."""
    found = [f"{m.name}:{f.lineno} {f.name}" for m in modules("src", "tests") for f in functions(m) if unannotated(f)]
    assert found == []
