"""What the founding steps bring about: the union exists from the day of the reply, the acceptance is written on it."""

from collections.abc import Mapping
from typing import Any

from zhijia.cases.founding.answers import last_day_of_term, parent_of
from zhijia.cases.procedures import Act, Effect, Facts
from zhijia.kit.problem import Conflict, NotFound, gettext_noop
from zhijia.registers.base.actions import change_fact, correct_fact
from zhijia.registers.organising.actions import found_union
from zhijia.registers.organising.unions import UNIONS, Union

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
    return {"union": union.pk, "reply_no": act.number}


def standardise(act: Act) -> Facts:
    """The acceptance is written on the union; by its day all six bodies stood, if no earlier day is known."""
    union = union_of(act)
    values: Mapping[str, Any] = {"standardised_on": act.on, "six_bodies_on": union.six_bodies_on or act.on}
    if union.since == act.on:
        correct_fact(UNIONS, row=union, values=values, by=act.by, at=act.at)
    else:
        change_fact(UNIONS, row=union, values=values, on=act.on, by=act.by, at=act.at)
    return {"union": union.pk}


def union_of(act: Act) -> Any:
    """The union this case founded."""
    union = Union.objects.living().filter(pk=act.state.done["reply"].data["made"]["union"]).first()
    if union is None:
        raise NotFound(NOT_THERE)
    return union


EFFECTS: Mapping[str, Effect] = {"founded": found, "standardised": standardise}
