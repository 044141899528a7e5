"""A later change of a thing does not take it out of the figures of the days before."""

import datetime as dt

from tests.world import NOW, World
from zhijia.indicators.queries import figure
from zhijia.registers.base.actions import change_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.base.window import Window


def test_a_rate_of_june_survives_a_change_in_july(county: World) -> None:
    """合德纺织 hires in July; its wage contract still counts for June, and for July."""
    hede = county.org["合德镇"]
    june, july = Window.year_to(dt.date(2014, 6, 30)), Window.year_to(dt.date(2014, 7, 10))
    before = figure("wage-bargaining-rate", hede, june), figure("wage-bargaining-rate", hede, july)
    change_fact(
        register_of("organising.employer"), row=county.employer["合德纺织"], values={"employees": 55},
        on=dt.date(2014, 7, 5), by=None, at=NOW,
    )  # fmt: skip
    after = figure("wage-bargaining-rate", hede, june), figure("wage-bargaining-rate", hede, july)
    assert [(one.top, one.bottom) for one in after] == [(one.top, one.bottom) for one in before] == [(1, 3), (1, 3)]
    assert figure("membership-rate", hede, june).bottom == figure("membership-rate", hede, july).bottom - 15
