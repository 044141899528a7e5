"""What keeps members from being complete by real name (实名完整): which fields are missing, per union and per person."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from zhijia.accounts.models import Post
from zhijia.kit.period import add_months
from zhijia.orgs.models import Organisation
from zhijia.registers.organising.member_terms import COUNTED, complete_on
from zhijia.registers.organising.members import Member
from zhijia.schemes.catalogue import catalogue

# Fields that must be filled, each with the name of the model's field that shows its label.
FILLED: Mapping[str, Q] = {
    "id_sealed": Q(id_digest=""), "nation": Q(nation=""), "education": Q(education=""), "political": Q(political=""),
    "mobile_sealed": Q(mobile_tail=""), "hukou_type": Q(hukou_type=""), "employ_form": Q(employ_form=""),
    "joined_on": Q(joined_on__isnull=True),
}  # fmt: skip
CONFIRMED = "confirmed_on"


@dataclass(frozen=True)
class Gaps:
    """One union: members counted, how many lack each field (in the order of `fields`), how many lack anything."""

    organisation: Organisation
    members: int
    lacking: Sequence[int]
    incomplete: int


def fields() -> Sequence[tuple[str, Any]]:
    """The mandatory fields with their labels, the member's own confirmation last."""
    return [(name, Member._meta.get_field(name).verbose_name) for name in (*FILLED, CONFIRMED)]  # type: ignore[union-attr]


def gaps_by_union(post: Post, on: dt.date) -> Sequence[Gaps]:
    """Per union inside the post's scope, the most incomplete first; one query over the members."""
    post.may("members.view").insist()
    columns = {f"n{at}": Count("pk", filter=condition) for at, condition in enumerate(_conditions(on).values())}
    rows = Member.objects.visible_to(post).living().filter(state__in=COUNTED).order_by()
    counted = rows.values("organisation").annotate(
        members=Count("pk"), whole=Count("pk", filter=complete_on.build(on)), **columns
    )
    found: list[dict[str, Any]] = list(counted)  # type: ignore[arg-type]
    places = Organisation.objects.in_bulk([row["organisation"] for row in found])
    gaps = [
        Gaps(
            places[row["organisation"]], row["members"], [row[name] for name in columns], row["members"] - row["whole"]
        )
        for row in found
    ]
    return sorted(gaps, key=lambda each: (-each.incomplete, each.organisation.path))


def incomplete_members(post: Post, on: dt.date, place: Organisation, lacks: str = "") -> Any:
    """Members of one union who are not complete; `lacks` narrows to those without one field."""
    post.may("members.view", place).insist()
    rows = Member.objects.visible_to(post).living().filter(state__in=COUNTED, organisation=place)
    condition = _conditions(on).get(lacks) or ~complete_on.build(on)
    return rows.filter(condition).order_by("sort_pinyin", "pk")


def missing_of(on: dt.date) -> Callable[[Any], Sequence[str]]:
    """For one member the names of the fields that are missing, in the order of `fields`."""
    latest = _confirmed_after(on)

    def missing(row: Any) -> list[str]:
        empty = {"id_sealed": not row.id_digest, "mobile_sealed": not row.mobile_tail}
        lacking = [name for name in FILLED if empty.get(name, not getattr(row, name))]
        stale = row.confirmed_on is None or not latest < row.confirmed_on <= on
        return [*lacking, *([CONFIRMED] if stale else [])]

    return missing


def _conditions(on: dt.date) -> Mapping[str, Q]:
    stale = Q(confirmed_on__isnull=True) | Q(confirmed_on__lte=_confirmed_after(on)) | Q(confirmed_on__gt=on)
    return {**FILLED, CONFIRMED: stale}


def _confirmed_after(on: dt.date) -> dt.date:
    return add_months(on, -int(catalogue().number("member.confirm-months", on)))
