"""Which bodies a union must have (应设机构): by members, women members, employees, own account and kind of workplace."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.organising.rules.chair import runs_as_enterprise
from zhijia.schemes.catalogue import catalogue

Owed = Literal["owed", "officer", "advised", "free"]
ALWAYS = gettext_noop("基层工会都要设工会委员会。")
AUDIT = gettext_noop("独立核算且会员%(members)s人，满%(least)s人应设经费审查委员会（依据：%(source)s）。")
AUDITOR = gettext_noop("会员%(members)s人不足%(least)s人或不独立核算，设经审委员一人即可（依据：%(source)s）。")
WOMEN = gettext_noop("女会员%(women)s人，满%(least)s人应设女职工委员会（依据：%(source)s）。")
WOMAN = gettext_noop("女会员%(women)s人，不足%(least)s人的设女职工委员一人（依据：%(source)s）。")
ENTERPRISE = gettext_noop("企业应设。")
ADVISED = gettext_noop("企业提倡设立。")
CONGRESS = gettext_noop("企业事业单位应建立职工代表大会制度，职工少的可以开职工大会。")
MERGED = gettext_noop("职工%(employees)s人，不足%(least)s人的可与劳动法律监督委员会合设（依据：%(source)s）。")
NOT_HERE = gettext_noop("本单位不要求。")


@dataclass(frozen=True)
class Size:
    """What decides the duty of one union."""

    unit_kind: str
    members: int
    women: int
    employees: int
    own_account: bool


@dataclass(frozen=True)
class Duty:
    """Whether a body is owed, an officer is enough, it is advised or free, and the sentence why."""

    body: str
    owed: Owed
    because: Problem


def duties_of(size: Size, on: dt.date) -> Sequence[Duty]:
    """The duties of a union on a day, in the order of the code list of bodies."""
    enterprise = size.unit_kind == "E"
    return (
        Duty("UC", "owed", Problem(ALWAYS)),
        _audit(size, on),
        _women(size, on),
        Duty("LM", "owed", Problem(ENTERPRISE)) if enterprise else Duty("LM", "free", Problem(NOT_HERE)),
        Duty("LS", "advised", Problem(ADVISED)) if enterprise else Duty("LS", "free", Problem(NOT_HERE)),
        _protection(size, on),
        _congress(size),
    )


def missing_of(size: Size, present: Collection[str], on: dt.date) -> Sequence[Duty]:
    """Duties not met by the bodies that stand; supervision of safety may rest with that of labour law in small ones."""
    return [
        duty for duty in duties_of(size, on)
        if duty.owed == "owed" and duty.body not in present and not _stands_in(duty, present, size, on)
    ]  # fmt: skip


def _stands_in(duty: Duty, present: Collection[str], size: Size, on: dt.date) -> bool:
    small = size.employees < catalogue().number("body.merged-below-employees", on)
    return duty.body == "SP" and small and "LS" in present


def _audit(size: Size, on: dt.date) -> Duty:
    rule = catalogue().parameter("body.audit-members", on)
    told: Mapping[str, object] = {"members": size.members, "least": int(rule.value), "source": rule.source}
    if size.own_account and size.members >= rule.value:
        return Duty("FA", "owed", Problem(AUDIT, **told))
    return Duty("FA", "officer", Problem(AUDITOR, **told))


def _women(size: Size, on: dt.date) -> Duty:
    rule = catalogue().parameter("body.women-members", on)
    told: Mapping[str, object] = {"women": size.women, "least": int(rule.value), "source": rule.source}
    if size.women >= rule.value:
        return Duty("WC", "owed", Problem(WOMEN, **told))
    return Duty("WC", "officer", Problem(WOMAN, **told))


def _protection(size: Size, on: dt.date) -> Duty:
    if size.unit_kind != "E":
        return Duty("SP", "free", Problem(NOT_HERE))
    rule = catalogue().parameter("body.merged-below-employees", on)
    if size.employees >= rule.value:
        return Duty("SP", "owed", Problem(ENTERPRISE))
    told: Mapping[str, object] = {"employees": size.employees, "least": int(rule.value), "source": rule.source}
    return Duty("SP", "owed", Problem(MERGED, **told))


def _congress(size: Size) -> Duty:
    if size.unit_kind == "I" or runs_as_enterprise(size.unit_kind):
        return Duty("SC", "owed", Problem(CONGRESS))
    return Duty("SC", "free", Problem(NOT_HERE))
