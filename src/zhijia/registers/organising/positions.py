"""Union posts (任职): who holds which office in a union body, from when to when."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import add_months
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, NamedFact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window
from zhijia.registers.organising.chair_checks import ChairCheck, points_of
from zhijia.registers.organising.rules.checked import blocking
from zhijia.registers.organising.rules.grades import FREE_KINDS, high_grades
from zhijia.registers.organising.trainings import Training, chair_kinds
from zhijia.registers.organising.unions import Union
from zhijia.schemes.catalogue import catalogue

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
    train_by = models.DateField(_("应培训日期"), null=True, editable=False)

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

    def derive(self) -> None:
        """Search keys, and for a chair the day by which the training of the first year is due."""
        super().derive()
        months = int(catalogue().number("chair.training-months", self.starts_on)) if self.role == "chair" else 0
        self.train_by = add_months(self.starts_on, months) if months else None


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


def _trainings(window: Window | None) -> Any:
    """Courses that count for the person of an office, begun since it was taken: as of the window's day, or as of now."""
    rows = Training.objects.on(window.as_of, window.known_at) if window else Training.objects.living()
    return rows.filter(
        organisation=OuterRef("organisation"), name=OuterRef("name"), kind__in=chair_kinds(),
        starts_on__gte=OuterRef("starts_on"),
    )  # fmt: skip


@term("trained_in_time", _("任职后按期培训"), asks_others=True)
def trained_in_time(window: Window | None = None) -> Q:
    """A course that counts for chairs, begun within the first year in office."""
    return Q(Exists(_trainings(window).filter(starts_on__lte=OuterRef("train_by"))))


@term("trained_enough", _("按期或近期培训"), asks_others=True)
def trained_enough(window: Window) -> Q:
    """A course within the first year in office, or one lately enough."""
    since = add_months(window.as_of, -int(catalogue().number("chair.retraining-months", window.as_of)))
    known = Training.objects.on(window.as_of, window.known_at)
    lately = known.filter(
        organisation=OuterRef("organisation"), name=OuterRef("name"), kind__in=chair_kinds(),
        starts_on__gt=since, starts_on__lte=window.as_of,
    )  # fmt: skip
    return trained_in_time.build(window=window) | Q(Exists(lately))


@term("untrained", _("任职后未培训"), asks_others=True)
def untrained(window: Window | None = None) -> Q:
    """No course that counts since the office was taken."""
    return Q(~Exists(_trainings(window)))


@term("of_committee", _("工会委员会"))
def of_committee() -> Q:
    """Offices of the union committee itself."""
    return Q(body="UC")


@term("high_grade", _("副职级及以上"))
def high_grade() -> Q:
    """Of deputy grade or higher."""
    return Q(grade__in=high_grades())


@term("grade_asked", _("对职级有要求"), asks_others=True)
def grade_asked(window: Window) -> Q:
    """Of unions whose kind of workplace asks for a grade of its chair."""
    asked = Union.objects.on(window.as_of, window.known_at).exclude(unit_kind__in=FREE_KINDS)
    return Q(organisation__in=asked.values("organisation"))


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of an office."""
    if row.ends_on and row.ends_on < row.starts_on:
        yield Problem(ENDS_FIRST, starts=row.starts_on, ends=row.ends_on)


def excluded(row: Any) -> Iterator[Problem]:
    """A person whom a check on record excludes is not written down as chair in office."""
    if row.role != "chair" or row.body != "UC" or row.ends_on is not None:
        return
    check = ChairCheck.objects.living().filter(organisation=row.organisation_id, name=row.name, verdict="FAIL").first()
    if check is not None:
        yield from (each.refusal() for each in blocking(points_of(check)) if each.verdict == "unmet")


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
            Column("train_by", kind="date", form=False, sheet=False, sort="train_by"),
            Column("reply_no"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(
            in_office_on, chair, full_time, trained_in_time, trained_enough, untrained, of_committee, high_grade,
            grade_asked,
        ),
        filters=("body", "role", "full_time", "in_office_on", "untrained"),
        ordering=("sort_pinyin", "pk"),
        slots=(Slot("reply", _("选举结果批复"), _("任职以批复为准")),),
        begins="starts_on",
        bulk=("grade", "chosen_by", "full_time"),
        check=faults,  # type: ignore[arg-type]
        guard=excluded,
    )
)  # fmt: skip
