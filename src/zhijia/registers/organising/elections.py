"""Assemblies and elections (会员大会与选举): what was convened, who was entitled, how the votes fell, who approved it."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.show import code_label
from zhijia.registers.base.terms import term
from zhijia.registers.organising.unions import Union

MORE_THAN = gettext_noop("“%(part)s”%(number)s多于“%(whole)s”%(limit)s，请核对。")
NOTICE_ORDER = gettext_noop("公示结束%(ends)s早于公示开始%(starts)s，请核对。")
# Pairs of counts of which the first cannot exceed the second.
PARTS = (
    ("entitled", "members"), ("present", "entitled"), ("lowest_votes", "present"), ("chair_votes", "present"),
    ("standing_seats", "seats"),
)  # fmt: skip


def _count(label: Any) -> "models.PositiveIntegerField[int | None, int | None]":
    return models.PositiveIntegerField(label, null=True, blank=True)


def _day(label: Any) -> "models.DateField[Any, Any]":
    return models.DateField(label, null=True, blank=True)


class Election(Fact):
    """One assembly of one union. Counts that nobody wrote down stay empty: the checks then say so."""

    union = models.ForeignKey(Union, models.PROTECT, related_name="elections", verbose_name=_("基层工会"))
    kind = models.CharField(_("会议类别"), max_length=8)
    held_on = models.DateField(_("召开日期"))
    form = models.CharField(_("会议形式"), max_length=9, blank=True)
    number = models.PositiveSmallIntegerField(_("届次"), null=True, blank=True)
    years = models.PositiveSmallIntegerField(_("任期年数"), null=True, blank=True)
    members = _count(_("会员数"))
    entitled = _count(_("应到人数"))
    present = _count(_("实到人数"))
    ballot = models.CharField(_("无记名投票"), max_length=1, blank=True)
    seats = _count(_("应选委员数"))
    candidates = _count(_("委员候选人数"))
    lowest_votes = _count(_("当选最低票数"))
    standing_seats = _count(_("应选常务委员数"))
    standing_candidates = _count(_("常务委员候选人数"))
    chair_name = models.CharField(_("当选主席"), max_length=60, blank=True)
    chair_candidates = _count(_("主席候选人数"))
    chair_votes = _count(_("主席得票数"))
    notice_from = _day(_("候选人公示开始"))
    notice_until = _day(_("候选人公示结束"))
    stroke_order = models.CharField(_("按姓氏笔画公示"), max_length=1, blank=True)
    party_agreed_on = _day(_("党组织同意日期"))
    upper_agreed_on = _day(_("上级工会同意日期"))
    reported_on = _day(_("结果报告日期"))
    reply_on = _day(_("结果批复日期"))
    reply_no = models.CharField(_("结果批复文号"), max_length=60, blank=True)
    vacant_since = _day(_("主席空缺自"))
    proposers = _count(_("提议会员数"))

    class Meta:
        """One assembly of a kind on a day."""

        verbose_name = _("会员大会与选举")
        verbose_name_plural = _("会员大会与选举")
        constraints = [
            models.UniqueConstraint(fields=["union", "kind", "held_on"], condition=LIVING, name="election_once")
        ]
        indexes = [models.Index(fields=["-held_on", "id"], name="election_held", condition=LIVING)]

    def __str__(self) -> str:
        """Union, kind and day."""
        return f"{self.union}{code_label('election-kind', self.kind)}{self.held_on}"

    def derive(self) -> None:
        """The election stands where its union stands."""
        self.organisation_id = self.union.organisation_id


@term("held_in", _("在期内召开"), "span")
def held_in(span: Span) -> Q:
    """Convened inside the span."""
    return Q(held_on__gte=span.first, held_on__lte=span.last)


@term("elects", _("有选举"))
def elects() -> Q:
    """Somebody was elected."""
    return Q(kind__in=("FIRST", "RENEWAL", "BY"))


@term("replied", _("已批复"))
def replied() -> Q:
    """The higher union has approved the result."""
    return Q(reply_on__isnull=False)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of an assembly."""
    for part, whole in PARTS:
        some, all_of = getattr(row, part), getattr(row, whole)
        if some is not None and all_of is not None and some > all_of:
            words = {name: Election._meta.get_field(name).verbose_name for name in (part, whole)}  # type: ignore[union-attr]
            yield Problem(MORE_THAN, part=words[part], number=some, whole=words[whole], limit=all_of)
    if row.notice_from and row.notice_until and row.notice_until < row.notice_from:
        yield Problem(NOTICE_ORDER, starts=row.notice_from, ends=row.notice_until)


ELECTIONS = announce(
    Register(
        key="organising.election",
        label=_("会员大会与选举"),
        purpose=_("会员大会、代表大会和选举的记录；是否合规逐条核对，由上级工会批复结果。"),
        area="positions",
        model=Election,
        columns=(
            Column("union", kind="link", listed=True, required=True, register="organising.union",
                   sort="union__sort_pinyin", aliases=("工会名称", "基层工会名称")),
            Column("organisation", kind="organisation", form=False, sheet=False, sort="organisation__path"),
            Column("kind", kind="code", codes="election-kind", listed=True, required=True, sort="kind"),
            Column("held_on", kind="date", listed=True, required=True, sort="held_on", aliases=("选举日期", "会议日期")),
            Column("form", kind="code", codes="assembly-form", required=True),
            Column("number", kind="number", aliases=("第几届",)),
            Column("years", kind="number", aliases=("任期",)),
            Column("members", kind="number", group=_("到会")),
            Column("entitled", kind="number", listed=True, group=_("到会"), aliases=("应到",),
                   help=_("开会员大会的为会员数，开代表大会的为代表数")),
            Column("present", kind="number", listed=True, group=_("到会"), aliases=("实到",)),
            Column("proposers", kind="number", group=_("到会"), help=_("临时会议由会员提议的填写")),
            Column("ballot", kind="code", codes="yes-no", group=_("投票")),
            Column("seats", kind="number", group=_("投票")),
            Column("candidates", kind="number", group=_("投票")),
            Column("lowest_votes", kind="number", group=_("投票"), help=_("当选委员中得票最少的；罢免的为赞成票数")),
            Column("standing_seats", kind="number", group=_("投票"), help=_("没有常务委员会的留空")),
            Column("standing_candidates", kind="number", group=_("投票")),
            Column("chair_name", listed=True, group=_("主席"), aliases=("主席", "主席姓名")),
            Column("chair_candidates", kind="number", group=_("主席")),
            Column("chair_votes", kind="number", group=_("主席")),
            Column("vacant_since", kind="date", group=_("主席"), help=_("补选主席的填写")),
            Column("notice_from", kind="date", group=_("公示和同意")),
            Column("notice_until", kind="date", group=_("公示和同意")),
            Column("stroke_order", kind="code", codes="yes-no", group=_("公示和同意")),
            Column("party_agreed_on", kind="date", group=_("公示和同意")),
            Column("upper_agreed_on", kind="date", group=_("公示和同意")),
            Column("reported_on", kind="date", group=_("报告和批复")),
            Column("reply_on", kind="date", listed=True, group=_("报告和批复"), form=False),
            Column("reply_no", group=_("报告和批复"), form=False, aliases=("批复文号",)),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(held_in, elects, replied),
        filters=("kind", "held_in", "replied"),
        ordering=("-held_on", "pk"),
        slots=(
            Slot("request", _("换届请示或选举请示"), _("候选人须事先经上级工会同意")),
            Slot("notice", _("候选人公示"), _("主席候选人按姓氏笔画公示")),
            Slot("minutes", _("会议记录和选举结果"), _("到会人数和票数以会议记录为准")),
            Slot("reply", _("选举结果批复"), _("选举结果由上级工会批复")),
        ),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "union"),
        begins="held_on",
        searched="union__search",
    )
)  # fmt: skip
