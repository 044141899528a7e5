"""Bodies of a union (工会机构): the committees that a union has beside its members, and since when."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.show import code_label
from zhijia.registers.base.terms import term
from zhijia.registers.organising.rules.sizes import seat_fault
from zhijia.registers.organising.unions import Union

ENDS_FIRST = gettext_noop("机构撤销日期%(ends)s早于成立日期%(starts)s，请核对。")


class UnionBody(Fact):
    """One committee of one union, from its founding to its end."""

    union = models.ForeignKey(Union, models.PROTECT, related_name="bodies", verbose_name=_("基层工会"))
    body = models.CharField(_("机构"), max_length=2)
    established_on = models.DateField(_("成立日期"))
    ends_on = models.DateField(_("撤销日期"), null=True, blank=True)
    seats = models.PositiveSmallIntegerField(_("委员人数"), null=True, blank=True)
    reply_no = models.CharField(_("批复文号"), max_length=60, blank=True)

    class Meta:
        """A union has each body once at a time."""

        verbose_name = _("工会机构")
        verbose_name_plural = _("工会机构")
        constraints = [
            models.UniqueConstraint(
                fields=["union", "body"],
                condition=LIVING & Q(ends_on__isnull=True),
                name="body_once",
            )
        ]

    def __str__(self) -> str:
        """Union and body."""
        return f"{self.union}{code_label('union-body', self.body)}"

    def derive(self) -> None:
        """The body stands where its union stands."""
        self.organisation_id = self.union.organisation_id


@term("standing_on", _("在设"), "day")
def standing_on(day: object) -> Q:
    """Established by the day and not yet ended."""
    return Q(established_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))


@term("body_is", _("机构为"), "code", codes="union-body")
def body_is(code: str) -> Q:
    """Of one kind."""
    return Q(body=code)


@term("of_law", _("劳动法律或劳动保护监督"))
def of_law() -> Q:
    """Supervises labour law or labour protection; one committee may do both."""
    return Q(body__in=("LS", "SP"))


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a body."""
    if row.ends_on and row.ends_on < row.established_on:
        yield Problem(ENDS_FIRST, starts=row.established_on, ends=row.ends_on)
    if row.seats is not None and (fault := seat_fault(row.body, row.seats, row.established_on)):
        yield fault


BODIES = announce(
    Register(
        key="organising.body",
        label=_("工会机构"),
        purpose=_("工会委员会、经审会、女职工委员会等机构的设立情况；组建率和应设未设名单由此计算。"),
        area="positions",
        model=UnionBody,
        columns=(
            Column("union", kind="link", listed=True, required=True, register="organising.union",
                   sort="union__sort_pinyin", aliases=("工会名称", "基层工会名称")),
            Column("organisation", kind="organisation", form=False, sheet=False, sort="organisation__path"),
            Column("body", kind="code", codes="union-body", listed=True, required=True, sort="body",
                   aliases=("机构名称",)),
            Column("established_on", kind="date", listed=True, required=True, sort="established_on"),
            Column("ends_on", kind="date", listed=True, sort="ends_on"),
            Column("seats", kind="number", listed=True, sort="seats", aliases=("委员数", "人数")),
            Column("reply_no", listed=True),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(standing_on, body_is, of_law),
        filters=("body", "standing_on"),
        ordering=("organisation__path", "body", "pk"),
        slots=(Slot("reply", _("成立批复"), _("机构以批复为准")),),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "union"),
        begins="established_on",
        searched="union__search",
    )
)  # fmt: skip
