"""The widest pages of a whole county are under 100 KB of HTML before compression: thirty units under fourteen targets."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from django.test import Client

from tests.world import LONG_AGO, NOW, TODAY, World
from zhijia.bulletins.actions import draft_bulletin
from zhijia.kit.period import Period
from zhijia.orgs.models import Organisation
from zhijia.schemes.catalogue import catalogue
from zhijia.targets.actions import ClauseValues, add_clause, confirm_clause, create_plan, draft_orders, split_target
from zhijia.targets.models import Target

Enter = Callable[[World, str], Client]
UNITS, LIMIT = 26, 100_000


def test_matrix_orders_and_circular_of_a_whole_county(county: World, enter: Enter) -> None:
    """Every line of the plan template becomes a target of every unit."""
    _plan_for_all(county)
    chair = county.post["chair"]
    draft_orders(year=2014, by=chair, at=NOW)
    made = draft_bulletin(layout="quarterly", period=Period.parse("2014-Q2"), by=chair, on=TODAY, at=NOW)
    client = enter(county, "chair")
    for address in (
        "/matrix/",
        "/orders/",
        f"/bulletins/{made.pk}/",
        "/",
        "/organisations/",
        "/parameters/",
        "/indicators/",
    ):
        size = len(client.get(address).content)
        assert size < LIMIT, (address, size)
    assert Target.objects.count() > UNITS * 10


def _plan_for_all(county: World) -> None:
    chair, root = county.post["chair"], Organisation.objects.get(pk=county.org["县总"].pk)
    for number in range(UNITS - 3):
        values = {
            "code": f"3209242001{number:02}",
            "kind": "20",
            "name": f"第{number}镇工会工作委员会",
            "valid_from": LONG_AGO,
        }
        Organisation.objects.add_child(Organisation.objects.get(pk=root.pk), {**values, "short_name": f"第{number}镇"})
    units = list(Organisation.objects.filter(kind__in=("20", "24")))
    lines = catalogue().plans["yearly"].lines[:14]
    plan = create_plan(year=2014, title="要点", text="目标" * (len(lines) + 1), by=chair, at=NOW)
    plan.clauses.all().delete()
    for at, line in enumerate(lines):
        unit = catalogue().indicators[line.indicator].unit
        clause = add_clause(plan=plan, start=2 * at, end=2 * at + 2, by=chair)
        asked = ClauseValues(Decimal(UNITS * 2), None, "%" if unit == "percent" else unit, ">=", dt.date(2014, 9, 30), line.task, line.indicator, "county")  # fmt: skip
        (whole,) = confirm_clause(clause=clause, values=asked, by=chair, at=NOW)
        share = whole.value if unit == "percent" else Decimal(2)
        split_target(target=whole, parts=dict.fromkeys(units, share), key="by-hand", by=chair, at=NOW)
