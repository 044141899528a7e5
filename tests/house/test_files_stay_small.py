"""Budgets: median file <= 60 lines, nine in ten <= 200, none over 400; functions nine in ten <= 25, none over 50.

The median is that of the code, as in the table of projects the budget was drawn from, which leaves out tests and
migrations. All other limits hold for code and tests alike.
"""

from tests.house.sources import Function, functions, modules

FILE_MEDIAN, FILE_NINETIETH, FILE_CEILING = 60, 200, 400
FUNCTION_NINETIETH, FUNCTION_CEILING = 25, 50


def share(lengths: list[int], part: float) -> int:
    """The length that this part of all does not exceed."""
    return sorted(lengths)[round(part * (len(lengths) - 1))]


def length(function: Function) -> int:
    """Lines from `def` to the last one."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_file_is_over_the_ceiling() -> None:
    """Split by noun."""
    assert [(m.name, m.lines) for m in modules("src", "tests") if m.lines > FILE_CEILING] == []


def test_files_are_short_on_the_whole() -> None:
    """Median of the code; ninth decile of code and tests together."""
    assert share([module.lines for module in modules("src")], 0.5) <= FILE_MEDIAN
    assert share([module.lines for module in modules("src", "tests")], 0.9) <= FILE_NINETIETH


def test_no_function_is_over_the_ceiling() -> None:
    """A function is read without scrolling."""
    found = [(m.name, f.name, length(f)) for m in modules("src", "tests") for f in functions(m)]
    assert [one for one in found if one[2] > FUNCTION_CEILING] == []


def test_functions_are_short_on_the_whole() -> None:
    """Ninth decile."""
    lengths = [length(f) for module in modules("src", "tests") for f in functions(module)]
    assert share(lengths, 0.9) <= FUNCTION_NINETIETH
