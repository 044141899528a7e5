"""`zhijia snapshot --period 2014-Q2`: fix the figures of a closed period (run by timer or by hand)."""

from typing import Any

from django.core.management.base import CommandParser

from zhijia.indicators.actions import take_snapshot
from zhijia.kit.period import Period
from zhijia.project.command import Command as Base
from zhijia.web import clock


class Command(Base):
    """Fix a period."""

    help = "fix the figures of a closed period"

    def arguments(self, parser: CommandParser) -> None:
        """The period."""
        parser.add_argument("--period", required=True, help="2014-Q2, 2014-06 or 2014")

    def work(self, **options: Any) -> Any:
        """Number of figures fixed."""
        period = Period.parse(options["period"])
        now = clock.now()
        return {"period": period.key, "figures": take_snapshot(period=period, on=now.date(), at=now, by=None)}
