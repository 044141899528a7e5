"""What the answers of a founding must be: group, place, quorum, majority."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from zhijia.cases.procedures import Act
from zhijia.kit.period import add_months
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import by_code
from zhijia.registers.organising.rules.election_votes import majority, number, quorum

WRONG_PLACE = gettext_noop("拟隶属的上级工会“%(name)s”不在%(place)s之下，请核对编码。")
GROUP = gettext_noop("筹备组应为%(least)s至%(most)s人，现填%(count)s人，请核对。")
NOT_IN_GROUP = gettext_noop("筹备组组长%(head)s不在筹备组成员中，请核对。")
PRESENT = gettext_noop("实到会人数%(present)s多于应到会人数%(entitled)s，请核对。")
NO_QUORUM = gettext_noop("应到会%(entitled)s人，实到会%(present)s人，至少要到%(least)s人，选举无效。")
NO_MAJORITY = gettext_noop("应到会%(entitled)s人，主席得票%(votes)s票，至少要%(least)s票，不能当选。")


def suggested(row: Any) -> Mapping[str, str]:
    """The usual name and form of a union of this workplace."""
    return {"union_name": f"{row.name}工会委员会", "union_kind": "40"}


def names_of(text: str) -> list[str]:
    """Names as officers list them."""
    for sign in "，,；;/ \u3000\n":
        text = text.replace(sign, "、")
    return [name for name in text.split("、") if name]


def check_answers(act: Act) -> None:
    """What a founding asks: a group neither too small nor too large, a quorum, enough votes of those entitled.

    Trade union election rules EL-3 and EL-4, and the size of the group, by the parameters of the day.
    """
    told = act.answers
    if act.step.key == "request":
        group = names_of(str(told["group"]))
        least, most = (number(f"founding.group-{end}", act.on) for end in ("min", "max"))
        if not least <= len(group) <= most:
            raise Problem(GROUP, count=len(group), least=least, most=most)
        if str(told["group_head"]) not in group:
            raise Problem(NOT_IN_GROUP, head=told["group_head"])
        parent_of(act)
    if act.step.key == "elect":
        entitled, present, votes = (int(Decimal(str(told[key]))) for key in ("entitled", "present", "votes"))
        if present > entitled:
            raise Problem(PRESENT, present=present, entitled=entitled)
        if present < (asked := quorum(entitled, act.on)):
            raise Problem(NO_QUORUM, present=present, entitled=entitled, least=asked)
        if votes < (asked := majority(entitled, act.on)):
            raise Problem(NO_MAJORITY, votes=votes, entitled=entitled, least=asked)


def parent_of(act: Act) -> Organisation:
    """The union above: the one named in the request, which must lie where the workplace does; else that place itself."""
    place: Organisation = act.row.organisation
    code = str(act.answers.get("union_parent", "")).strip()
    if not code:
        return place
    parent = by_code(code)
    if not Organisation.objects.within(place.committee_path).filter(pk=parent.pk).exists():
        raise Problem(WRONG_PLACE, name=parent.name, place=place.name)
    return parent


def last_day_of_term(act: Act) -> dt.date:
    """Last day of the first term."""
    years = int(str(act.answers["term_years"]))
    return add_months(act.on, 12 * years) - dt.timedelta(days=1)
