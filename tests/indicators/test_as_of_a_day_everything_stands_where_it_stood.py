"""As of a past day and as known at a past moment: units hang where they hung, other rows are asked as they were."""

import datetime as dt
from itertools import pairwise

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.world import LONG_AGO, NOW, TODAY, World, add_member
from zhijia.indicators.compile import sides_of
from zhijia.indicators.passport import passport_of
from zhijia.indicators.prints import figure_prints
from zhijia.indicators.queries import figure, figures, indicator_of, rows_behind
from zhijia.orgs.actions import move_organisation
from zhijia.orgs.models import Organisation, Placement
from zhijia.registers.base.actions import change_fact, correct_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue

MOVED = dt.date(2014, 6, 1)
BEFORE, AFTER = Window.year_to(dt.date(2014, 5, 31)), Window.year_to(MOVED)


@pytest.fixture
def moved(county: World) -> World:
    """合德纺织 hangs under 四明镇 from 1 June on; written down on the day of the tests."""
    move_organisation(organisation=county.org["合德纺织"], parent=county.org["四明镇"], on=MOVED, by=None, at=NOW)
    for short in county.org:
        county.org[short] = Organisation.objects.get(pk=county.org[short].pk)
    return county


def members(world: World, short: str, window: Window) -> int:
    return figure("members", world.org[short], window).top


def test_a_moved_union_counts_where_it_hung_that_day(moved: World) -> None:
    """Nine and nine before, six and twelve after; the county counts eighteen on both days."""
    assert [members(moved, short, BEFORE) for short in ("合德镇", "四明镇", "县总")] == [9, 6, 18]
    assert [members(moved, short, AFTER) for short in ("合德镇", "四明镇", "县总")] == [6, 9, 18]


def test_as_known_before_the_move_was_written_down_it_still_hung_there(moved: World) -> None:
    """The move of June was written down on 10 July; what was known on 5 July knows nothing of it."""
    then = Window.year_to(TODAY, NOW - dt.timedelta(days=5))
    assert [members(moved, short, then) for short in ("合德镇", "四明镇")] == [9, 6]
    now = Window.year_to(TODAY, NOW + dt.timedelta(days=1))
    assert [members(moved, short, now) for short in ("合德镇", "四明镇")] == [6, 9]


@pytest.mark.parametrize("window", [BEFORE, AFTER, Window.year_to(TODAY, NOW - dt.timedelta(days=5))])
def test_rows_behind_every_figure_are_as_many_as_it_says_on_either_side_of_a_move(moved: World, window: Window) -> None:
    """All indicators, all organisations, before and after; the history of a passport asks both days at once."""
    found = figures(catalogue().indicators, [BEFORE, AFTER, window], moved.org.values(), moved.org["县总"])
    for (key, number, asked), value in found.items():
        place = Organisation.objects.get(pk=number)
        assert figure(key, place, asked)[3:5] == (value.top, value.bottom), (key, str(place), asked)
        for name, side in sides_of(indicator_of(key)).items():
            _, rows = rows_behind(key, name, place, asked)
            counted = rows.aggregate(n=Sum(side.measure.sum))["n"] or 0 if side.measure.sum else rows.count()
            assert counted == (value.rows if name == "top" else value.bottom), (key, name, str(place), asked)


def test_a_contract_counts_where_its_employer_stood_that_day(county: World) -> None:
    """The workplace of 合德纺织 came under 四明木业 in June, its contracts with it: May is counted in 合德."""
    values = {"organisation": county.org["四明木业"], "union": county.union["四明木业"]}
    employer, at = county.employer["合德纺织"], NOW - dt.timedelta(days=3)
    change_fact(register_of("organising.employer"), row=employer, values=values, on=MOVED, by=None, at=at)
    for contract in employer.contracts.all():
        carried = {"organisation": county.org["四明木业"]}
        change_fact(register_of("relations.contract"), row=contract, values=carried, on=MOVED, by=None, at=at)
    key, towns = "wage-bargaining-rate", [county.org[short] for short in ("合德镇", "四明镇", "县总")]
    assert [figure(key, town, BEFORE)[3:5] for town in towns] == [(1, 3), (1, 2), (2, 5)]
    assert [figure(key, town, AFTER)[3:5] for town in towns] == [(0, 2), (2, 3), (2, 5)]
    for window in (BEFORE, AFTER):
        owner, rows = rows_behind(key, "top", towns[0], window)
        assert [owner.key, rows.count()] == ["organising.employer", figure(key, towns[0], window).top]


def test_a_passport_and_a_snapshot_have_one_fingerprint(moved: World) -> None:
    """Of the same figure, before and after the move."""
    for window in (BEFORE, AFTER):
        for key in ("members", "founding-rate", "wage-bargaining-rate"):
            prints = figure_prints(key, window, moved.org.values())
            for short in ("县总", "合德镇", "四明镇", "合德纺织"):
                card = passport_of(moved.post["chair"], key, moved.org[short], window)
                assert card.rows_hash == prints[moved.org[short].pk], (key, short)
    assert figure_prints("members", BEFORE, moved.org.values()) != figure_prints("members", AFTER, moved.org.values())


def test_a_full_time_chair_counts_for_the_days_of_the_office(county: World) -> None:
    """Made full time from 1 June: half-time as of May, and as known before it was written down."""
    at = "合德纺织"
    employer = county.employer[at]
    correct_fact(register_of("organising.employer"), row=employer, values={"employees": 300}, by=None, at=NOW)
    chair = register_of("organising.position").model._default_manager.get(organisation=county.org[at])
    change_fact(register_of("organising.position"), row=chair, values={"full_time": True}, on=MOVED, by=None, at=NOW)
    key, place = "full-time-chair-rate", county.org[at]
    late = NOW + dt.timedelta(hours=1)
    assert figure(key, place, Window.year_to(TODAY, late))[3:5] == (1, 1)
    assert figure(key, place, Window.year_to(dt.date(2014, 5, 31), late))[3:5] == (0, 1)
    assert figure(key, place, Window.year_to(TODAY, NOW - dt.timedelta(days=1)))[3:5] == (0, 0)


def test_members_at_least_asks_the_members_of_the_day(county: World) -> None:
    """Twenty-two members join on 1 June: below the number as of May, at it as of June."""
    for seq in range(300, 322):
        add_member(county, "合德纺织", seq, joined=MOVED)
    place = county.org["合德纺织"]
    assert figure("legal-person-rate", place, BEFORE).bottom == 0
    assert figure("legal-person-rate", place, AFTER).bottom == 1
    asked = figures(["legal-person-rate"], [BEFORE, AFTER], [place], county.org["县总"])
    assert [value.bottom for value in asked.values()] == [0, 1]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(2, 150), st.booleans()), min_size=1, max_size=4))
def test_the_county_never_gains_or_loses_by_moves(county: World, steps: list[tuple[int, bool]]) -> None:
    """Whatever moves happened and whichever day is asked: the parts add up to the county, and the place is the book's."""
    node, towns = county.org["合德纺织"], (county.org["合德镇"], county.org["四明镇"])
    Placement.objects.filter(organisation=node).delete()
    days = sorted({dt.date(2014, 1, 1) + dt.timedelta(days=day) for day, _ in steps})
    book = [(LONG_AGO, towns[0]), *((day, towns[(at + 1) % 2]) for at, day in enumerate(days))]
    for (since, parent), (until, _) in pairwise([*book, (None, None)]):
        Placement.objects.create(organisation=node, parent=parent, since=since, until=until, recorded_at=NOW)
    Organisation.objects.move(
        Organisation.objects.get(pk=node.pk), Organisation.objects.get(pk=book[-1][1].pk), pos="last-child"
    )
    for day in (*days, *(day - dt.timedelta(days=1) for day in days)):
        window = Window.year_to(day)
        root = Organisation.objects.get(pk=county.org["县总"].pk)
        places = [Organisation.objects.get(pk=county.org[short].pk) for short in ("合德镇", "四明镇", "县教育", "县总")]
        found = [figures(["members"], [window], places, root)["members", place.pk, window].top for place in places]
        assert sum(found[:3]) == found[3]
        held = next(parent for since, parent in reversed(book) if since <= day)
        own = figure("members", Organisation.objects.get(pk=node.pk), window).top
        _, rows = rows_behind("members", "top", Organisation.objects.get(pk=held.pk), window)
        assert rows.filter(organisation=node).count() == own
