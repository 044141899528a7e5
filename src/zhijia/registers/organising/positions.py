"""Union posts (任职): who holds which office in a union body, from when to when."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, NamedFact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term

ENDS_FIRST = gettext_noop("任职终止日期%(ends)s早于起始日期%(starts)s，请核对。")


class Position(NamedFact):
    """One office of one person. `name` is the person's name; `organisation` the union."""

    body = models.CharField(_("机构"), max_length=2, default="UC")
    role = models.CharField(_("职务"), max_length=20)
    starts_on = models.DateField(_("任职日期"))
    ends_on = models.DateField(_("离任日期"), null=True, blank=True)
    full_time = models.BooleanField(_("专职"), default=False)
    grade = models.CharField(_("职级"), max_length=2, default="0")
    chosen_by = models.CharField(_("产生方式"), max_length=1, default="1")
    reply_no = models.CharField(_("批复文号"), max_length=60, blank=True)

    PERSON = True

    class Meta(NamedFact.Meta):
        """Newest first."""

        abstract = False
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        indexes = [
            models.Index(fields=["organisation", "role"], name="position_org_role"),
            models.Index(fields=["sort_pinyin", "id"], name="position_pinyin", condition=LIVING),
        ]


@term("in_office_on", _("在任"), "day")
def in_office_on(day: object) -> Q:
    """Holds the office on the day."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))


@term("chair", _("主席"))
def chair() -> Q:
    """Chairs."""
    return Q(role="chair")


@term("full_time", _("专职"))
def full_time() -> Q:
    """Full-time officers."""
    return Q(full_time=True)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of an office."""
    if row.ends_on and row.ends_on < row.starts_on:
        yield Problem(ENDS_FIRST, starts=row.starts_on, ends=row.ends_on)


POSITIONS = announce(
    Register(
        key="organising.position",
        label=_("任职"),
        purpose=_("工会各机构的任职名单；专职主席配备率由此计算。"),
        area="positions",
        model=Position,
        columns=(
            Column("name", _("姓名"), listed=True, required=True, sort="sort_pinyin"),
            Column("organisation", _("所属工会"), "organisation", listed=True, required=True, sort="organisation__path",
                   aliases=("工会名称", "所在工会")),
            Column("body", kind="code", codes="union-body", listed=True, required=True, sort="body"),
            Column("role", kind="code", codes="union-role", listed=True, required=True, sort="role"),
            Column("starts_on", kind="date", listed=True, required=True, sort="starts_on", aliases=("任职时间",)),
            Column("ends_on", kind="date", listed=True, sort="ends_on"),
            Column("full_time", kind="flag", listed=True, sort="full_time", aliases=("是否专职",)),
            Column("grade", kind="code", codes="cadre-grade"),
            Column("chosen_by", kind="code", codes="chosen-by"),
            Column("reply_no"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(in_office_on, chair, full_time),
        filters=("body", "role", "full_time", "in_office_on"),
        ordering=("sort_pinyin", "pk"),
        slots=(Slot("reply", _("选举结果批复"), _("任职以批复为准")),),
        begins="starts_on",
        bulk=("grade", "chosen_by", "full_time"),
        check=faults,  # type: ignore[arg-type]
    )
)  # fmt: skip
