"""A closed period is fixed once, with fingerprints; later facts show beside it and do not change it."""

import datetime as dt

import pytest

from tests.world import NOW, TODAY, World, add_member
from zhijia.indicators.actions import take_snapshot
from zhijia.indicators.models import Snapshot
from zhijia.indicators.queries import figures
from zhijia.indicators.snapshots import fixed_figure, restated, snapshots_of
from zhijia.kit.period import Period
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue

QUARTER = Period.parse("2014-Q2")


@pytest.fixture
def fixed(county: World) -> World:
    """The second quarter, fixed."""
    take_snapshot(period=QUARTER, on=TODAY, at=NOW, by=county.post["chair"])
    return county


def test_every_figure_of_every_organisation_is_fixed(fixed: World) -> None:
    """As many as indicators times organisations, each equal to the figure computed."""
    found = figures(catalogue().indicators, [Window.of(QUARTER)], fixed.org.values(), fixed.org["县总"])
    rows = {(row.indicator, row.organisation_id): (row.top, row.bottom) for row in Snapshot.objects.all()}
    assert rows == {(key, pk): (value.top, value.bottom) for (key, pk, _), value in found.items()}


def test_a_late_fact_shows_beside_the_fixed_figure(fixed: World) -> None:
    """One member written down late: the fixed figure stays, the restated one differs, also its fingerprint."""
    before = Snapshot.objects.get(indicator="members", organisation=fixed.org["合德镇"])
    add_member(fixed, "合德纺织", 88, joined=dt.date(2014, 5, 1))
    again = {
        one.organisation.pk: one
        for one in restated(snapshots_of(QUARTER.key, fixed.org["县总"]).filter(indicator="members"), fixed.org["县总"])
    }
    mine = again[fixed.org["合德镇"].pk]
    assert mine.differs and (mine.fixed.top, mine.now.top) == (before.top, before.top + 1)
    assert not again[fixed.org["四明镇"].pk].differs
    kept = fixed_figure("members", fixed.org["合德镇"], Window.of(QUARTER))
    assert kept is not None and kept.top == before.top


def test_a_period_is_fixed_once_and_not_before_its_end(fixed: World) -> None:
    """Twice: told so. The running quarter: told when. A clerk: refused."""
    chair = fixed.post["chair"]
    with pytest.raises(Conflict, match="已经固定"):
        take_snapshot(period=QUARTER, on=TODAY, at=NOW, by=chair)
    with pytest.raises(Problem, match="还没有结束"):
        take_snapshot(period=Period.parse("2014-Q3"), on=TODAY, at=NOW, by=chair)
    with pytest.raises(Refused):
        take_snapshot(period=Period.parse("2014-Q1"), on=TODAY, at=NOW, by=fixed.post["clerk"])


def test_equal_rows_give_equal_fingerprints(county: World) -> None:
    """Two quarters without a change of members have the same fingerprint; with one they have not."""
    for key in ("2013-Q3", "2013-Q4"):
        take_snapshot(period=Period.parse(key), on=TODAY, at=NOW, by=None)
    take_snapshot(period=QUARTER, on=TODAY, at=NOW, by=None)
    rows = Snapshot.objects.filter(indicator="members", organisation=county.org["合德镇"])
    prints = {row.period: row.rows_hash for row in rows}
    assert prints["2013-Q3"] == prints["2013-Q4"] != prints["2014-Q2"]
