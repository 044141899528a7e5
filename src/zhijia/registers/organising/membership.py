"""The life of a membership (会籍): taking its steps.

Membership follows the work: one joins once and is passed on; every step is a dated change of the member's row.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.evidence.actions import attach
from zhijia.evidence.queries import standing_for
from zhijia.kit.identity.id_number import is_id_number, normalise_id
from zhijia.kit.identity.person_name import normalise_person_name
from zhijia.kit.period import add_years
from zhijia.kit.problem import Conflict, NotFound, Problem, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import change_fact
from zhijia.registers.base.sealing import keyring
from zhijia.registers.organising.member_numbers import ID_CONTEXT
from zhijia.registers.organising.members import MEMBERS, Member
from zhijia.registers.organising.membership_actors import UNION_LEVELS, may_take
from zhijia.registers.organising.membership_steps import STEPS, Step, open_steps, step_of, steps_from
from zhijia.schemes.catalogue import catalogue

__all__ = ["STEPS", "Paper", "Step", "accept_transfer", "step_of", "steps_for", "steps_from", "take_step"]

NOT_FROM_HERE = gettext_noop("“%(name)s”现在的会籍状态不能办理“%(step)s”，请刷新后再看。")
NO_REASON = gettext_noop("办理“%(step)s”需要写明原因。")
NO_PAPER = gettext_noop("办理“%(step)s”需要先上传“%(paper)s”：%(because)s。")
NO_UNION = gettext_noop("转会需要写明接收的基层工会。")
NOT_A_UNION = gettext_noop("“%(place)s”不是基层工会，不能接收会员。")
SAME_UNION = gettext_noop("“%(name)s”已经在“%(place)s”，不用转会。")
TOO_YOUNG = gettext_noop("“%(name)s”到%(on)s不满%(age)s周岁，不能批准入会，请核对出生日期。")
NOBODY = gettext_noop("没有找到转出待接收的“%(name)s”：请核对姓名和身份证号，并确认原工会已办理转出。")

# One paper handed in with a step: the place of evidence, the file's name, its bytes in chunks.
Paper = tuple[str, str, Iterable[bytes]]


def steps_for(member: Member, post: Post) -> Sequence[Step]:
    """The steps a post may take for this member now."""
    return [step for step in open_steps(member) if may_take(member, step, post)]


@transaction.atomic
def take_step(
    *,
    member: Member,
    step: Step,
    on: dt.date,
    by: Post,
    at: dt.datetime,
    reason: str = "",
    union: Organisation | None = None,
    papers: Sequence[Paper] = (),
    seen: dt.datetime | None = None,
) -> Any:
    """Take one step on a day; Conflict when the member's state does not allow it, Refused when it is another's to
    take, Problem for what is missing. The row is held, so of two at the same moment one finds the state changed.
    """
    held = Member.objects.select_for_update().living().filter(pk=member.pk).first()
    if held is None or step not in open_steps(held):
        raise Conflict(NOT_FROM_HERE, name=member.name, step=step.label)
    may_take(held, step, by).insist()
    if step.reason and not reason.strip():
        raise Problem(NO_REASON, step=step.label)
    values = _values(held, step, on, union)
    values["remark"] = reason.strip()[:300] or held.remark
    for slot, name, chunks in papers:
        attach(
            name=name, chunks=chunks, subject=MEMBERS.key, subject_id=held.pk, slot=slot,
            organisation=held.organisation, by=by, at=at,
        )  # fmt: skip
    _insist_papers(held, step)
    return change_fact(
        MEMBERS, row=held, values=values, on=on, by=by, at=at, seen=seen, same_day=True,
        answered=step.actor == "receiver",
    )  # fmt: skip


@transaction.atomic
def accept_transfer(
    *, id_number: str, name: str, union: Organisation, on: dt.date, by: Post, at: dt.datetime
) -> Any:  # fmt: skip
    """Take in a member whom another union has let go; found by whole number and name only, so nobody can browse.

    The post answers for the receiving union; the leaving union has agreed by its own step. A member let go to a
    named union is taken in by that union alone.
    """
    by.may("members.edit", union).insist()
    number = normalise_id(id_number)
    digest = keyring().digest(number, ID_CONTEXT) if is_id_number(number) else ""
    found = Member.objects.select_for_update().living().filter(id_digest=digest, state="TRANSFER_OUT")
    leaving = found.exclude(id_digest="").first()
    if leaving is None or leaving.name != normalise_person_name(name) or leaving.destination_id not in (None, union.pk):
        raise NotFound(NOBODY, name=name)
    values = _values(leaving, step_of("move"), on, union)
    return change_fact(MEMBERS, row=leaving, values=values, on=on, by=by, at=at, answered=True, same_day=True)


def receiving_union(member: Any, union: Organisation | None) -> Organisation:
    """The union that is to take the member in; Problem when none is named, when it is none, when it is the same."""
    if union is None:
        raise Problem(NO_UNION)
    if level_of(union.kind) not in UNION_LEVELS:
        raise Problem(NOT_A_UNION, place=union)
    if union.pk == member.organisation_id:
        raise Conflict(SAME_UNION, name=member.name, place=union)
    return union


def _values(member: Member, step: Step, on: dt.date, union: Organisation | None) -> dict[str, Any]:
    """What the step changes in the row."""
    if step.files:
        return {"filed_on": on}
    values: dict[str, Any] = {"state": step.target, "state_on": on, "destination": None}
    if step.joins:
        _insist_age(member, on)
        values["joined_on"] = on
    if step.moves or step.key == "accept":
        values["organisation"] = receiving_union(member, union if step.moves else member.destination)
    if step.names and union is not None:
        values["destination"] = receiving_union(member, union)
    return values


def _insist_age(member: Member, on: dt.date) -> None:
    age = int(catalogue().number("member.min-age", on))
    if member.birth_date and add_years(member.birth_date, age) > on:
        raise Problem(TOO_YOUNG, name=member.name, on=on, age=age)


def _insist_papers(member: Member, step: Step) -> None:
    """Every place of evidence the step asks for holds a file."""
    there = {file.slot for file in standing_for(MEMBERS.key, member.pk)} if step.papers else set()
    slots: Mapping[str, Any] = {slot.key: slot for slot in MEMBERS.slots}
    for key in step.papers:
        if key not in there:
            raise Problem(NO_PAPER, step=step.label, paper=slots[key].label, because=slots[key].reason)
