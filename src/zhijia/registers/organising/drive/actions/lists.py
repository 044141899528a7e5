"""What a person says of a row of another office's list, and taking it back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.registers.base.actions import correct_fact, record_fact, void_fact
from zhijia.registers.organising.drive.listed import LATER, LISTED, NEW, OPEN, SAME, ListedWorkplace, living_listed
from zhijia.registers.organising.drive.queries.lists import Compared
from zhijia.registers.organising.drive.visits import living_visits
from zhijia.registers.organising.employers import EMPLOYERS, Employer

DECIDED = gettext_noop("“%(name)s”已经有人认定过，请刷新后再看。")
UNDECIDED = gettext_noop("“%(name)s”还没有认定，没有可撤回的。")
NO_EMPLOYER = gettext_noop("请选择“%(name)s”对应的单位。")
USED = gettext_noop("“%(name)s”登记后已有建会或走访记录，不能撤回；登记错了请在单位台账中作废。")
OTHER_CODE = gettext_noop("“%(name)s”与所选单位的信用代码不同，不是同一单位，请核对。")
UNDONE = gettext_noop("撤回名单认定")
# What a list may add to a workplace that lacks it; nothing that is known is overwritten.
FILLED = ("uscc", "address", "legal_rep", "phone")


@transaction.atomic
def decide_listed(
    *, row: ListedWorkplace, decision: str, on: dt.date, by: Post | None, at: dt.datetime, employer: Any = None
) -> Any:
    """The same as `employer`, a new workplace, or to be settled later. Conflict when somebody was quicker.

    The same: blanks of the workplace are filled from the list. New: it goes into the register of workplaces.
    """
    held = _hold(row)
    if held.decision not in (OPEN, LATER):
        raise Conflict(DECIDED, name=held.name)
    if decision == NEW:
        employer = _recorded(held, by, at)
    elif decision == SAME:
        if employer is None:
            raise Problem(NO_EMPLOYER, name=held.name)
        _fill(held, employer, by, at)
    else:
        employer = None
    values = {"decision": decision, "employer": employer, "decided_on": on}
    return correct_fact(LISTED, row=held, values=values, by=by, at=at)


@transaction.atomic
def accept_coded(*, found: Sequence[Compared], on: dt.date, by: Post, at: dt.datetime) -> int:
    """Say of all rows that carry the code of a workplace that they are it; returns how many."""
    coded = [one for one in found if one.by_code is not None]
    for one in coded:
        decide_listed(row=one.row, decision=SAME, employer=one.by_code, on=on, by=by, at=at)
    return len(coded)


@transaction.atomic
def register_new(*, found: Sequence[Compared], on: dt.date, by: Post, at: dt.datetime) -> int:
    """Put all rows without code match and without candidate into the register of workplaces; returns how many."""
    fresh = [one for one in found if one.kind == "new"]
    for one in fresh:
        decide_listed(row=one.row, decision=NEW, on=on, by=by, at=at)
    return len(fresh)


@transaction.atomic
def undo_decision(*, row: ListedWorkplace, by: Post, at: dt.datetime) -> Any:
    """Take a decision back: what it filled or made is taken back with it, unless work has been built on it."""
    held = _hold(row)
    if held.decision in (OPEN, LATER):
        raise Conflict(UNDECIDED, name=held.name)
    employer = Employer.objects.living().filter(pk=held.employer_id).first()
    opened = correct_fact(
        LISTED, row=held, values={"decision": OPEN, "employer": None, "decided_on": None}, by=by, at=at
    )
    if employer is not None and held.decision == NEW:
        _insist_unused(employer)
        void_fact(EMPLOYERS, row=employer, reason=UNDONE, by=by, at=at)
    elif employer is not None:
        _empty(held, employer, by, at)
    return opened


def _hold(row: ListedWorkplace) -> Any:
    held = living_listed().select_for_update().filter(pk=row.pk).first()
    if held is None:
        raise Conflict(DECIDED, name=row.name)
    return held


def _recorded(row: Any, by: Post | None, at: dt.datetime) -> Any:
    values: Mapping[str, Any] = {
        "organisation": row.organisation, "name": row.name, "uscc": row.uscc, "unit_kind": "E", "since": row.received_on,
        "address": row.address, "legal_rep": row.legal_rep, "phone": row.phone, "employees": row.employees or 0,
    }  # fmt: skip
    return record_fact(EMPLOYERS, values=values, by=by, at=at)


def _fill(row: Any, employer: Any, by: Post | None, at: dt.datetime) -> None:
    if row.uscc and employer.uscc and row.uscc != employer.uscc:
        raise Problem(OTHER_CODE, name=row.name)
    blanks = {name: getattr(row, name) for name in FILLED if getattr(row, name) and not getattr(employer, name)}
    if blanks:
        correct_fact(EMPLOYERS, row=employer, values=blanks, by=by, at=at)


def _empty(row: Any, employer: Any, by: Post, at: dt.datetime) -> None:
    """Blank again what this very decision had filled: blank in the version the decision replaced, as listed now."""
    before = employer.versions.filter(known_until=_decided_at(row)).first()
    if before is None:
        return
    filled = {
        name: "" for name in FILLED
        if getattr(row, name) and not getattr(before, name) and getattr(employer, name) == getattr(row, name)
    }  # fmt: skip
    if filled:
        correct_fact(EMPLOYERS, row=employer, values=filled, by=by, at=at)


def _decided_at(row: Any) -> dt.datetime | None:
    """The moment of the decision: the version that was still open ends there."""
    open_version = row.versions.filter(decision__in=(OPEN, LATER)).order_by("-known_until").first()
    return open_version.known_until if open_version else None


def _insist_unused(employer: Any) -> None:
    used = employer.union_id is not None or living_visits().filter(employer=employer).exists()
    if used:
        raise Conflict(USED, name=employer.name)
