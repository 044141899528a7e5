"""Terms of office (届次): when each committee's term began and ends, and whether the next began in time."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span, add_months
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window
from zhijia.registers.organising.unions import Union
from zhijia.schemes.catalogue import catalogue

WRONG_ORDER = gettext_noop("届满日期%(ends)s应晚于起始日期%(starts)s，请核对。")
TOO_LONG = gettext_noop("延期至%(until)s超过了届满后%(months)s个月的上限。")


class UnionTerm(Fact):
    """One term of a union's committee. `due_on` is the day by which the next must have begun."""

    union = models.ForeignKey(Union, models.PROTECT, related_name="terms", verbose_name=_("基层工会"))
    number = models.PositiveSmallIntegerField(_("届次"), default=1)
    starts_on = models.DateField(_("本届起始日期"))
    ends_on = models.DateField(_("届满日期"))
    extended_to = models.DateField(_("批准延至"), null=True, blank=True)
    reply_no = models.CharField(_("批复文号"), max_length=60, blank=True)
    due_on = models.DateField(_("应换届日期"), editable=False)

    class Meta:
        """One living row per union and number."""

        verbose_name = _("届次")
        verbose_name_plural = _("届次")
        constraints = [
            models.UniqueConstraint(
                fields=["union", "number"],
                condition=LIVING,
                name="term_once",
            )
        ]
        indexes = [models.Index(fields=["due_on"], name="term_due")]

    def __str__(self) -> str:
        """Union and number."""
        return f"{self.union} {self.number}"

    def derive(self) -> None:
        """The day by which the next term must have begun; the term stands where its union stands."""
        self.organisation_id = self.union.organisation_id
        self.due_on = self.extended_to or self.ends_on


def next_term(window: Window | None = None) -> Any:
    """The next term of the same union, seen from a term: as it stood on the window's day, or as it stands now."""
    rows = UnionTerm.objects.on(window.as_of, window.known_at) if window else UnionTerm.objects.living()
    return rows.filter(union=OuterRef("union"), number=OuterRef("number") + 1)


@term("ended_in", _("在期内届满"), "span")
def ended_in(span: Span) -> Q:
    """The term ran out inside the span (last day before the end of the span)."""
    return Q(ends_on__gte=span.first, ends_on__lte=span.last)


def unrenewed_by(day: object) -> Q:
    """Due on or before the day, and no next term yet."""
    return Q(due_on__lte=day) & ~Q(Exists(next_term()))


@term("renewed_in_time", _("按期换届"), asks_others=True)
def renewed_in_time(window: Window) -> Q:
    """The next term began on or before the due day."""
    return Q(Exists(next_term(window).filter(starts_on__lte=OuterRef("due_on"))))


@term("overdue_on", _("超期未换届"), "day", asks_others=True)
def overdue_on(day: object, window: Window) -> Q:
    """Past the due day, and no next term had begun."""
    return Q(due_on__lt=day) & Q(~Exists(next_term(window).filter(starts_on__lte=day)))


@term("overdue_beyond", _("超期未换届超过天数"), "number", asks_others=True)
def overdue_beyond(days: int, window: Window) -> Q:
    """More than so many days past the due day, and no next term had begun."""
    due = Q(due_on__lt=window.as_of - dt.timedelta(days=days))
    return due & Q(~Exists(next_term(window).filter(starts_on__lte=window.as_of)))


@term("expiring_in", _("在期内到期"), "span", asks_others=True)
def expiring_in(span: Span, window: Window) -> Q:
    """Due inside the span, and no next term yet."""
    return Q(due_on__gte=span.first, due_on__lte=span.last) & Q(~Exists(next_term(window)))


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a term."""
    if row.ends_on <= row.starts_on:
        yield Problem(WRONG_ORDER, starts=row.starts_on, ends=row.ends_on)
    if row.extended_to:
        months = int(catalogue().number("term.extension-months", row.ends_on))
        if row.extended_to > add_months(row.ends_on, months):
            yield Problem(TOO_LONG, until=row.extended_to, months=months)


TERMS = announce(
    Register(
        key="organising.term",
        label=_("届次"),
        purpose=_("各基层工会历届任期；按期换届率和超期名单由此计算。"),
        area="positions",
        model=UnionTerm,
        columns=(
            Column("union", kind="link", listed=True, required=True, register="organising.union",
                   sort="union__sort_pinyin", aliases=("工会名称", "基层工会名称")),
            Column("organisation", kind="organisation", listed=True, form=False, sheet=False,
                   sort="organisation__path"),
            Column("number", kind="number", listed=True, required=True, sort="number"),
            Column("starts_on", kind="date", listed=True, required=True, sort="starts_on", aliases=("起始日期",)),
            Column("ends_on", kind="date", listed=True, required=True, sort="ends_on"),
            Column("extended_to", kind="date", listed=True, sort="extended_to"),
            Column("due_on", kind="date", form=False, sheet=False, sort="due_on"),
            Column("reply_no"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(ended_in, renewed_in_time, overdue_on, overdue_beyond, expiring_in),
        filters=("overdue_on", "expiring_in", "ended_in"),
        ordering=("due_on", "pk"),
        slots=(Slot("reply", _("换届批复或延期批复"), _("延期须经上一级工会批准")),),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "union"),
        begins="starts_on",
        searched="union__search",
    )
)  # fmt: skip
