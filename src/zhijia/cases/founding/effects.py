"""What the founding steps bring about: from the day of the reply the union exists and its committee holds office; the
acceptance is written on it, with the bodies it found."""

from collections.abc import Mapping
from typing import Any

from zhijia.cases.founding.answers import last_day_of_term, names_of, parent_of
from zhijia.cases.procedures import Act, Effect, Facts
from zhijia.kit.problem import Conflict, NotFound, gettext_noop
from zhijia.registers.base.actions import change_fact, correct_fact, record_fact
from zhijia.registers.organising.actions import found_union
from zhijia.registers.organising.bodies import BODIES, UnionBody
from zhijia.registers.organising.positions import POSITIONS
from zhijia.registers.organising.unions import UNIONS, Union
from zhijia.schemes.catalogue import catalogue

HAS_UNION = gettext_noop("“%(name)s”已经建会，不用再办建会。")
NOT_THERE = gettext_noop("这个办件所建的工会找不到了，请联系县总工会办公室。")


def may_begin(row: Any) -> None:
    """A workplace without a union."""
    if row.union_id is not None:
        raise Conflict(HAS_UNION, name=row.name)


def found(act: Act) -> Facts:
    """The union is founded on the day of the reply, under its number; the case goes to the union's own place."""
    union = found_union(
        parent=parent_of(act),
        kind=str(act.answers["union_kind"]),
        name=str(act.answers["union_name"]),
        unit_kind=act.row.unit_kind,
        founded_on=act.on,
        reply_no=act.number,
        by=act.by,
        at=act.at,
        employers=[act.row],
        term_ends=last_day_of_term(act),
        more={"requested_on": act.state.done["request"].on},
    )
    act.case.organisation = union.organisation
    seat_committee(act, union)
    return {"union": union.pk, "reply_no": act.number}


def seat_committee(act: Act, union: Any) -> None:
    """Who was elected holds office from the day of the reply: the chair, then the members of the committee."""
    chair = str(act.answers["chair"])
    members = [name for name in names_of(str(act.answers["committee"])) if name != chair]
    common = {
        "organisation": union.organisation,
        "body": "UC",
        "starts_on": act.on,
        "since": act.on,
        "reply_no": act.number,
    }
    for name, role in ((chair, "chair"), *((name, "member") for name in members)):
        record_fact(POSITIONS, values={**common, "name": name, "role": role}, by=act.by, at=act.at)


def standardise(act: Act) -> Facts:
    """The acceptance is written on the union; a body it found standing is entered, if the register does not know it."""
    union = union_of(act)
    enter_bodies(act, union)
    values: Mapping[str, Any] = {"standardised_on": act.on}
    if union.since == act.on:
        correct_fact(UNIONS, row=union, values=values, by=act.by, at=act.at)
    else:
        change_fact(UNIONS, row=union, values=values, on=act.on, by=act.by, at=act.at)
    return {"union": union.pk}


def enter_bodies(act: Act, union: Any) -> None:
    """Bodies that the checklist of the acceptance marks as standing, from the day it was made."""
    known = set(UnionBody.objects.living().filter(union=union, ends_on__isnull=True).values_list("body", flat=True))
    for name, result in act.inspected.items():
        items = catalogue().checklists[name].presets[result["preset"]].items
        for key, mark in result["marks"].items():
            body = items[key].body
            if mark == "yes" and body and body not in known:
                values = {"union": union, "body": body, "established_on": act.on, "since": act.on}
                record_fact(BODIES, values=values, by=act.by, at=act.at)


def union_of(act: Act) -> Any:
    """The union this case founded."""
    union = Union.objects.living().filter(pk=act.state.done["reply"].data["made"]["union"]).first()
    if union is None:
        raise NotFound(NOT_THERE)
    return union


EFFECTS: Mapping[str, Effect] = {"founded": found, "standardised": standardise}
