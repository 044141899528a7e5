"""`zhijia verify`: a sound county passes; each kind of damage is named."""

import datetime as dt
import json

import pytest

from tests.project.terminal import run
from tests.world import NOW, TODAY, World
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import change_fact, correct_fact
from zhijia.registers.base.register import register_of

EMPLOYER = register_of("organising.employer")


def found() -> list[str]:
    """The checks that found something."""
    ran = run("verify", "--json")
    told = json.loads(ran.out)
    assert ran.code == (1 if told["findings"] else 0)
    return sorted({finding["check"] for finding in told["findings"]})


def test_a_sound_county_has_no_findings(county: World) -> None:
    """Also after corrections and changes, which keep history rows."""
    row = county.employer["合德纺织"]
    change_fact(EMPLOYER, row=row, values={"employees": 44}, on=TODAY, by=None, at=NOW)
    row.refresh_from_db()
    correct_fact(EMPLOYER, row=row, values={"employees": 45}, by=None, at=NOW + dt.timedelta(minutes=5))
    assert found() == []
    assert "0" in run("verify").out


def test_overlapping_slices_are_found(county: World) -> None:
    """Two rows of one employer true on the same day would be counted twice."""
    row = county.employer["合德纺织"]
    change_fact(EMPLOYER, row=row, values={"employees": 44}, on=TODAY, by=None, at=NOW)
    EMPLOYER.model._default_manager.filter(version_of=row.pk).update(until=None)
    assert found() == ["base.check_slices_do_not_overlap"]


def test_dates_that_run_backwards_are_found(county: World) -> None:
    """An end before the beginning."""
    row = county.employer["合德纺织"]
    EMPLOYER.model._default_manager.filter(pk=row.pk).update(until=row.since - dt.timedelta(days=1))
    assert found() == ["base.check_dates_run_forward"]


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"numchild": 7}, "orgs.check_the_tree_is_consistent"),
        ({"kind": "ZZ"}, "orgs.check_kinds_hang_where_they_may"),
        ({"kind": "10"}, "orgs.check_kinds_hang_where_they_may"),
    ],
)
def test_a_broken_tree_is_found(county: World, change: dict[str, object], check: str) -> None:
    """Counts of children, unknown kinds, kinds under the wrong parent."""
    Organisation.objects.filter(pk=county.org["合德纺织"].pk).update(**change)
    assert found() == [check]
