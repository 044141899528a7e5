"""Questions about fixed figures, and how today's knowledge differs from what was fixed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from zhijia.indicators.models import Snapshot
from zhijia.indicators.queries import figures
from zhijia.indicators.rules import Figure
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window


@dataclass(frozen=True)
class Restated:
    """A fixed figure beside the same figure as it is known now."""

    indicator: str
    organisation: Organisation
    fixed: Snapshot
    now: Figure

    @property
    def differs(self) -> bool:
        """Whether later facts changed the count."""
        return (self.fixed.top, self.fixed.bottom) != (self.now.top, self.now.bottom)


def snapshots_of(period: str, top: Organisation) -> QuerySet[Snapshot]:
    """Fixed figures of a period within a subtree."""
    within = Organisation.objects.within(top.path).values("pk")
    return Snapshot.objects.filter(period=period, organisation__in=within).select_related("organisation")


def fixed_figure(key: str, organisation: Organisation, window: Window) -> Snapshot | None:
    """The figure as fixed at the end of a period, when the window is one; the newest if there are several."""
    found = Snapshot.objects.filter(indicator=key, organisation=organisation, as_of=window.as_of)
    return found.order_by("-known_at", "-pk").first()


def restated(snapshots: Iterable[Snapshot], top: Organisation) -> list[Restated]:
    """Each fixed figure beside its value as known now; queries by indicator and period, not by organisation."""
    rows = list(snapshots)
    windows = {row.as_of: Window.year_to(row.as_of) for row in rows}
    keys = dict.fromkeys(row.indicator for row in rows)
    places = {row.organisation_id: row.organisation for row in rows}
    now: Mapping[tuple[str, int, Window], Figure] = figures(keys, list(windows.values()), places.values(), top)
    return [
        Restated(row.indicator, row.organisation, row, now[row.indicator, row.organisation_id, windows[row.as_of]])
        for row in rows
    ]
