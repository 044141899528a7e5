"""What follows from an approved election: the next term of office, and the elected chair in it."""

import datetime as dt
from typing import Any

from zhijia.accounts.models import Post
from zhijia.kit.period import add_years
from zhijia.registers.base.actions import change_fact, record_fact
from zhijia.registers.organising.chair_checks import ChairCheck
from zhijia.registers.organising.positions import POSITIONS, Position, chair, in_office_on
from zhijia.registers.organising.terms import TERMS, UnionTerm


def open_term(row: Any, by: Post, at: dt.datetime) -> None:
    """The term begins on the day of the election; a first term may have been written down at the founding."""
    terms = UnionTerm.objects.living().filter(union=row.union_id)
    last = terms.order_by("-number").first()
    number = row.number or (last.number + 1 if last else 1)
    if terms.filter(number=number).exists():
        return
    values = {
        "union": row.union, "number": number, "starts_on": row.held_on, "since": row.held_on,
        "ends_on": add_years(row.held_on, row.years), "reply_no": row.reply_no,
    }  # fmt: skip
    record_fact(TERMS, values=values, by=by, at=at)


def seat_chair(row: Any, by: Post, at: dt.datetime) -> None:
    """The elected chair takes office on the day of the election; one who goes on keeps the office held."""
    present = Position.objects.living().filter(chair.build(), in_office_on.build(row.held_on), body="UC")
    held = list(present.filter(organisation=row.organisation_id))
    if any(each.name == row.chair_name for each in held):
        return
    for each in held:
        change_fact(POSITIONS, row=each, values={"ends_on": row.held_on}, on=row.held_on, by=by, at=at, same_day=True)
    check = ChairCheck.objects.living().filter(union=row.union_id, name=row.chair_name).first()
    values = {
        "organisation": row.organisation, "name": row.chair_name, "body": "UC", "role": "chair", "chosen_by": "1",
        "starts_on": row.held_on, "since": row.held_on, "reply_no": row.reply_no, "grade": check.grade if check else "0",
    }  # fmt: skip
    record_fact(POSITIONS, values=values, by=by, at=at)
