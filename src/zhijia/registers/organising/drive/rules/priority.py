"""Which workplace is to be founded first (优先级), and why: size, then one level up for what makes it urgent."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from zhijia.kit.problem import Problem, gettext_noop

BY_SIZE = gettext_noop("职工%(employees)s人，不少于%(limit)s人")
BELOW = gettext_noop("职工%(employees)s人，不足%(limit)s人，联合建会或纳入行业工会")
ABOVE_SCALE = gettext_noop("规模以上企业")
PARTY = gettext_noop("已有党组织，还没有工会，提高一级")
FRESH = gettext_noop("两新组织，登记不满%(months)s个月，提高一级")
SECTOR = gettext_noop("属于优先行业“%(sector)s”，提高一级")
SHELL = gettext_noop("走访认定有名无实，先规范整顿")
HAS_UNION = gettext_noop("已建会")
STOPPED = gettext_noop("停产、注销或破产，暂不建会")


class Priority(StrEnum):
    """From first to last; then what is not to be founded: shells to be set right, those founded, those stopped."""

    FIRST = "P1+"
    HIGH = "P1"
    MIDDLE = "P2"
    SMALL = "P3"
    RESTANDARDISE = "R"
    FOUNDED = "-"
    STOPPED = "x"


LADDER = (Priority.SMALL, Priority.MIDDLE, Priority.HIGH, Priority.FIRST)


@dataclass(frozen=True)
class Limits:
    """Numbers of employees from which a level holds; months a new unit counts as new."""

    first: int
    high: int
    middle: int
    new_months: int


@dataclass(frozen=True)
class Workplace:
    """What the rule looks at. `months`: full months since it was registered; `sector`: label of the county's list or ''."""

    employees: int
    operating: bool = True
    has_union: bool = False
    shell: bool = False
    above_scale: bool = False
    has_party_org: bool = False
    two_new: bool = False
    months: int | None = None
    sector: str = ""


@dataclass(frozen=True)
class Ranked:
    """A priority with the sentences that explain it."""

    level: Priority
    reasons: tuple[Problem, ...]


def priority_of(unit: Workplace, limits: Limits) -> Ranked:
    """The priority of one workplace; what has a union or does not operate has none."""
    if unit.shell:
        return Ranked(Priority.RESTANDARDISE, (Problem(SHELL),))
    if unit.has_union:
        return Ranked(Priority.FOUNDED, (Problem(HAS_UNION),))
    if not unit.operating:
        return Ranked(Priority.STOPPED, (Problem(STOPPED),))
    level, reason = _by_size(unit, limits)
    raised = tuple(_raised(unit, limits))
    if raised:
        level = LADDER[min(LADDER.index(level) + 1, len(LADDER) - 1)]
    return Ranked(level, (reason, *raised))


def _by_size(unit: Workplace, limits: Limits) -> tuple[Priority, Problem]:
    if unit.employees >= limits.first:
        return Priority.FIRST, Problem(BY_SIZE, employees=unit.employees, limit=limits.first)
    if unit.above_scale:
        return Priority.FIRST, Problem(ABOVE_SCALE)
    for level, limit in ((Priority.HIGH, limits.high), (Priority.MIDDLE, limits.middle)):
        if unit.employees >= limit:
            return level, Problem(BY_SIZE, employees=unit.employees, limit=limit)
    return Priority.SMALL, Problem(BELOW, employees=unit.employees, limit=limits.middle)


def _raised(unit: Workplace, limits: Limits) -> Iterator[Problem]:
    """Each cause for one level more; several raise it once."""
    if unit.has_party_org:
        yield Problem(PARTY)
    if unit.two_new and unit.months is not None and unit.months < limits.new_months:
        yield Problem(FRESH, months=limits.new_months)
    if unit.sector:
        yield Problem(SECTOR, sector=unit.sector)
