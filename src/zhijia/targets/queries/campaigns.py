"""A campaign week by week: what each committee has reached of its targets, and the class it falls in. All computed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zhijia.accounts.models import Post
from zhijia.accounts.queries import visible_to
from zhijia.indicators.queries import figures, indicator_of
from zhijia.indicators.rules import Figure
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.kinds import kinds_at
from zhijia.registers.base.window import Window
from zhijia.schemes.campaigns import Campaign
from zhijia.schemes.catalogue import catalogue
from zhijia.targets.models import Target
from zhijia.targets.queries.board import Unit
from zhijia.targets.queries.matrix import targets_by_cell
from zhijia.targets.rules import Outcome, campaign_score_of, class_of, share_of

NONE_SUCH = gettext_noop("没有活动“%(name)s”，请在“突击月”页查看现有活动。")


@dataclass(frozen=True)
class Task:
    """One unit under one indicator of the campaign: the figure of every week, the target, the share reached."""

    weeks: tuple[Figure, ...]
    target: Target | None
    share: Fraction | None

    @property
    def now(self) -> Figure:
        """The newest week."""
        return self.weeks[-1]


@dataclass(frozen=True)
class Line:
    """One committee: its tasks in the campaign's order, its class and score."""

    unit: Unit
    tasks: tuple[Task, ...]
    outcome: Outcome | None
    score: Fraction | None


@dataclass(frozen=True)
class CampaignBoard:
    """The weekly page: `weeks` are the days told, `titles` those of the indicators, `whole` the county's own line."""

    campaign: Campaign
    weeks: tuple[dt.date, ...]
    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    whole: Line | None

    def of(self, outcome: Outcome) -> list[Line]:
        """The committees of one class."""
        return [line for line in self.lines if line.outcome is outcome]


def campaigns() -> list[Campaign]:
    """All campaigns of the catalogue, newest first."""
    return sorted(catalogue().campaigns.values(), key=lambda one: one.since, reverse=True)


def campaign_of(name: str) -> Campaign:
    """One by its name; NotFound for a word nobody wrote."""
    if name not in catalogue().campaigns:
        raise NotFound(NONE_SUCH, name=name)
    return catalogue().campaigns[name]


def campaign_board(post: Post, campaign: Campaign, on: dt.date) -> CampaignBoard:
    """The campaign as of a day, for the post's part of the county; a handful of queries, however many weeks."""
    post.may("targets.view").insist()
    weeks = campaign.weeks(on)
    windows = [Window.year_to(day) for day in weeks]
    top = post.organisation
    nodes = list(visible_to(post).filter(kind__in=kinds_at("committee")))
    targets = targets_by_cell(campaign.year, str(top.path))
    county = [top] if top.depth == 1 else []
    found = figures(campaign.indicators, windows, [*county, *nodes], top) if windows else {}
    asked = [node for node in nodes if any((node.pk, key) in targets for key in campaign.indicators)]
    return CampaignBoard(
        campaign=campaign,
        weeks=tuple(weeks),
        titles=tuple(indicator_of(key).title for key in campaign.indicators),
        lines=tuple(_line(Unit.of(node), campaign, windows, targets, found) for node in asked) if windows else (),
        whole=_line(Unit.of(top), campaign, windows, targets, found) if county and windows else None,
    )


def _line(
    unit: Unit,
    campaign: Campaign,
    windows: Sequence[Window],
    targets: Mapping[tuple[int, str], Target],
    found: Mapping[tuple[str, int, Window], Figure],
) -> Line:
    tasks = []
    for key in campaign.indicators:
        weeks = tuple(found[key, unit.pk, window] for window in windows)
        target = targets.get((unit.pk, key))
        share = share_of(weeks[-1].value, target.goal, target.better) if target else None
        tasks.append(Task(weeks, target, share))
    shares = [task.share for task in tasks if task.target is not None]
    return Line(unit, tuple(tasks), class_of(shares), campaign_score_of(shares))
