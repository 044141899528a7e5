"""Setting organisations up: the county itself, and whatever comes below another."""

import datetime as dt

from django.db import transaction

from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.kit.text.search import search_key
from zhijia.orgs.holding import Actor, alive, free_name, hold, insist
from zhijia.orgs.models import Organisation, Placement
from zhijia.orgs.rules import DIVISION_DIGITS, group_of, next_code, parent_fault

COUNTY_STANDS = gettext_noop("县总工会“%(name)s”已经建立，一个系统只管一个县。")
BAD_DIVISION = gettext_noop("行政区划代码“%(division)s”应为6位数字。")
COUNTY = "10"


@transaction.atomic
def create_county(*, name: str, division: str, on: dt.date, at: dt.datetime, short_name: str = "") -> Organisation:
    """The root of an empty house: the county federation. Conflict when there is one."""
    present = Organisation.objects.filter(depth=1).first()
    if present is not None:
        raise Conflict(COUNTY_STANDS, name=present.name)
    if len(division) != DIVISION_DIGITS or not (division.isascii() and division.isdigit()):
        raise Problem(BAD_DIVISION, division=division)
    node = Organisation(
        code=next_code(division, COUNTY, ()), kind=COUNTY, name=name, short_name=short_name, valid_from=on
    )
    node.search = search_of(node)
    Organisation.objects.add_root(instance=node)
    record(kind="org.created", by=None, at=at, organisation=node.pk, subject="org", subject_id=node.pk,
           detail={"name": name})  # fmt: skip
    return node


@transaction.atomic
def create_organisation(
    *,
    parent: Organisation,
    kind: str,
    name: str,
    on: dt.date,
    by: Actor | None,
    at: dt.datetime,
    short_name: str = "",
    aliases: str = "",
    group: str | None = None,
    sort: int = 0,
    code: str = "",
) -> Organisation:
    """Set up an organisation below `parent` from `on`. Problem for a kind not allowed there.

    Its code is given here, unless the sheet it comes from brings one (the caller has seen that it is free).
    """
    (parent,) = hold(parent)
    insist(by, parent)
    alive(parent, on, at)
    if fault := parent_fault(kind, parent.kind):
        raise fault
    free_name(parent, name)
    division = str(parent.code)
    node = Organisation(
        code=code or next_code(division, kind, _codes(division, kind)), kind=kind, name=name, short_name=short_name,
        aliases=aliases, group=group_of(kind) if group is None else group, valid_from=on, sort=sort,
    )  # fmt: skip
    node.search = search_of(node)
    Organisation.objects.add_child(parent, instance=node)
    Placement.objects.create(organisation=node, parent=parent, since=on, recorded_at=at)
    record(
        kind="org.created", by=by, at=at, organisation=node.pk, subject="org", subject_id=node.pk, detail={"name": name}
    )
    return node


def _codes(division: str, kind: str) -> list[str]:
    return list(
        Organisation.objects.filter(code__startswith=division[:DIVISION_DIGITS] + kind).values_list("code", flat=True)
    )


def search_of(node: Organisation) -> str:
    """What an organisation is found by: its name, short name and other names, in signs and in pinyin."""
    aliases = [word for word in (node.short_name, *str(node.aliases).split("；")) if word]
    return search_key(node.name, aliases)[:600]
