"""Activities of a co-building (共建活动): what was done together, when, with how many people."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.organising.cobuildings import CoBuilding


class CoBuildingActivity(Fact):
    """One activity; it stands where its co-building stands."""

    cobuilding = models.ForeignKey(CoBuilding, models.PROTECT, related_name="activities", verbose_name=_("党工共建"))
    title = models.CharField(_("活动内容"), max_length=120)
    kind = models.CharField(_("活动类别"), max_length=10)
    held_on = models.DateField(_("活动日期"))
    people = models.PositiveIntegerField(_("参加人数"), default=0)

    class Meta:
        """By day."""

        verbose_name = _("共建活动")
        verbose_name_plural = _("共建活动")
        indexes = [models.Index(fields=["held_on"], name="cobuilding_activity_day")]

    def __str__(self) -> str:
        """What was done."""
        return self.title

    def derive(self) -> None:
        """It stands where its co-building stands."""
        self.organisation_id = self.cobuilding.organisation_id


@term("held_in", _("在期内开展"), "span")
def held_in(span: Span) -> Q:
    """Inside the span."""
    return Q(held_on__gte=span.first, held_on__lte=span.last)


ACTIVITIES = announce(
    Register(
        key="organising.cobuilding-activity",
        label=_("共建活动"),
        purpose=_("党工共建单位开展的活动；活动数由此计算。"),
        area="meetings",
        model=CoBuildingActivity,
        columns=(
            Column("title", listed=True, required=True, sort="title"),
            Column("cobuilding", kind="link", listed=True, required=True, register="organising.cobuilding"),
            Column("organisation", kind="organisation", listed=True, form=False, sheet=False, sort="organisation__path"),
            Column("kind", kind="code", codes="cobuild-activity", listed=True, required=True, sort="kind"),
            Column("held_on", kind="date", listed=True, required=True, sort="held_on"),
            Column("people", kind="number", listed=True, sort="people"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(held_in),
        filters=("kind", "held_in"),
        ordering=("-held_on", "-pk"),
        totals=("people",),
        slots=(Slot("record", _("活动记录"), _("活动数以记录为准")),),
        related=("organisation", "cobuilding", "cobuilding__employer"),
        begins="held_on",
        searched="title",
    )
)  # fmt: skip
