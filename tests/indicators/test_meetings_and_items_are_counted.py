"""Figures of meetings, follow-ups and co-building, counted by hand from the small world."""

import datetime as dt

import pytest

from tests.world import NOW, TODAY, World
from zhijia.indicators.queries import figure
from zhijia.registers.base.window import Window
from zhijia.registers.organising.follow_steps import follow_step
from zhijia.registers.organising.following import follow

YEAR_END = dt.date(2014, 12, 31)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def counted(world: World, key: str, place: str, on: dt.date = TODAY) -> tuple[int, int | None]:
    """Top and bottom."""
    value = figure(key, world.org[place], Window.year_to(on))
    return value.top, value.bottom


@pytest.mark.parametrize(
    ("key", "place", "expected"),
    [
        ("joint-conferences", "县总", (1, None)),
        ("joint-conferences", "合德镇", (0, None)),
        ("party-studies", "县总", (0, None)),
        ("resolutions-closed", "县总", (0, 2)),
        ("resolutions-in-time", "县总", (0, 1)),
        ("rectified", "合德镇", (0, 1)),
        ("rectification-overdue", "合德镇", (0, None)),
        ("cobuilding-models", "合德镇", (1, None)),
        ("cobuilding-activities", "县总", (1, None)),
        ("party-union-coverage", "县总", (0, 0)),
    ],
)
def test_before_anything_is_done(county: World, key: str, place: str, expected: tuple[int, int | None]) -> None:
    assert counted(county, key, place) == expected


def test_an_item_closed_late_counts_as_closed_and_not_as_in_time(county: World) -> None:
    item, hede = county.met["late"], county.post["hede"]
    follow(item=item, step=follow_step("report"), words="办结", on=TODAY, by=hede, at=NOW, files=[("a.pdf", [PDF])])
    follow(item=item, step=follow_step("accept"), words="同意", on=TODAY, by=hede, at=NOW)
    assert counted(county, "resolutions-closed", "县总") == (1, 2)
    assert counted(county, "resolutions-in-time", "县总") == (0, 1)
    assert counted(county, "resolutions-closed", "县总", dt.date(2014, 7, 9)) == (0, 2)


def test_an_item_kept_up_for_good_is_rectified_and_a_rule_made(county: World) -> None:
    item, hede, office = county.met["wrong"], county.post["hede"], county.post["office"]
    follow(item=item, step=follow_step("report"), words="办结", on=TODAY, by=hede, at=NOW, files=[("a.pdf", [PDF])])
    follow(item=item, step=follow_step("keep"), words="同意", on=TODAY, by=office, at=NOW, rule="调研制度")
    assert counted(county, "rectified", "合德镇") == (1, 1)
    assert counted(county, "rules-made", "合德镇") == (1, None)


def test_an_item_nobody_closes_is_overdue_after_its_day(county: World) -> None:
    assert counted(county, "rectification-overdue", "县总", YEAR_END) == (1, None)
