"""The higher union approves the result of an election (批复选举结果); what stands in the way is told rule by rule."""

import datetime as dt
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.registers.base.actions import change_fact
from zhijia.registers.organising.election_review import points_of_election
from zhijia.registers.organising.elections import ELECTIONS, Election
from zhijia.registers.organising.from_above import ALREADY, held_from_above, insist_sound
from zhijia.registers.organising.rules.checked import blocking
from zhijia.registers.organising.seating import open_term, seat_chair

NO_ELECTION = gettext_noop("“%(name)s”没有选举，不用批复。")
NO_NUMBER = gettext_noop("批复要有文号，请填写。")
TOO_EARLY = gettext_noop("批复日期%(on)s早于选举日期%(held)s，请核对。")
NOT_SOUND = gettext_noop("“%(name)s”还不能批复：%(faults)s")


@transaction.atomic
def reply_to_election(*, election: Any, number: str, on: dt.date, by: Post, at: dt.datetime) -> Any:
    """Approve a result: the reply is written down, a new term begins, the elected chair takes office.

    Refused to the union itself; Conflict when it has been approved; Problem naming each rule that stands in the way.
    """
    row = held_from_above(Election, election, by)
    if row.kind not in ("FIRST", "RENEWAL", "BY"):
        raise Problem(NO_ELECTION, name=row)
    if not number.strip():
        raise Problem(NO_NUMBER)
    if on < row.held_on:
        raise Problem(TOO_EARLY, on=on, held=row.held_on)
    if row.reply_on is not None:
        raise Conflict(ALREADY, name=row)
    insist_sound(NOT_SOUND, row, blocking(points_of_election(row)))
    values = {"reply_on": on, "reply_no": number.strip()[:60]}
    written = change_fact(ELECTIONS, row=row, values=values, on=on, by=by, at=at, same_day=True)
    if row.kind != "BY":
        open_term(written, by, at)
    if row.chair_name:
        seat_chair(written, by, at)
    return written
