"""Checks of a person proposed as chair (主席人选核对): the seven exclusions answered, the verdict, who confirmed it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.registers.base.models import LIVING, NamedFact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.organising.rules.chair import chair_points, verdict_of
from zhijia.registers.organising.rules.checked import Checked
from zhijia.registers.organising.unions import Union

ANSWERS = ("x1", "x2", "x3", "x4", "x5", "x6", "x7")
HELP = _("按单位性质，不适用的可以留空")


def _answer(label: Any) -> "models.CharField[str, str]":
    return models.CharField(label, max_length=1, blank=True)


class ChairCheck(NamedFact):
    """One person proposed as chair of one union. `name` is the person's; the verdict follows from the answers."""

    union = models.ForeignKey(Union, models.PROTECT, related_name="chair_checks", verbose_name=_("基层工会"))
    checked_on = models.DateField(_("核对日期"))
    enterprise_run = models.BooleanField(_("企业化管理"), default=False)
    x1 = _answer(_("是行政负责人（含副职）"))
    x2 = _answer(_("是合伙人"))
    x3 = _answer(_("是负责人或合伙人的近亲属"))
    x4 = _answer(_("是人力资源部门负责人"))
    x5 = _answer(_("是外籍职工"))
    x6 = _answer(_("是主要负责人、法定代表人或其近亲属"))
    x7 = _answer(_("不是本工会会员"))
    recommended = models.BooleanField(_("由上级工会推荐"), default=False)
    grade = models.CharField(_("职级"), max_length=2, default="0")
    verdict = models.CharField(_("核对结论"), max_length=4, default="OPEN", editable=False)
    confirmed_on = models.DateField(_("上级确认日期"), null=True, blank=True)

    PERSON = True

    class Meta(NamedFact.Meta):
        """A person once for a union."""

        abstract = False
        verbose_name = _("主席人选核对")
        verbose_name_plural = _("主席人选核对")
        constraints = [models.UniqueConstraint(fields=["union", "name"], condition=LIVING, name="chair_check_once")]

    def derive(self) -> None:
        """Place of the union, search keys, and the verdict of the answers."""
        self.organisation_id = self.union.organisation_id
        super().derive()
        self.verdict = verdict_of(points_of(self))


def answers_of(row: Any) -> Mapping[str, str]:
    """The answers by code of the exclusion."""
    return {name.upper(): getattr(row, name) for name in ANSWERS}


def points_of(row: Any) -> Sequence[Checked]:
    """The exclusions held against the answers of one check."""
    return chair_points(
        row.name, row.union.unit_kind, answers_of(row),
        enterprise_run=row.enterprise_run, recommended=row.recommended,
    )  # fmt: skip


@term("verdict_is", _("结论为"), "code", codes="check-verdict")
def verdict_is(code: str) -> Q:
    """By verdict."""
    return Q(verdict=code)


@term("confirmed", _("上级已确认"))
def confirmed() -> Q:
    """Passed, and confirmed by the higher union."""
    return Q(verdict="PASS", confirmed_on__isnull=False)


CHAIR_CHECKS = announce(
    Register(
        key="organising.chair-check",
        label=_("主席人选核对"),
        purpose=_("主席人选是否有不得任职的情形，由工会逐条填写、上级工会确认；主席合规率由此计算。"),
        area="positions",
        model=ChairCheck,
        columns=(
            Column("name", _("姓名"), listed=True, required=True, sort="sort_pinyin", aliases=("人选", "主席姓名")),
            Column("union", kind="link", listed=True, required=True, register="organising.union",
                   sort="union__sort_pinyin", aliases=("工会名称", "基层工会名称")),
            Column("organisation", kind="organisation", form=False, sheet=False, sort="organisation__path"),
            Column("checked_on", kind="date", listed=True, required=True, sort="checked_on"),
            Column("verdict", kind="code", codes="check-verdict", listed=True, form=False, sheet=False, sort="verdict"),
            Column("confirmed_on", kind="date", listed=True, form=False, sheet=False, sort="confirmed_on"),
            Column("enterprise_run", kind="flag"),
            *(Column(name, kind="code", codes="yes-no", group=_("逐条填写"), help=HELP) for name in ANSWERS),
            Column("recommended", kind="flag", group=_("逐条填写"), help=_("民营企业和联合工会可由上级推荐，当选后入会")),
            Column("grade", kind="code", codes="cadre-grade"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(verdict_is, confirmed),
        filters=("verdict", "confirmed"),
        ordering=("-checked_on", "pk"),
        slots=(
            Slot("opinion", _("听取职工和工会意见记录"), _("提名主席人选前应听取职工和工会的意见")),
            Slot("party", _("党组织意见"), _("主席人选报同级党组织同意")),
        ),
        related=("organisation", "union"),
        begins="checked_on",
    )
)  # fmt: skip
