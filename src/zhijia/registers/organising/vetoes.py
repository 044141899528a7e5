"""Veto events (一票否决事项): what bars a union from a star, found by which authority, valid until when."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.show import code_label
from zhijia.registers.base.terms import term

ENDS_FIRST = gettext_noop("失效日期%(ends)s早于发生日期%(starts)s，请核对。")


class VetoEvent(Fact):
    """One event that bars a union. It bars from the day it happened to `valid_until`, the last day included."""

    kind = models.CharField(_("事项"), max_length=3)
    happened_on = models.DateField(_("发生日期"))
    valid_until = models.DateField(_("有效期至"))
    authority = models.CharField(_("认定机关"), max_length=80)
    document = models.CharField(_("文号"), max_length=80, blank=True)
    decided_by = models.CharField(_("认定人"), max_length=60, blank=True)

    class Meta:
        """Newest first."""

        verbose_name = _("一票否决事项")
        verbose_name_plural = _("一票否决事项")
        indexes = [models.Index(fields=["organisation", "kind"], name="veto_union")]

    def __str__(self) -> str:
        """Its kind and day."""
        return f"{code_label('veto-kind', self.kind)} {self.happened_on}"


@term("of_kind", _("事项为"), "code", codes="veto-kind")
def of_kind(code: str) -> Q:
    """Of one kind."""
    return Q(kind=code)


@term("barring_on", _("在否决期内"), "day")
def barring_on(day: object) -> Q:
    """Bars on the day."""
    return Q(happened_on__lte=day, valid_until__gte=day)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of an event."""
    if row.valid_until < row.happened_on:
        yield Problem(ENDS_FIRST, starts=row.happened_on, ends=row.valid_until)


VETOES = announce(
    Register(
        key="organising.veto",
        label=_("一票否决事项"),
        purpose=_("有关机关认定的事故、欠薪、弄虚作假等事项；在有效期内的工会当年不评星级。"),
        area="vetoes",
        model=VetoEvent,
        columns=(
            Column("organisation", _("基层工会"), "organisation", listed=True, required=True, sort="organisation__path"),
            Column("kind", kind="code", codes="veto-kind", listed=True, required=True, sort="kind"),
            Column("happened_on", kind="date", listed=True, required=True, sort="happened_on"),
            Column("valid_until", kind="date", listed=True, required=True, sort="valid_until",
                   help=_("一般为发生之日起满一年")),
            Column("authority", listed=True, required=True),
            Column("document", listed=True),
            Column("decided_by"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(of_kind, barring_on),
        filters=("kind", "barring_on"),
        ordering=("-happened_on", "pk"),
        slots=(Slot("finding", _("认定文书"), _("以有关机关的书面认定为准"), required=True),),
        begins="happened_on",
        searched="authority",
        check=faults,  # type: ignore[arg-type]
    )
)  # fmt: skip
