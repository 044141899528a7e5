"""The only writers of the tree. Each locks it, checks, acts, and leaves a line in the journal."""

import datetime as dt

from django.db import transaction

from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.kit.text.search import search_key
from zhijia.kit.tree import is_within
from zhijia.orgs.holding import Actor, alive, children, free_name, hold, insist
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation, Placement, Succession
from zhijia.orgs.rules import DIVISION_DIGITS, NO_PARENT, group_of, next_code, parent_fault

CYCLE = gettext_noop("不能把“%(name)s”划到它自己的下级“%(parent)s”之下，没有改动。")
SAME_PARENT = gettext_noop("“%(name)s”已经在“%(parent)s”之下，没有改动。")
HAS_CHILDREN = gettext_noop("“%(name)s”还有%(count)s个下级组织（如“%(first)s”），请先划转或撤销它们。")
MOVED_LATER = gettext_noop("划转日期%(on)s不晚于上一次隶属变动的日期%(since)s，请核对。")
INTO_ITSELF = gettext_noop("不能把“%(name)s”并入它自己。")
OTHER_LEVEL = gettext_noop("“%(name)s”与“%(into)s”不在同一级，不能合并。")
NOTHING = gettext_noop("没有任何改动。")
COUNTY_STANDS = gettext_noop("县总工会“%(name)s”已经建立，一个系统只管一个县。")
BAD_DIVISION = gettext_noop("行政区划代码“%(division)s”应为6位数字。")
COUNTY = "10"
CHANGEABLE = ("name", "short_name", "aliases", "group", "sort")


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
    node.search = _search(node)
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
    node.search = _search(node)
    Organisation.objects.add_child(parent, instance=node)
    Placement.objects.create(organisation=node, parent=parent, since=on, recorded_at=at)
    record(
        kind="org.created", by=by, at=at, organisation=node.pk, subject="org", subject_id=node.pk, detail={"name": name}
    )
    return node


@transaction.atomic
def change_organisation(
    *, organisation: Organisation, by: Actor | None, at: dt.datetime, **values: object
) -> Organisation:
    """Change name, short name, aliases, group or sort. TypeError for any other word: that is a programming fault."""
    if unknown := set(values) - set(CHANGEABLE):
        raise TypeError(f"cannot change {sorted(unknown)}")
    (node,) = hold(organisation)
    insist(by, node)
    parent = Organisation.objects.get_parent(node)
    if "name" in values and parent is not None:
        free_name(parent, str(values["name"]), but=node)
    changed = {field: (getattr(node, field), new) for field, new in values.items() if getattr(node, field) != new}
    if not changed:
        raise Problem(NOTHING)
    for field, (_, new) in changed.items():
        setattr(node, field, new)
    node.search = _search(node)
    node.save(update_fields=[*changed, "search"])
    labels = {field: Organisation._meta.get_field(field).verbose_name for field in changed}
    told = "，".join(f"{labels[field]} {old or '—'}→{new or '—'}" for field, (old, new) in changed.items())
    record(kind="org.changed", by=by, at=at, organisation=node.pk, subject="org", subject_id=node.pk,
           detail={"name": node.name, "changes": told})  # fmt: skip
    return node


@transaction.atomic
def move_organisation(
    *, organisation: Organisation, parent: Organisation, on: dt.date, by: Actor | None, at: dt.datetime
) -> Organisation:
    """Hang an organisation with all below it under another parent from `on`; where it hung before is kept."""
    node, target = hold(organisation, parent)
    insist(by, node, target)
    alive(node, on, at)
    alive(target, on, at)
    old = Organisation.objects.get_parent(node)
    if old is None:
        raise Problem(NO_PARENT)
    if is_within(target.path, node.path):
        raise Problem(CYCLE, name=node, parent=target)
    if old.pk == target.pk:
        raise Problem(SAME_PARENT, name=node, parent=target)
    if fault := parent_fault(node.kind, target.kind):
        raise fault
    free_name(target, node.name)
    _replace(node, old, target, on, at)
    Organisation.objects.move(node, target, pos="last-child")
    record(kind="org.moved", by=by, at=at, organisation=node.pk, subject="org", subject_id=node.pk,
           detail={"name": node.name, "old": old, "new": target})  # fmt: skip
    return Organisation.objects.get(pk=node.pk)


@transaction.atomic
def merge_organisations(
    *, source: Organisation, into: Organisation, on: dt.date, by: Actor | None, at: dt.datetime
) -> Succession:
    """End `source` in `into`: the nodes and the thread between them. What the registers hold is moved above."""
    source, into = hold(source, into)
    insist(by, source, into)
    if source.pk == into.pk:
        raise Problem(INTO_ITSELF, name=source)
    if level_of(source.kind) != level_of(into.kind):
        raise Problem(OTHER_LEVEL, name=source, into=into)
    alive(into, on, at)
    _end(source, on, at)
    thread = Succession.objects.create(kind=Succession.Kind.MERGED, before=source, after=into, on=on)
    record(kind="org.merged", by=by, at=at, organisation=source.pk, subject="org", subject_id=source.pk,
           detail={"name": source.name, "into": into.name})  # fmt: skip
    return thread


@transaction.atomic
def split_organisation(
    *, organisation: Organisation, name: str, on: dt.date, by: Actor | None, at: dt.datetime, short_name: str = ""
) -> Organisation:
    """Set up a new organisation of the same kind beside the old one, with the thread between them."""
    (node,) = hold(organisation)
    insist(by, node)
    alive(node, on, at)
    parent = Organisation.objects.get_parent(node)
    if parent is None:
        raise Problem(NO_PARENT)
    part = create_organisation(
        parent=parent, kind=node.kind, name=name, short_name=short_name, group=node.group, on=on, by=by, at=at
    )
    Succession.objects.create(kind=Succession.Kind.SPLIT, before=node, after=part, on=on)
    record(kind="org.split", by=by, at=at, organisation=node.pk, subject="org", subject_id=node.pk,
           detail={"name": node.name, "part": name})  # fmt: skip
    return part


@transaction.atomic
def close_organisation(*, organisation: Organisation, on: dt.date, by: Actor | None, at: dt.datetime) -> Organisation:
    """End an organisation from `on`. Problem while anything active hangs below it."""
    (node,) = hold(organisation)
    insist(by, node)
    _end(node, on, at)
    record(kind="org.closed", by=by, at=at, organisation=node.pk, subject="org", subject_id=node.pk,
           detail={"name": node.name, "on": on})  # fmt: skip
    return node


def _end(node: Organisation, on: dt.date, at: dt.datetime) -> None:
    alive(node, on, at)
    if node.depth == 1:
        raise Problem(NO_PARENT)
    below = list(children(node))
    if below:
        raise Conflict(HAS_CHILDREN, name=node, count=len(below), first=below[0])
    node.valid_until = on
    node.save(update_fields=["valid_until"])
    Placement.objects.filter(organisation=node, until__isnull=True).update(until=on)


def _replace(node: Organisation, old: Organisation, target: Organisation, on: dt.date, at: dt.datetime) -> None:
    """Close the present placement and open the next; an organisation older than the book gets its first line here."""
    present = Placement.objects.filter(organisation=node, until__isnull=True).first()
    if present is None:
        present = Placement(organisation=node, parent=old, since=node.valid_from)
    if on <= present.since:
        raise Problem(MOVED_LATER, on=on, since=present.since)
    present.until = on
    present.save()
    Placement.objects.create(organisation=node, parent=target, since=on, recorded_at=at)


def _codes(division: str, kind: str) -> list[str]:
    return list(
        Organisation.objects.filter(code__startswith=division[:DIVISION_DIGITS] + kind).values_list("code", flat=True)
    )


def _search(node: Organisation) -> str:
    aliases = [word for word in (node.short_name, *str(node.aliases).split("；")) if word]
    return search_key(node.name, aliases)[:600]
