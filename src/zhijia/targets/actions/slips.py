"""Issuing a supervision slip (督办单) that the clock proposed."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.evidence.papers import freeze, next_number
from zhijia.indicators.queries import indicator_of
from zhijia.indicators.rules import Figure
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.targets.models import SupervisionSlip, Target
from zhijia.targets.slip_paper import supervision_paper

NOT_DUE = gettext_noop("%(place)s的“%(indicator)s”目前不需要督办，请刷新页面。")
PAST = gettext_noop("办理期限%(deadline)s早于今天，请重新填写。")
TWICE = gettext_noop("%(place)s的“%(indicator)s”今天已发过%(number)s。")


@transaction.atomic
def issue_slip(
    *,
    target: Target,
    colour: str | None,
    reason: str,
    done: Figure,
    deadline: dt.date,
    by: Post,
    on: dt.date,
    at: dt.datetime,
) -> SupervisionSlip:
    """Number a slip and freeze its paper. `colour`, `reason`, `done` as computed that day; colour None: not due."""
    by.may("orders.issue", target.organisation).insist()
    title = indicator_of(target.indicator).title
    if colour is None:
        raise Problem(NOT_DUE, place=target.organisation.name, indicator=title)
    if deadline < on:
        raise Problem(PAST, deadline=deadline)
    Target.objects.select_for_update(of=("self",)).get(pk=target.pk)
    today = SupervisionSlip.objects.filter(target=target, issued_on=on, colour=colour).first()
    if today is not None:
        raise Conflict(TWICE, place=target.organisation.name, indicator=title, number=today.number)
    slip = SupervisionSlip(
        target=target, colour=colour, number=next_number("工督", on.year), reason=reason[:300], deadline=deadline,
        issued_by=by, issued_on=on, issued_at=at,
    )  # fmt: skip
    slip.paper = freeze(supervision_paper(slip, done), on)
    slip.save()
    record(
        kind="slip.issued", by=by, at=at, organisation=target.organisation_id, subject="targets.order",
        subject_id=target.order_id, detail={"number": slip.number, "reason": slip.reason},
    )  # fmt: skip
    return slip
