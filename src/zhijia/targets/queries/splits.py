"""How a county target is or could be divided: the key beside every unit, the parts, and what is missing to the sum."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from zhijia.accounts.models import Post
from zhijia.indicators.queries import figures
from zhijia.indicators.rules import Figure
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import committees
from zhijia.registers.base.window import Window
from zhijia.targets.models import Target, TargetRevision
from zhijia.targets.models.plans import Comparator
from zhijia.targets.rules import split_down
from zhijia.targets.schedule import line_for

NO_TARGET = gettext_noop("没有这个目标，或它不在您的管理范围内。")
UNFOUNDED = ("unfounded-large", "unfounded-middle", "unfounded-small")


@dataclass(frozen=True)
class Part:
    """One unit of a split: what it was weighed by, what it gets, whether that was handed out already."""

    unit: Organisation
    weighed_by: tuple[Figure, ...]
    side: str
    weight: int
    value: Decimal
    target: Target | None

    @property
    def fixed(self) -> bool:
        """Handed out with an order: only a revision changes it."""
        return bool(self.target and self.target.order and self.target.order.issued_at)


@dataclass(frozen=True)
class Split:
    """A target with its parts. `difference` is whole minus sum of parts, None where parts do not add up (rates)."""

    target: Target
    key: str
    parts: tuple[Part, ...]
    difference: Decimal | None

    @property
    def total(self) -> Decimal:
        """Sum of the parts."""
        return sum((part.value for part in self.parts), Decimal(0))


def target_of(post: Post, number: int) -> Target:
    """One target the post may see, with clause, plan and order."""
    post.may("targets.view").insist()
    found = Target.objects.visible_to(post).filter(pk=number)
    row = found.select_related("organisation", "clause__plan__organisation", "parent__clause", "order").first()
    if row is None:
        raise NotFound(NO_TARGET)
    return row


def split_of(target: Target, on: dt.date) -> Split:
    """The parts as they stand; the key's numbers are shown as of the day."""
    parts = _living_parts(target)
    key = next((part.split_key for part in parts.values()), line_for(target.indicator).split)
    return _split(target, key, on, {place: part.value for place, part in parts.items()}, parts)


def proposed_split(target: Target, key: str, on: dt.date) -> Split:
    """The parts as the key would give them; nothing is stored. BadInput when the key is zero everywhere."""
    units = units_of(target, on)
    keys = weights_of(target, key, units, on)
    numbers = [keys[unit.pk][2] for unit in units]
    if key == "same-value":
        values = [target.value for _ in units]
    else:
        values = split_down(target.value, numbers)
    return _split(
        target, key, on, {unit.pk: value for unit, value in zip(units, values, strict=True)}, _living_parts(target)
    )


def units_of(target: Target, on: dt.date) -> list[Organisation]:
    """The units a target can be divided over, in register order."""
    return list(committees(on).within(target.organisation.path))


def _living_parts(target: Target) -> dict[int, Target]:
    rows = Target.objects.active().filter(parent=target).select_related("order", "organisation")
    return {row.organisation_id: row for row in rows}


def _split(target: Target, key: str, on: dt.date, values: Mapping[int, Decimal], parts: Mapping[int, Target]) -> Split:
    units = units_of(target, on)
    keys = weights_of(target, key, units, on)
    made = tuple(
        Part(unit, *keys[unit.pk], value=values.get(unit.pk, Decimal(0)), target=parts.get(unit.pk)) for unit in units
    )
    adds_up = target.unit != "%" and key != "same-value"
    total = sum((part.value for part in made), Decimal(0))
    return Split(target, key, made, target.value - total if adds_up else None)


def weights_of(
    target: Target, key: str, units: Sequence[Organisation], on: dt.date
) -> dict[int, tuple[tuple[Figure, ...], str, int]]:
    """For each unit the figures its weight comes from, the side of them that counts, and the weight."""
    asked: tuple[str, ...]
    if key == "employers-without-union":
        asked, window, side = UNFOUNDED, Window.year_to(on), "top"
    elif key == "employees":
        asked, window, side = ("membership-rate",), Window.year_to(on), "bottom"
    elif key == "last-year":
        asked, window, side = (target.indicator,), Window.year_to(dt.date(target.year - 1, 12, 31)), "top"
    else:
        return {unit.pk: ((), "", 1) for unit in units}
    found = figures(asked, [window], units, target.organisation)
    weights = {}
    for unit in units:
        own = tuple(found[name, unit.pk, window] for name in asked)
        weights[unit.pk] = (own, side, sum((one.bottom or 0) if side == "bottom" else one.top for one in own))
    return weights


def keys_for(target: Target) -> list[str]:
    """The keys that make sense: a share is given to all alike, a number is divided."""
    if target.unit == "%":
        return ["same-value", "by-hand"]
    listed = ["employers-without-union", "employees", "last-year", "equal", "by-hand"]
    return ["same-value", *listed] if target.comparator == Comparator.AT_MOST and target.value == 0 else listed


def adjustments_of(target: Target) -> list[TargetRevision]:
    """Every change of a target and of its parts, oldest first."""
    family = [target.pk, *target.parts.values_list("pk", flat=True)]
    rows = TargetRevision.objects.filter(target__in=family)
    return list(rows.select_related("target__organisation", "by__user", "by__organisation"))
