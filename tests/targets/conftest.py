"""A plan read in, clauses confirmed, targets split: the ground the target tests stand on."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from django.core.cache import cache

from tests.world import NOW, World
from zhijia.targets.actions import ClauseValues, confirm_clause, create_plan
from zhijia.targets.models import Clause, Plan, Target

TEXT = "今年全县新建工会6家以上，工资集体协商建制率达到90%。9月底前发展会员300人。"


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Pages kept from an earlier test are forgotten."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def plan(county: World) -> Plan:
    """A short plan of the county office."""
    return create_plan(year=2014, title="2014年工作要点", text=TEXT, by=county.post["office"], at=NOW)


def values_for(indicator: str, value: str, unit: str, **more: object) -> ClauseValues:
    """Values of a clause as an officer would leave them."""
    given: dict[str, object] = {
        "value": Decimal(value), "value_max": None, "unit": unit, "comparator": ">=", "due": dt.date(2014, 9, 30),
        "subject": "", "indicator": indicator, "level": "county", **more,
    }  # fmt: skip
    return ClauseValues(**given)  # type: ignore[arg-type]


@pytest.fixture
def target(county: World, plan: Plan) -> Callable[..., Target]:
    """target('new-unions', '6', '家'): a confirmed county target from a clause of the plan."""

    def make(indicator: str, value: str, unit: str, **more: object) -> Target:
        clause = Clause.objects.create(plan=plan, start=0, end=5, text=plan.text[0:5])
        values = values_for(indicator, value, unit, **more)
        return confirm_clause(clause=clause, values=values, by=county.post["office"], at=NOW)[0]

    return make
