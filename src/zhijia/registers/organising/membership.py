"""The life of a membership (会籍): which step leads from which state to which, and who answers for it.

Membership follows the work: one joins once and is passed on; every step is a dated change of the member's row.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.identity.id_number import is_id_number, normalise_id
from zhijia.kit.identity.person_name import normalise_person_name
from zhijia.kit.problem import Conflict, NotFound, Problem, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import change_fact
from zhijia.registers.base.sealing import keyring
from zhijia.registers.organising.members import ID_CONTEXT, MEMBERS, Member

NOT_FROM_HERE = gettext_noop("“%(name)s”现在的会籍状态不能办理“%(step)s”，请刷新后再看。")
NO_REASON = gettext_noop("办理“%(step)s”需要写明原因。")
NO_UNION = gettext_noop("转会需要写明接收的基层工会。")
NOT_A_UNION = gettext_noop("“%(place)s”不是基层工会，不能接收会员。")
SAME_UNION = gettext_noop("“%(name)s”已经在“%(place)s”，不用转会。")
NOBODY = gettext_noop("没有找到转出待接收的“%(name)s”：请核对姓名和身份证号，并确认原工会已办理转出。")
UNION_LEVELS = ("union", "branch")


@dataclass(frozen=True)
class Step:
    """One step of the life cycle. `moves`: the receiving union must be named. `joins`: membership starts that day."""

    key: str
    label: str | Promise
    sources: tuple[str, ...]
    target: str
    reason: bool = True
    moves: bool = False
    joins: bool = False


STEPS: Sequence[Step] = (
    Step("approve", _("批准入会"), ("APPLIED",), "ACTIVE", reason=False, joins=True),
    Step("move", _("转会"), ("ACTIVE", "TRANSFER_OUT"), "ACTIVE", moves=True),
    Step("transfer-out", _("办理转出"), ("ACTIVE",), "TRANSFER_OUT"),
    Step("recall", _("撤回转出"), ("TRANSFER_OUT",), "ACTIVE"),
    Step("retain", _("保留会籍"), ("ACTIVE",), "RETAINED"),
    Step("resume", _("恢复会籍"), ("RETAINED",), "ACTIVE"),
    Step("withdraw", _("退会"), ("ACTIVE", "RETAINED"), "WITHDRAWN"),
    Step("lapse", _("视为自动退会"), ("ACTIVE",), "LAPSED"),
    Step("expel", _("开除会籍"), ("ACTIVE",), "EXPELLED"),
    Step("deceased", _("死亡注销"), ("ACTIVE", "RETAINED", "TRANSFER_OUT"), "DECEASED", reason=False),
)
_BY_KEY: Mapping[str, Step] = {step.key: step for step in STEPS}


def steps_from(state: str) -> Sequence[Step]:
    """The steps open to a member in that state."""
    return [step for step in STEPS if state in step.sources]


def step_of(key: str) -> Step:
    """A step by key; NotFound for a word nobody knows."""
    if key not in _BY_KEY:
        raise NotFound(gettext_noop("没有会籍步骤“%(key)s”。"), key=key)
    return _BY_KEY[key]


def take_step(
    *,
    member: Member,
    step: Step,
    on: dt.date,
    by: Post,
    at: dt.datetime,
    reason: str = "",
    union: Organisation | None = None,
    seen: dt.datetime | None = None,
) -> Any:
    """Take one step on a day; Conflict when the member's state does not allow it, Problem for what is missing."""
    if member.state not in step.sources:
        raise Conflict(NOT_FROM_HERE, name=member.name, step=step.label)
    if step.reason and not reason.strip():
        raise Problem(NO_REASON, step=step.label)
    values: dict[str, Any] = {"state": step.target, "remark": reason.strip()[:300] or member.remark}
    if step.joins:
        values["joined_on"] = on
    if step.moves:
        values["organisation"] = _receiving(member, union)
    return change_fact(MEMBERS, row=member, values=values, on=on, by=by, at=at, seen=seen)


def accept_transfer(
    *, id_number: str, name: str, union: Organisation, on: dt.date, by: Post, at: dt.datetime
) -> Any:  # fmt: skip
    """Take in a member whom another union has let go; found by whole number and name only, so nobody can browse.

    The post answers for the receiving union; the leaving union has agreed by its own step.
    """
    by.may("members.edit", union).insist()
    number = normalise_id(id_number)
    digest = keyring().digest(number, ID_CONTEXT) if is_id_number(number) else ""
    leaving = Member.objects.living().filter(id_digest=digest, state="TRANSFER_OUT").exclude(id_digest="").first()
    if leaving is None or leaving.name != normalise_person_name(name):
        raise NotFound(NOBODY, name=name)
    values = {"state": "ACTIVE", "organisation": _receiving(leaving, union)}
    return change_fact(MEMBERS, row=leaving, values=values, on=on, by=by, at=at, let_go=True)


def _receiving(member: Any, union: Organisation | None) -> Organisation:
    if union is None:
        raise Problem(NO_UNION)
    if level_of(union.kind) not in UNION_LEVELS:
        raise Problem(NOT_A_UNION, place=union)
    if union.pk == member.organisation_id:
        raise Conflict(SAME_UNION, name=member.name, place=union)
    return union
