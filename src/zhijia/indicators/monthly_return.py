"""The monthly return of members (会员月报): opening, what came, what went, closing; every number is a figure.

Opening plus comings minus goings must be the closing. Both sides are counted by different ways (the register of
members on two days, its movements between them), so a difference means damaged rows, and it is named.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zhijia.indicators.queries import figures
from zhijia.indicators.rules import Figure
from zhijia.kit.period import Period
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import children_of
from zhijia.registers.base.window import Window

MEMBERS, NET = "members", "net-increase"
CAME = ("month-joined", "month-entered", "month-in", "month-resumed")
WENT = ("month-out", "month-retained", "month-left", "month-deceased", "month-other")


@dataclass(frozen=True)
class ReturnLine:
    """One organisation's line; `flows` in the order of CAME and WENT, `net` since New Year."""

    organisation: Organisation
    opening: Figure
    flows: Sequence[Figure]
    closing: Figure
    net: Figure

    @property
    def difference(self) -> int:
        """Closing less what opening and movements make of it: 0 when the line balances."""
        came = sum(flow.top for flow in self.flows[: len(CAME)])
        went = sum(flow.top for flow in self.flows[len(CAME) :])
        return self.closing.top - (self.opening.top + came - went)


@dataclass(frozen=True)
class MonthlyReturn:
    """The return of an organisation: its own line and one for each directly below, in register order."""

    month: Period
    until: dt.date
    total: ReturnLine
    lines: Sequence[ReturnLine]

    @property
    def unbalanced(self) -> Sequence[ReturnLine]:
        """The lines below that do not balance; the organisation's own when it has none below."""
        return [line for line in self.lines or [self.total] if line.difference]


def monthly_return(organisation: Organisation, month: Period, today: dt.date, *, deep: bool = False) -> MonthlyReturn:
    """The return of a month, up to today while it runs. `deep`: a line for every organisation below.

    The number of queries does not depend on the number of organisations.
    """
    until = min(month.end, today)
    opening, closing = Window.year_to(month.start - dt.timedelta(days=1)), Window.year_to(until)
    if deep:
        below = list(Organisation.objects.within(organisation.path).on(until).exclude(pk=organisation.pk))
    else:
        below = list(children_of(organisation, until))
    nodes = [organisation, *below]
    found = dict(figures([MEMBERS], [opening], nodes, organisation))
    found |= figures([MEMBERS, NET, *CAME, *WENT], [closing], nodes, organisation)
    lines = [_line(node, found, opening, closing) for node in nodes]
    return MonthlyReturn(month, until, lines[0], lines[1:])


def _line(
    node: Organisation, found: Mapping[tuple[str, int, Window], Figure], opening: Window, closing: Window
) -> ReturnLine:
    flows = tuple(found[key, node.pk, closing] for key in (*CAME, *WENT))
    return ReturnLine(
        node, found[MEMBERS, node.pk, opening], flows, found[MEMBERS, node.pk, closing], found[NET, node.pk, closing]
    )
