"""Party-union co-building (党建带工建): which party organisation and which workplace build together, and how."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.organising.employers import Employer

ENDED_FIRST = gettext_noop("终止日期%(ended)s早于共建日期%(signed)s，请核对。")
NO_LEVEL = gettext_noop("示范单位要写明示范层级。")


class CoBuilding(Fact):
    """One workplace and its party organisation; it stands where the workplace stands."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="cobuildings", verbose_name=_("单位"))
    party_org = models.CharField(_("党组织"), max_length=120)
    tie = models.CharField(_("共建方式"), max_length=10)
    signed_on = models.DateField(_("共建日期"))
    cadres = models.CharField(_("交叉任职"), max_length=200, blank=True)
    resources = models.CharField(_("共用场地和经费"), max_length=200, blank=True)
    model = models.BooleanField(_("示范单位"), default=False)
    level = models.CharField(_("示范层级"), max_length=10, blank=True)
    reviewed_on = models.DateField(_("复核日期"), null=True, blank=True)
    ended_on = models.DateField(_("共建终止日期"), null=True, blank=True)

    class Meta:
        """A workplace builds together with one party organisation once at a time."""

        verbose_name = _("党工共建")
        verbose_name_plural = _("党工共建")
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "party_org"], condition=LIVING & Q(ended_on__isnull=True), name="cobuilding_once"
            )
        ]

    def __str__(self) -> str:
        """Workplace and party organisation."""
        return f"{self.employer}·{self.party_org}"

    def derive(self) -> None:
        """It stands where the workplace stands."""
        self.organisation_id = self.employer.organisation_id


@term("running_on", _("共建中"), "day")
def running_on(day: object) -> Q:
    """Begun and not ended on the day."""
    return Q(signed_on__lte=day) & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


@term("with_union", _("单位已建会"))
def with_union() -> Q:
    """The workplace has a union."""
    return Q(employer__union__isnull=False)


@term("model", _("示范单位"))
def model() -> Q:
    """Model units."""
    return Q(model=True)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of it."""
    if row.ended_on and row.ended_on < row.signed_on:
        yield Problem(ENDED_FIRST, ended=row.ended_on, signed=row.signed_on)
    if row.model and not row.level:
        yield Problem(NO_LEVEL)


COBUILDINGS = announce(
    Register(
        key="organising.cobuilding",
        label=_("党工共建"),
        purpose=_("党组织与工会同步建立、结对共建的单位；示范单位数和同步覆盖率由此计算。"),
        area="meetings",
        model=CoBuilding,
        columns=(
            Column("employer", kind="link", listed=True, required=True, register="organising.employer",
                   sort="employer__sort_pinyin", aliases=("单位名称",)),
            Column("organisation", kind="organisation", listed=True, form=False, sheet=False, sort="organisation__path"),
            Column("party_org", listed=True, required=True, sort="party_org", aliases=("党组织名称",)),
            Column("tie", kind="code", codes="cobuild-tie", listed=True, required=True, sort="tie"),
            Column("signed_on", kind="date", listed=True, required=True, sort="signed_on"),
            Column("cadres"),
            Column("resources"),
            Column("model", kind="flag", listed=True, sort="model"),
            Column("level", kind="code", codes="cobuild-level", listed=True, sort="level"),
            Column("reviewed_on", kind="date"),
            Column("ended_on", kind="date", sort="ended_on"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(running_on, with_union, model),
        filters=("tie", "level", "model", "running_on"),
        ordering=("-signed_on", "-pk"),
        slots=(
            Slot("agreement", _("共建协议"), _("共建以书面协议为准")),
            Slot("model", _("示范点申报表"), _("示范单位逐级申报"), on_demand=True),
        ),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "employer"),
        links=(
            ("organising.followup", "cobuilding", _("共建事项")),
            ("organising.cobuilding-activity", "cobuilding", _("共建活动")),
        ),
        begins="signed_on",
        searched="employer__search",
    )
)  # fmt: skip
