"""Training records (干部培训): which officer of a union was trained, when, in what."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, NamedFact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.schemes.catalogue import catalogue

ENDS_FIRST = gettext_noop("培训结束日期%(ends)s早于开始日期%(starts)s，请核对。")


class Training(NamedFact):
    """One course one officer took part in. `name` is the person's; `organisation` the union."""

    kind = models.CharField(_("培训类别"), max_length=8)
    starts_on = models.DateField(_("培训开始日期"))
    ends_on = models.DateField(_("培训结束日期"), null=True, blank=True)
    hours = models.PositiveSmallIntegerField(_("学时"), null=True, blank=True)
    organiser = models.CharField(_("主办单位"), max_length=80, blank=True)
    certificate_no = models.CharField(_("结业证书号"), max_length=40, blank=True)

    PERSON = True

    class Meta(NamedFact.Meta):
        """A course once for a person."""

        abstract = False
        verbose_name = _("培训记录")
        verbose_name_plural = _("培训记录")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name", "kind", "starts_on"],
                condition=LIVING,
                name="training_once",
            )
        ]


@term("trained_in", _("在期内培训"), "span")
def trained_in(span: Span) -> Q:
    """Began inside the span."""
    return Q(starts_on__gte=span.first, starts_on__lte=span.last)


@term("for_chairs", _("主席应受的培训"))
def for_chairs() -> Q:
    """Of a kind that counts for the training of a chair."""
    return Q(kind__in=chair_kinds())


def chair_kinds() -> list[str]:
    """The kinds of training that the code list counts for chairs."""
    return [code for code, entry in catalogue().codes["training-kind"].entries.items() if entry.group == "chair"]


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a course."""
    if row.ends_on and row.ends_on < row.starts_on:
        yield Problem(ENDS_FIRST, starts=row.starts_on, ends=row.ends_on)


TRAININGS = announce(
    Register(
        key="organising.training",
        label=_("干部培训"),
        purpose=_("工会主席和干部的培训记录；主席培训率和应训未训名单由此计算。"),
        area="positions",
        model=Training,
        columns=(
            Column("name", _("姓名"), listed=True, required=True, sort="sort_pinyin"),
            Column("organisation", _("所属工会"), "organisation", listed=True, required=True, sort="organisation__path",
                   aliases=("工会名称", "所在工会")),
            Column("kind", kind="code", codes="training-kind", listed=True, required=True, sort="kind"),
            Column("starts_on", kind="date", listed=True, required=True, sort="starts_on", aliases=("培训时间", "培训日期")),
            Column("ends_on", kind="date", listed=True),
            Column("hours", kind="number", listed=True, sort="hours", aliases=("课时",)),
            Column("organiser", listed=True, aliases=("培训单位",)),
            Column("certificate_no"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(trained_in, for_chairs),
        filters=("kind", "trained_in", "for_chairs"),
        ordering=("-starts_on", "pk"),
        slots=(Slot("certificate", _("结业证书或培训通知"), _("培训以证书或通知为凭")),),
        begins="starts_on",
        check=faults,  # type: ignore[arg-type]
    )
)  # fmt: skip
