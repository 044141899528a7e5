"""Records of a union's yearly work (工作记录): what was held, given, checked or declared, when, how many of how many.

One row tells one deed or one count of a year. Where an area has a register of its own, the figures read that one; this
one keeps what no other register asks for, so that a star or a quarter's score is never typed by hand.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.show import code_label
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window

MORE_DONE = gettext_noop("实办数%(done)s多于应办数%(due)s，请核对。")
# Kinds that compare what was done with what was due.
COMPARED = (
    "PROPOSAL", "DIRECTOR", "SUGGEST", "LABOUR", "MEDIATION", "HAZARD", "HARDSHIP", "MUTUAL", "FUNDS",
)  # fmt: skip


class WorkRecord(Fact):
    """One deed, or one count of a year, of one union. `due` and `done`: so many were to be done, so many were."""

    kind = models.CharField(_("类别"), max_length=12)
    topic = models.CharField(_("内容"), max_length=120, blank=True)
    done_on = models.DateField(_("日期"))
    due = models.PositiveIntegerField(_("应办数"), default=0)
    done = models.PositiveIntegerField(_("实办数"), default=0)
    complete = models.BooleanField(_("材料齐全"), default=False)
    quarter = models.CharField(_("季度"), max_length=6, editable=False)

    class Meta:
        """By kind and day."""

        verbose_name = _("工作记录")
        verbose_name_plural = _("工作记录")
        indexes = [
            models.Index(fields=["organisation", "kind", "done_on"], name="work_union"),
            models.Index(fields=["-done_on", "id"], name="work_day"),
        ]

    def __str__(self) -> str:
        """Kind and day."""
        return f"{code_label('work-kind', self.kind)} {self.done_on}"

    def derive(self) -> None:
        """The quarter, so that one quarter is counted once."""
        self.quarter = f"{self.done_on.year}Q{(self.done_on.month + 2) // 3}"


@term("of_kind", _("类别为"), "code", codes="work-kind")
def of_kind(code: str) -> Q:
    """Of one kind."""
    return Q(kind=code)


@term("done_in", _("在期内"), "span")
def done_in(span: Span) -> Q:
    """Inside the span."""
    return Q(done_on__gte=span.first, done_on__lte=span.last)


@term("complete", _("材料齐全"))
def complete() -> Q:
    """All its papers are there."""
    return Q(complete=True)


@term("once_a_quarter", _("每季只计一次"), asks_others=True)
def once_a_quarter(window: Window) -> Q:
    """The last of its union and kind in its quarter, so that a quarter begun before the span still counts once."""
    known = WorkRecord.objects.on(window.as_of, window.known_at)
    same = known.filter(organisation=OuterRef("organisation"), kind=OuterRef("kind"), quarter=OuterRef("quarter"))
    later = Q(done_on__gt=OuterRef("done_on")) | Q(done_on=OuterRef("done_on"), pk__gt=OuterRef("pk"))
    return ~Q(Exists(same.filter(later)))


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a record."""
    if row.kind in COMPARED and row.done > row.due:
        yield Problem(MORE_DONE, done=row.done, due=row.due)


WORKS = announce(
    Register(
        key="organising.work",
        label=_("工作记录"),
        purpose=_("职代会、公开、调解、慰问、竞赛、经费等全年工作，一事一行；职工之家考评由此计算。"),
        area="works",
        model=WorkRecord,
        columns=(
            Column("organisation", _("基层工会"), "organisation", listed=True, required=True,
                   sort="organisation__path", aliases=("工会名称", "所属工会")),
            Column("kind", kind="code", codes="work-kind", listed=True, required=True, sort="kind", aliases=("工作类别",)),
            Column("topic", listed=True, aliases=("工作内容", "主题")),
            Column("done_on", kind="date", listed=True, required=True, sort="done_on", aliases=("开展日期",)),
            Column("due", kind="number", listed=True, sort="due", aliases=("应办",),
                   help=_("比率的分母，如收到的提案数、应拨缴的经费元数；不比较的工作留0。")),
            Column("done", kind="number", listed=True, sort="done", aliases=("实办", "参加人数"),
                   help=_("比率的分子，或参加人数、结对数。")),
            Column("complete", kind="flag", listed=True, aliases=("资料齐全",)),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(of_kind, done_in, complete, once_a_quarter),
        filters=("kind", "done_in", "complete"),
        ordering=("-done_on", "pk"),
        totals=("due", "done"),
        slots=(Slot("record", _("通知、名单、照片等材料"), _("考评以台账材料为准")),),
        begins="done_on",
        bulk=("complete",),
        searched="topic",
        check=faults,  # type: ignore[arg-type]
    )
)  # fmt: skip
