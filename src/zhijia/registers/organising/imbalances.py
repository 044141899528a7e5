"""Who keeps a monthly return from balancing: people counted on the last day otherwise than their movements say."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import valid
from zhijia.registers.organising.member_terms import COUNTED
from zhijia.registers.organising.members import Member
from zhijia.registers.organising.movements import Movement


@dataclass(frozen=True)
class Imbalance:
    """One person: how many times counted at the end beyond what opening and movements make."""

    member: int
    name: str
    difference: int


def imbalances(organisation: Organisation, first: dt.date, last: dt.date) -> Sequence[Imbalance]:
    """The people of a subtree whose rows do not fit together between two days (both included), by name."""
    opening, closing = _counted(organisation, first - dt.timedelta(days=1)), _counted(organisation, last)
    moved: Counter[int] = Counter()
    for member, delta in Movement.objects.within(organisation.path).filter(
        since__gte=first, since__lte=last
    ).values_list("member", "delta"):  # fmt: skip
        moved[member] += delta
    odd = {each: closing[each] - opening[each] - moved[each] for each in {*opening, *closing, *moved}}
    odd = {each: difference for each, difference in odd.items() if difference}
    names = dict(Member.objects.filter(pk__in=list(odd)).values_list("pk", "name"))
    return sorted((Imbalance(each, names[each], odd[each]) for each in odd), key=lambda one: (one.name, one.member))


def _counted(organisation: Organisation, day: dt.date) -> Counter[int]:
    return Counter(_things(organisation, day))


def _things(organisation: Organisation, day: dt.date) -> Iterator[int]:
    rows = Member.objects.within(organisation.path).filter(valid(day), state__in=COUNTED)
    for pk, thing in rows.values_list("pk", "version_of"):
        yield thing or pk
