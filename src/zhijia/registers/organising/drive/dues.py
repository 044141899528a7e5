"""What falls due in the founding drive: survey rounds that end, waiting times on the ladder that are over.

A step of the ladder is never taken by a clock; that its waiting time is over only says that somebody may decide.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhijia.kit.deadlines import set_day
from zhijia.registers.base.dues import Asked, Due, DueKind, announce_due, state_on
from zhijia.registers.organising.drive.limits import WAITS
from zhijia.registers.organising.drive.nails import living_nails
from zhijia.registers.organising.drive.rounds import living_rounds
from zhijia.schemes.deadlines import deadline, rule_of


def rounds(asked: Asked) -> Iterator[Due]:
    """Rounds nobody has closed, by their last day."""
    rows: Any = living_rounds().within(asked.within).filter(closed_on__isnull=True, starts_on__lte=asked.on)
    for row in rows.select_related("organisation").order_by("ends_on", "pk"):
        last = set_day(row.ends_on, event=row.starts_on)
        yield Due(
            "round", _("%(organisation)s“%(name)s”应走完并办结") % {"organisation": row.organisation, "name": row.name},
            row.organisation, last, state_on(last, asked), "organising.round-page", row.pk, _("摸排轮次的结束日期"),
        )  # fmt: skip


def nails(asked: Asked) -> Iterator[Due]:
    """Units whose step has a waiting time, by its last day; those with a union already are left to be taken off."""
    rules = {level: parameter for level, parameter, _unit in WAITS}
    rows: Any = living_nails().within(asked.within).filter(level__in=rules, employer__union__isnull=True)
    found = [(deadline(rules[row.level], row.since), row) for row in rows.select_related("organisation", "employer")]
    for last, row in sorted(found, key=lambda pair: (pair[0].due, pair[1].pk)):
        rule = rule_of(rules[row.level], row.since)
        yield Due(
            "nail", _("%(name)s督促建会等待期满，可以决定下一步") % {"name": row.employer}, row.organisation, last,
            state_on(last, asked), "organising.nail-step", row.pk, rule.title, rule.source,
        )  # fmt: skip


def announce_drive_dues() -> None:
    """Say what falls due; called once at start-up."""
    announce_due(DueKind("round", gettext_lazy("摸排"), "survey.edit", rounds))
    announce_due(DueKind("nail", gettext_lazy("督促建会"), "nails.edit", nails))
