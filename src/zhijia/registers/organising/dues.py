"""What falls due of unions, terms and memberships."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhijia.kit.deadlines import set_day
from zhijia.registers.base.dues import Asked, Due, DueKind, announce_due, state_on
from zhijia.registers.base.queries import rows_for
from zhijia.registers.organising.applicants import DECIDE, applicants
from zhijia.registers.organising.certificate_dues import certificates, trainings
from zhijia.registers.organising.followup_dues import followups
from zhijia.registers.organising.meeting_dues import meetings
from zhijia.registers.organising.members import MEMBERS
from zhijia.registers.organising.terms import TERMS, unrenewed_by
from zhijia.registers.organising.transfers import REMIND, Transfer, arriving, leaving
from zhijia.schemes.deadlines import deadline, rule_of, warning_of

TERM_WARNING = "term.warn-days"


def terms(asked: Asked) -> Iterator[Due]:
    """Terms of office without a next one, by the day on which that must have begun."""
    warn = warning_of(TERM_WARNING, asked.on)
    rows: Any = rows_for(TERMS, asked.post).within(asked.within).filter(unrenewed_by(asked.horizon(warn)))
    for row in rows.select_related("organisation", "union").order_by("due_on", "pk")[: asked.most]:
        last = set_day(row.due_on, event=row.starts_on, original=row.ends_on)
        what = _("%(union)s超期未换届") if row.due_on < asked.on else _("%(union)s即将届满")
        yield Due(
            "term", what % {"union": row.union}, row.organisation, last, state_on(last, asked, warn), TERMS.key, row.pk,
            _("届满前应当换届"), row.reply_no,
        )  # fmt: skip


def transfers(asked: Asked) -> Iterator[Due]:
    """Members let go to or from here whom nobody has taken in."""
    both = {each.member.pk: each for each in [*arriving(asked.post), *leaving(asked.post)]}
    for each in sorted(_inside(both.values(), asked), key=lambda each: (each.since, each.member.pk)):
        last, rule = deadline(REMIND, each.since), rule_of(REMIND, each.since)
        yield Due(
            "transfer", _("一名会员转会未接收"), each.member.organisation, last, state_on(last, asked),
            "organising.transfer", each.member.pk, rule.title, rule.source,
            _("%(name)s转会未接收") % {"name": each.member.name},
        )  # fmt: skip


def applications(asked: Asked) -> Iterator[Due]:
    """Applications for membership that wait for an answer."""
    for each in applicants(asked.post, asked.on):
        if str(each.member.organisation.path).startswith(asked.within):
            last, rule = deadline(DECIDE, each.since), rule_of(DECIDE, each.since)
            yield Due(
                "applicant", _("一份入会申请待答复"), each.member.organisation, last, state_on(last, asked),
                MEMBERS.key, each.member.pk, rule.title, rule.source,
                _("%(name)s的入会申请待答复") % {"name": each.member.name},
            )  # fmt: skip


def _inside(transfers: Iterable[Transfer], asked: Asked) -> list[Transfer]:
    places = ("organisation", "destination")
    return [
        each
        for each in transfers
        if any(str(place.path).startswith(asked.within) for at in places if (place := getattr(each.member, at)))
    ]


def announce_dues() -> None:
    """Say what falls due; called once at start-up."""
    announce_due(DueKind("meeting", gettext_lazy("会议"), "meetings.view", meetings))
    announce_due(DueKind("followup", gettext_lazy("落实事项"), "followups.view", followups))
    announce_due(DueKind("term", gettext_lazy("换届"), "positions.view", terms))
    announce_due(DueKind("transfer", gettext_lazy("转会"), "members.view", transfers))
    announce_due(DueKind("applicant", gettext_lazy("入会申请"), "members.view", applications))
    announce_due(DueKind("certificate", gettext_lazy("法人证书"), "unions.view", certificates))
    announce_due(DueKind("training", gettext_lazy("主席培训"), "positions.view", trainings))
