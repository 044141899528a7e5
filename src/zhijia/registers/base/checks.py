"""What must hold for every register, walked over the stored rows by `zhijia verify`."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Count, F

from zhijia.kit.finding import Finding
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import Fact
from zhijia.registers.base.overlap import Slice, overlapping
from zhijia.registers.base.register import Register, registers

COPY_OF_COPY = gettext_noop("台账“%(register)s”第%(number)s行是历史记录，却指向另一条历史记录，请联系维护人员。")
OVERLAP = gettext_noop(
    "台账“%(register)s”第%(first)s行与第%(second)s行是同一对象，时间却重叠，会被重复计数，请更正其中一行。"
)
TWO_LIVING = gettext_noop("台账“%(register)s”有%(count)s条现行记录的标识相同，请核对后作废多余的。")
BACKWARDS = gettext_noop("台账“%(register)s”第%(number)s行的终止日期早于起始日期，请更正。")


def check_copies_point_to_living_rows() -> Iterator[Finding]:
    """A row kept for history points to the row that stands for the thing, never to another copy."""
    for register in registers():
        rows = register.model._default_manager.filter(version_of__version_of__isnull=False)
        for number in rows.order_by("pk").values_list("pk", flat=True):
            yield _finding(register, number, Problem(COPY_OF_COPY, register=register.label, number=number))


def check_slices_do_not_overlap() -> Iterator[Finding]:
    """On any day, as known at any moment, a thing has one row at most."""
    for register in registers():
        rows: dict[int, list[Slice]] = defaultdict(list)
        copies = register.model._default_manager.filter(version_of__isnull=False).order_by()
        for row in copies.iterator(chunk_size=2000):
            rows[row.entity].append(_slice(row))
        things = register.model._default_manager.filter(pk__in=list(rows))
        for row in things.iterator(chunk_size=2000):
            rows[row.entity].append(_slice(row))
        for slices in rows.values():
            for first, second in overlapping(slices):
                problem = Problem(OVERLAP, register=register.label, first=first, second=second)
                yield _finding(register, first, problem)


def check_one_living_row() -> Iterator[Finding]:
    """Two living rows never carry the same identity (credit code, identity number, union code)."""
    for register in registers():
        if not register.identity:
            continue
        rows = register.model._default_manager.all().living().order_by()
        for name in register.identity:
            rows = rows.exclude(**{name: ""})
        groups = rows.values(*register.identity).annotate(count=Count("pk")).filter(count__gt=1)
        for group in groups:
            yield _finding(register, 0, Problem(TWO_LIVING, register=register.label, count=group["count"]))


def check_dates_run_forward() -> Iterator[Finding]:
    """Nothing ends before it begins."""
    for register in registers():
        for number in register.model._default_manager.filter(until__lt=F("since")).values_list("pk", flat=True):
            yield _finding(register, number, Problem(BACKWARDS, register=register.label, number=number))


def _slice(row: Fact) -> Slice:
    return Slice(int(row.pk), row.since, row.until, row.recorded_at, row.known_until)


def _finding(register: Register, number: int, problem: Problem) -> Finding:
    return Finding(f"{register.key}/{number}", problem)
