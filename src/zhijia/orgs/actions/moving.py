"""Organisations under another parent, into another, and in two: where they hung before is kept."""

import datetime as dt

from django.db import transaction

from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.tree import is_within
from zhijia.orgs.actions.changing import end
from zhijia.orgs.actions.founding import create_organisation
from zhijia.orgs.holding import Actor, alive, free_name, hold, insist
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation, Placement, Succession
from zhijia.orgs.rules import NO_PARENT, parent_fault

CYCLE = gettext_noop("不能把“%(name)s”划到它自己的下级“%(parent)s”之下，没有改动。")
SAME_PARENT = gettext_noop("“%(name)s”已经在“%(parent)s”之下，没有改动。")
MOVED_LATER = gettext_noop("划转日期%(on)s不晚于上一次隶属变动的日期%(since)s，请核对。")
INTO_ITSELF = gettext_noop("不能把“%(name)s”并入它自己。")
OTHER_LEVEL = gettext_noop("“%(name)s”与“%(into)s”不在同一级，不能合并。")


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
    end(source, on, at)
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
