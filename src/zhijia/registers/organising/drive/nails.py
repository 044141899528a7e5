"""Nail units (钉子户): workplaces that stay against a union, and the step of patience and pressure each has come to.

A unit enters, climbs and leaves the list only by a person's decision; the register's history is the ladder it went.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.evidence.models import IssuedPaper
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.organising.employers import Employer

LEFT = "NX"


class NailUnit(Fact):
    """One workplace on the list; `since` is the day of its present step, `paper` the letter issued with that step."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="nails", verbose_name=_("单位"))
    level = models.CharField(_("督促层级"), max_length=2, default="N0")
    reason = models.CharField(_("出列原因"), max_length=8, blank=True)
    note = models.CharField(_("情况说明"), max_length=300, blank=True)
    number = models.CharField(_("文号"), max_length=60, blank=True)
    paper = models.ForeignKey(
        IssuedPaper, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("印发件")
    )

    class Meta:
        """A workplace stands on the list once; who left has a reason."""

        verbose_name = _("重点督促单位")
        verbose_name_plural = _("重点督促单位")
        constraints = [
            models.UniqueConstraint(fields=["employer"], condition=LIVING, name="nail_once"),
            models.CheckConstraint(
                name="nail_left_with_reason",
                condition=Q(level=LEFT) & ~Q(reason="") | ~Q(level=LEFT) & Q(reason=""),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "level"], name="nail_org")]

    def __str__(self) -> str:
        """The workplace."""
        return str(self.employer)

    def derive(self) -> None:
        """It stands where its workplace stands."""
        self.organisation_id = self.employer.organisation_id


def living_nails() -> Any:
    """The present units, those that left the list included, as a query set of the register."""
    return NailUnit.objects.living()


@term("left_list", _("已出列"))
def left_list() -> Q:
    """No longer on the list."""
    return Q(level=LEFT)


@term("level_is", _("督促层级为"), "code", codes="nail-level")
def level_is(code: str) -> Q:
    """At one step of the ladder."""
    return Q(level=code)


NAILS = announce(
    Register(
        key="organising.nail",
        label=_("重点督促单位"),
        purpose=_("多次走访仍抵触建会的单位走到了哪一步；每一步由人决定，在“督促建会”页办理。"),
        area="nails",
        model=NailUnit,
        columns=(
            Column("employer", kind="link", listed=True, form=False, register="organising.employer",
                   sort="employer__sort_pinyin"),
            Column("organisation", kind="organisation", listed=True, form=False, sort="organisation__path"),
            Column("level", kind="code", codes="nail-level", listed=True, form=False, sort="level"),
            Column("since", _("本步日期"), kind="date", listed=True, form=False, sort="since"),
            Column("number", listed=True, form=False),
            Column("reason", kind="code", codes="nail-reason", listed=True, form=False, sort="reason"),
            Column("note", kind="long", form=False),
        ),
        terms=vocabulary(left_list, level_is),
        filters=("level_is", "left_list"),
        ordering=("-level", "since", "pk"),
        slots=(
            Slot("minutes", _("联合上门记录"), _("联合上门要有参加单位和谈话情况的记录")),
            Slot("proof", _("阻挠建会的证据"), _("出具劳动法律监督意见须有证据")),
        ),
        related=("organisation", "employer"),
        searched="employer__search",
        typed=False,
    )
)  # fmt: skip
