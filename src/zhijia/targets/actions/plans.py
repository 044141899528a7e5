"""Taking a plan text in: it is read at once, the proposals wait for an officer."""

import datetime as dt
import hashlib
from decimal import Decimal

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.targets.likely import likely_indicator
from zhijia.targets.models import Clause, Plan, Target
from zhijia.targets.plantext import Proposal, extract, skipped

YEARS = range(1949, 2100)
LONGEST = 400_000
BAD_YEAR = gettext_noop("年份“%(year)s”超出范围，请填写 %(first)s 至 %(last)s 之间的年份。")
EMPTY = gettext_noop("计划正文是空的，请粘贴正文或选择文件。")
TOO_LONG = gettext_noop("计划正文有%(length)s字，超过上限%(most)s字，请只录入工作任务部分。")
NO_TITLE = gettext_noop("请填写计划标题。")
HAS_TARGETS = gettext_noop("“%(title)s”已有确认的条款，不能删除；请先重新处理这些条款。")


def check_year(year: int) -> int:
    """The year, if a plan can be for it; Problem otherwise."""
    if year not in YEARS:
        raise Problem(BAD_YEAR, year=year, first=YEARS[0], last=YEARS[-1])
    return year


@transaction.atomic
def create_plan(
    *,
    year: int,
    title: str,
    text: str,
    kind: str = Plan.Kind.PLAN,
    by: Post,
    at: dt.datetime,
    source_name: str = "",
    source: bytes | None = None,
) -> Plan:
    """Keep a text with its exact words and propose its clauses; nothing of it counts yet.

    `source`: the bytes of the file it came from; only their fingerprint is kept. Problem for an empty or too long
    text, a missing title, a year out of range.
    """
    by.may("plans.edit", by.organisation).insist()
    check_year(year)
    if not title.strip():
        raise Problem(NO_TITLE)
    if not text.strip():
        raise Problem(EMPTY)
    if len(text) > LONGEST:
        raise Problem(TOO_LONG, length=len(text), most=LONGEST)
    plan = Plan.objects.create(
        organisation=by.organisation,
        year=year,
        title=title.strip(),
        kind=kind,
        text=text,
        skipped=[[item.start, item.end, item.reason] for item in skipped(text, year)],
        source_name=source_name,
        source_sha256=hashlib.sha256(source).hexdigest() if source is not None else "",
        created_by=by,
        created_at=at,
    )
    Clause.objects.bulk_create(_clause(plan, proposal) for proposal in extract(text, year))
    record(
        kind="plan.created", by=by, at=at, organisation=by.organisation_id, subject="targets.plan",
        subject_id=plan.pk, detail={"title": plan.title},
    )  # fmt: skip
    return plan


def _clause(plan: Plan, proposal: Proposal) -> Clause:
    words = plan.text[proposal.start : proposal.end]
    return Clause(
        plan=plan,
        start=proposal.start,
        end=proposal.end,
        text=words,
        read=proposal.as_json(),
        confidence=_hundredths(proposal.confidence),
        value=_hundredths(proposal.value),
        value_max=None if proposal.value_max is None else _hundredths(proposal.value_max),
        unit=proposal.unit,
        comparator=proposal.comparator,
        due=proposal.due,
        subject=proposal.subject[:120],
        indicator=likely_indicator(proposal.subject, proposal.unit),
    )


def _hundredths(number: float) -> Decimal:
    return Decimal(str(number)).quantize(Decimal("0.01"))


@transaction.atomic
def drop_plan(*, plan: Plan, by: Post) -> None:
    """Take back a text that was read in by mistake; Conflict once a clause of it carries a target."""
    by.may("plans.edit", plan.organisation).insist()
    if Target.objects.filter(clause__plan=plan).exists():
        raise Conflict(HAS_TARGETS, title=plan.title)
    plan.delete()
