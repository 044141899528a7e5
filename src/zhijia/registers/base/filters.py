"""The filters of a list: terms and code columns of a register, asked for in the address, read back with their fault.

The words are those the indicators use, so a filtered list and a figure under the same words show the same rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db.models import Q
from django.utils.translation import gettext as _

from zhijia.kit.bad_input import BadInput
from zhijia.kit.period import Period, Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.sheet.values import read_date
from zhijia.registers.base.register import Column, Label, Register
from zhijia.registers.base.terms import WRONG_ARGUMENT, Applied, Term, argument_value
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue

FilterKind = Literal["choice", "day", "span", "number"]
UNKNOWN_CODE = gettext_noop("筛选“%(label)s”没有“%(value)s”这一项，已忽略；请从下拉列表中选择。")
NOT_READ = gettext_noop("筛选“%(label)s”的值“%(value)s”看不懂，已忽略；应为%(kind)s。")
KIND_WORDS = {
    "day": gettext_noop("日期，如2014-06-30"),
    "span": gettext_noop("期间，如2014、2014-Q2或2014-01-01..2014-06-30"),
    "number": gettext_noop("整数"),
    "choice": gettext_noop("是或否"),
}
KIND_OF_ARGUMENT: Mapping[str, FilterKind] = {
    "none": "choice", "code": "choice", "day": "day", "span": "span", "number": "number",
}  # fmt: skip
YES, NO = "1", "0"


@dataclass(frozen=True)
class Filter:
    """One filter as the page offers it: `choices` are (value, label) pairs for the kind `choice`."""

    name: str
    label: Label
    kind: FilterKind
    choices: tuple[tuple[str, Label], ...] = ()


@dataclass(frozen=True)
class Reading:
    """What was understood: the condition, the filters in force as (filter, value, value in words), the faults."""

    condition: Q = field(default_factory=Q)
    active: Sequence[tuple[Filter, str, str]] = ()
    faults: Sequence[Problem] = ()


def filter_of(register: Register, name: str) -> Filter | None:
    """The filter of that name: a term of the vocabulary, or a column of codes or flags; None when there is none."""
    term = register.terms.get(name)
    if term is not None:
        return Filter(
            name,
            term.label,
            _kind_of(term),
            tuple(term.offers()) if term.offers else _choices_of(term.argument, term.codes),
        )
    column = next((column for column in register.columns if column.name == name), None)
    if column is None or column.kind not in ("code", "flag"):
        return None
    return Filter(name, register.label_of(column), "choice", _choices_of("none", column.codes))


def filters_of(register: Register) -> tuple[Filter, ...]:
    """The filters the list page shows at first sight, in the descriptor's order."""
    return tuple(made for name in register.filters if (made := filter_of(register, name)))


def read_filters(register: Register, asked: Mapping[str, str], window: Window) -> Reading:
    """Read filters out of an address; a value nobody can read is left out and named in a fault."""
    condition, active, faults = Q(), [], []
    for name, typed in asked.items():
        found = filter_of(register, name)
        if found is None or not typed.strip():
            continue
        try:
            part, words = _part(register, found, typed.strip(), window)
        except Problem as fault:
            faults.append(fault)
            continue
        condition &= part
        active.append((found, typed.strip(), words))
    return Reading(condition, tuple(active), tuple(faults))


def _kind_of(term: Term) -> FilterKind:
    return KIND_OF_ARGUMENT[term.argument]


def _choices_of(argument: str, codes: str) -> tuple[tuple[str, Label], ...]:
    if codes:
        return tuple(catalogue().codes[codes].options())
    return ((YES, _("是")), (NO, _("否"))) if argument == "none" else ()


def _part(register: Register, found: Filter, typed: str, window: Window) -> tuple[Q, str]:
    term = register.terms.get(found.name)
    if term is None:
        return _column_part(register.column(found.name), found, typed)
    if term.argument == "none":
        wanted = Applied(term, window).q()
        return (wanted if _choice(found, typed) == YES else ~wanted), _label(found, typed)
    value = _argument(term, found, typed, window)
    return Applied(term, window, value).q(), _label(found, typed)


def _column_part(column: Column, found: Filter, typed: str) -> tuple[Q, str]:
    value: Any = _choice(found, typed)
    if column.kind == "flag":
        value = value == YES
    return Q(**{column.name: value}), _label(found, typed)


def _choice(found: Filter, typed: str) -> str:
    if typed not in dict(found.choices):
        raise Problem(UNKNOWN_CODE, label=found.label, value=typed)
    return typed


def _label(found: Filter, typed: str) -> str:
    return str(dict(found.choices).get(typed, typed))


def _argument(term: Term, found: Filter, typed: str, window: Window) -> Any:
    """The typed text as the term's argument; officers may write periods and dates in their own way."""
    if term.argument == "code":
        return _choice(found, typed)
    value: Any = typed
    if term.argument == "day":
        value = read_date(typed).value or typed
    elif term.argument == "span" and ".." not in typed:
        value = _period(typed) or typed
    try:
        return argument_value(term, value, window)
    except Problem as fault:
        if fault.template != WRONG_ARGUMENT:
            raise
        raise Problem(NOT_READ, label=found.label, value=typed, kind=Problem(KIND_WORDS[found.kind])) from None


def _period(typed: str) -> Span | None:
    try:
        return Period.parse(typed).span
    except BadInput:
        return None
