"""Arithmetic and law of the tree: codes of new organisations, where each kind may hang, its ranking group."""

from collections.abc import Iterable

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.orgs.kinds import kind_of, level_of, may_hang_under

DIVISION_DIGITS = 6
SERIAL_DIGITS = 5
DEPARTMENT = "24"
TOWNS, DEPARTMENTS = gettext_noop("镇区组"), gettext_noop("县直组")
WRONG_PARENT = gettext_noop("%(kind)s不能设在%(parent)s之下，只能设在：%(allowed)s。")
NO_PARENT = gettext_noop("县总工会是最上一级，不能再设或划到别的组织之下。")


def next_code(division: str, kind: str, taken: Iterable[str]) -> str:
    """Division (6 digits), kind (2), serial (5 or more): one past the highest serial among `taken`."""
    head = division[:DIVISION_DIGITS] + kind
    serials = (code[len(head) :] for code in taken if code.startswith(head))
    highest = max((int(serial) for serial in serials if serial.isdigit()), default=0)
    return f"{head}{highest + 1:0{SERIAL_DIGITS}d}"


def parent_fault(kind: str, parent_kind: str) -> Problem | None:
    """Why an organisation of `kind` may not hang under one of `parent_kind`; None when it may."""
    if may_hang_under(kind, parent_kind):
        return None
    allowed = kind_of(kind).parents
    if not allowed:
        return Problem(NO_PARENT)
    names = "、".join(kind_of(code).label for code in allowed)
    return Problem(WRONG_PARENT, kind=kind_of(kind).label, parent=kind_of(parent_kind).label, allowed=names)


def group_of(kind: str) -> str:
    """The ranking group (考核分组) a new organisation falls into; none below the committees."""
    if level_of(kind) != "committee":
        return ""
    return DEPARTMENTS if kind == DEPARTMENT else TOWNS
