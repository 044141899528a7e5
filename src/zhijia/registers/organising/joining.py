"""Applying for membership oneself: the application goes to the union, whose steps of membership decide it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from zhijia.accounts.actions.codes import name_account
from zhijia.accounts.member_accounts import MemberAccount, mobile_of
from zhijia.evidence.actions import attach
from zhijia.evidence.queries import standing_for
from zhijia.journal.actions import record
from zhijia.kit.identity.id_number import is_id_number, normalise_id
from zhijia.kit.identity.person_name import normalise_person_name
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import record_fact
from zhijia.registers.base.sealing import keyring
from zhijia.registers.organising.members import BAD_ID, HELD, ID_CONTEXT, MEMBERS, Member
from zhijia.registers.organising.own import APPLICATION, own_rows

NO_UNION = gettext_noop("请先选择您要加入的工会。")
NO_NAME = gettext_noop("请填写姓名。")
OTHER_PERSON = gettext_noop("这个账号已用于另一位会员，请用本人的手机号码登录后申请。")
ASKED_ALREADY = gettext_noop("您已在%(on)s申请加入“%(union)s”，请等答复。")
MEMBER_ALREADY = gettext_noop("您已是“%(union)s”的会员，不用再申请；换了单位请办转会。")
NOT_OPEN = gettext_noop("这份申请已经有了结果，不能再补材料。")
MOST_PAPERS = 12
TOO_MANY = gettext_noop("已经上传了%(count)s份材料，够用了；要更换请联系单位工会。")

Paper = tuple[str, Iterable[bytes]]


@transaction.atomic
def apply_for_membership(
    *, account: MemberAccount, name: str, id_number: str, union: Organisation | None, on: dt.date, at: dt.datetime,
    paper: Paper | None = None,
) -> Any:  # fmt: skip
    """A new row in the state "applied", seen by the union at once. `paper`: name and bytes of the written application.

    Problem for what cannot be read; Conflict when this account's person has asked or is a member already. What the
    roll knows of others under the same id number is not told here: the union sees it when it decides.
    """
    name, number = normalise_person_name(name), normalise_id(id_number)
    if union is None:
        raise Problem(NO_UNION)
    if not name:
        raise Problem(NO_NAME)
    if not is_id_number(number):
        raise Problem(BAD_ID)
    person = keyring().digest(number, ID_CONTEXT)
    if account.person not in ("", person):
        raise Conflict(OTHER_PERSON)
    MemberAccount.objects.select_for_update().get(pk=account.pk)
    name_account(account=account, person=person, name=name)
    for row in own_rows(account):
        told = {"union": row.organisation, "on": row.state_on or row.since}
        if row.state == "APPLIED":
            raise Conflict(ASKED_ALREADY, **told)
        if row.state in HELD:
            raise Conflict(MEMBER_ALREADY, **told)
    values = {
        "organisation": union, "name": name, "id_number": number, "mobile": mobile_of(account), "since": on,
        "state": "APPLIED", "state_on": on, "confirmed_on": on,
    }  # fmt: skip
    made: Any = record_fact(MEMBERS, values=values, by=None, at=at)
    record(kind="member.applied", by=None, at=at, organisation=union.pk, subject=MEMBERS.key, subject_id=made.pk,
           detail={"name": name, "union": union})  # fmt: skip
    if paper is not None:
        add_paper(row=made, paper=paper, at=at)
    return made


@transaction.atomic
def add_paper(*, row: Member, paper: Paper, at: dt.datetime) -> None:
    """One more paper to an application that waits; whoever calls has made sure that it is the person's own."""
    if row.state != "APPLIED":
        raise Conflict(NOT_OPEN)
    there = papers_of(row)
    if len(there) >= MOST_PAPERS:
        raise Problem(TOO_MANY, count=len(there))
    name, chunks = paper
    attach(name=name, chunks=chunks, subject=MEMBERS.key, subject_id=row.pk, slot=APPLICATION,
           organisation=row.organisation, by=None, at=at)  # fmt: skip


def papers_of(row: Member) -> list[Any]:
    """The papers put to the application, oldest first."""
    return [file for file in standing_for(MEMBERS.key, row.pk) if file.slot == APPLICATION]
