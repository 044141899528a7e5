"""A county with split targets and issued orders, for the pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.core.cache import cache

from tests.targets.conftest import TEXT, values_for
from tests.world import NOW, TODAY, World
from zhijia.targets.actions import confirm_clause, create_plan, draft_orders, issue_orders, split_target
from zhijia.targets.models import Clause, Order, Plan, Target


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Pages kept from an earlier test are forgotten."""
    cache.clear()
    yield
    cache.clear()


@dataclass
class Campaign:
    """Handles to what was planned."""

    plan: Plan
    whole: Target
    rate: Target
    orders: dict[str, Order]


def confirmed(plan: Plan, world: World, indicator: str, value: str, unit: str) -> Target:
    """A county target from a clause of the plan."""
    clause = Clause.objects.create(plan=plan, start=0, end=5, text=plan.text[0:5])
    values = values_for(indicator, value, unit)
    return confirm_clause(clause=clause, values=values, by=world.post["office"], at=NOW)[0]


@pytest.fixture
def plan(county: World) -> Plan:
    """A short plan of the county office."""
    return create_plan(year=2014, title="2014年工作要点", text=TEXT, by=county.post["office"], at=NOW)


@pytest.fixture
def split(county: World, plan: Plan) -> Campaign:
    """Six new unions and a wage-bargaining rate of 90 %, divided over the two towns."""
    chair = county.post["chair"]
    towns = [county.org["合德镇"], county.org["四明镇"]]
    whole = confirmed(plan, county, "new-unions", "6", "家")
    rate = confirmed(plan, county, "wage-bargaining-rate", "90", "%")
    for target, parts in ((whole, ("2", "4")), (rate, ("90", "90"))):
        values = {town: Decimal(part) for town, part in zip(towns, parts, strict=True)}
        split_target(target=target, parts=values, key="by-hand", by=chair, at=NOW)
    return Campaign(plan, whole, rate, {})


@pytest.fixture
def campaign(county: World, split: Campaign) -> Campaign:
    """The same with the orders issued."""
    chair = county.post["chair"]
    drafts = draft_orders(year=2014, by=chair, at=NOW)
    issued = issue_orders(orders=drafts, by=chair, on=TODAY, at=NOW)
    return Campaign(split.plan, split.whole, split.rate, {str(order.organisation): order for order in issued})
