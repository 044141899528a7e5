"""The demo's plan went all the way: read, confirmed, divided, handed out; the founding month ends in two classes."""

from collections import Counter
from decimal import Decimal

import pytest

from tests.project.demo.conftest import SCALE
from zhijia.indicators.models import Snapshot
from zhijia.project.demo.days import TODAY, YEAR
from zhijia.project.demo.make import Demo
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.plan import CAMPAIGN_MEMBERS, CAMPAIGN_UNIONS
from zhijia.project.demo.sizes import sizes_at
from zhijia.targets.models import Clause, Objection, Order, Plan, Target
from zhijia.targets.queries import matrix_of
from zhijia.targets.rules import Light, Outcome, class_of

pytestmark = pytest.mark.django_db


def test_the_founding_month_gives_exactly_the_two_classes_of_the_speech(demo: Demo) -> None:
    matrix = matrix_of(demo.posts["chair"], YEAR, TODAY)
    columns = [at for at, column in enumerate(matrix.columns) if column.key in (CAMPAIGN_UNIONS, CAMPAIGN_MEMBERS)]
    classes = {
        row.unit.name: class_of(row.cells[at].share for at in columns if row.cells[at].goal)
        for group in matrix.groups
        for row in group.rows
    }
    full = {place.short for place in PLACES if place.short in ("合德镇", "四明镇", "千秋镇", "兴桥镇")}
    partly = {place.short for place in PLACES if place.short in ("射阳港经济区", "经济开发区")}
    assert {name for name, found in classes.items() if found is Outcome.FULL} == full
    assert {name for name, found in classes.items() if found is Outcome.PARTLY} == partly
    idle = {name for name, found in classes.items() if found is Outcome.IDLE}
    assert idle == {place.short for place in PLACES if place.is_town} - full - partly
    assert {name for name, found in classes.items() if found is None} == {p.short for p in PLACES if not p.is_town}


def test_lights_of_all_colours_stand_in_the_matrix(demo: Demo) -> None:
    matrix = matrix_of(demo.posts["chair"], YEAR, TODAY)
    lights = Counter(cell.light for group in matrix.groups for row in group.rows for cell in row.cells)
    assert {Light.DONE, Light.NORMAL, Light.WARNING, Light.BEHIND, Light.OVERDUE, Light.IDLE} <= set(lights)
    assert [group.name for group in matrix.groups] == ["镇区组", "县直组"]


def test_every_target_has_its_words_and_parts_sum_to_the_whole(demo: Demo) -> None:
    plan = Plan.objects.get(kind=Plan.Kind.PLAN)
    states = Counter(plan.clauses.values_list("state", flat=True))
    assert states[Clause.State.CONFIRMED] >= 11 and states[Clause.State.REJECTED] and states[Clause.State.PROPOSED]
    for clause in plan.clauses.all():
        assert plan.text[clause.start : clause.end] == clause.text
    sizes = sizes_at(SCALE)
    for key, whole in (("new-unions", sizes.new_unions), ("new-members", sizes.new_members)):
        county = Target.objects.get(indicator=key, organisation=demo.tree.county)
        assert county.value == whole == sum((part.value for part in county.parts.all()), Decimal(0))


def test_orders_were_issued_and_mostly_signed_for(demo: Demo) -> None:
    orders = Order.objects.filter(issued_at__isnull=False)
    assert orders.count() == len(PLACES) + sum(place.is_town for place in PLACES)
    signed = orders.filter(signed_on__isnull=False).count()
    assert 0 < orders.count() - signed < signed
    assert Objection.objects.get(accepted=False).by == demo.posts["xintan"]


def test_the_closed_quarters_are_fixed(demo: Demo) -> None:
    assert set(Snapshot.objects.values_list("period", flat=True)) == {"2014-Q1", "2014-Q2"}
