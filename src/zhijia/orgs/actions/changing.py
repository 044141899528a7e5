"""Names, groups and order of an organisation, and the end of one."""

import datetime as dt

from django.db import transaction

from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.actions.founding import search_of
from zhijia.orgs.holding import Actor, alive, children, free_name, hold, insist
from zhijia.orgs.models import Organisation, Placement
from zhijia.orgs.rules import NO_PARENT

HAS_CHILDREN = gettext_noop("“%(name)s”还有%(count)s个下级组织（如“%(first)s”），请先划转或撤销它们。")
NOTHING = gettext_noop("没有任何改动。")
CHANGEABLE = ("name", "short_name", "aliases", "group", "sort")


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
    node.search = search_of(node)
    node.save(update_fields=[*changed, "search"])
    labels = {field: Organisation._meta.get_field(field).verbose_name for field in changed}
    told = "，".join(f"{labels[field]} {old or '—'}→{new or '—'}" for field, (old, new) in changed.items())
    record(kind="org.changed", by=by, at=at, organisation=node.pk, subject="org", subject_id=node.pk,
           detail={"name": node.name, "changes": told})  # fmt: skip
    return node


@transaction.atomic
def close_organisation(*, organisation: Organisation, on: dt.date, by: Actor | None, at: dt.datetime) -> Organisation:
    """End an organisation from `on`. Problem while anything active hangs below it."""
    (node,) = hold(organisation)
    insist(by, node)
    end(node, on, at)
    record(kind="org.closed", by=by, at=at, organisation=node.pk, subject="org", subject_id=node.pk,
           detail={"name": node.name, "on": on})  # fmt: skip
    return node


def end(node: Organisation, on: dt.date, at: dt.datetime) -> None:
    """The end of a node that is held already. Conflict while anything active hangs below it."""
    alive(node, on, at)
    if node.depth == 1:
        raise Problem(NO_PARENT)
    below = list(children(node))
    if below:
        raise Conflict(HAS_CHILDREN, name=node, count=len(below), first=below[0])
    node.valid_until = on
    node.save(update_fields=["valid_until"])
    Placement.objects.filter(organisation=node, until__isnull=True).update(until=on)
