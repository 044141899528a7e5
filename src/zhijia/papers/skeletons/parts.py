"""The parts a circular is put together from. A layout file chooses and orders them by these names:

lead          basis, cut-off date, origin of the figures
overview      one sentence per key task: target, done, rate, against the schedule, against last year
classes       per task the three sets 全面完成 / 部分完成 / 尚未启动 with counts and names
ranking       per group the first and the last by tone; small groups by completion only
slot          words an officer fills in (抽查情况、存在问题 ...), figures inside bound
expiring      what runs out next quarter, by kind, unit level only
requirements  what is asked, by when
tables        attachments: ranking table, progress table, list of expiring items

`title` is the heading text; without one a part continues under the heading before it.
"""

from dataclasses import dataclass
from decimal import Decimal

from zhijia.papers.blocks import Table
from zhijia.papers.runs import Bound, Runs


@dataclass(frozen=True, slots=True)
class Lead:
    """Opening paragraph; `basis` is the paper the circular rests on, `checked` the day its figures were verified."""

    basis: str
    cut_off: str
    checked: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class TaskResult:
    """One key task of the county: figures as printed, and shares for the wording (1 = target reached)."""

    name: str
    target: Bound
    done: Bound
    rate: Bound
    share: Decimal
    due_share: Decimal
    change: Bound | None = None
    spread: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """总体情况."""

    title: str
    tasks: tuple[TaskResult, ...]


@dataclass(frozen=True, slots=True)
class CampaignOverview:
    """总体情况 of a campaign: its targets are not those of the year."""

    title: str
    tasks: tuple[TaskResult, ...]
    campaign: str


@dataclass(frozen=True, slots=True)
class ClassSet:
    """Units of one class of one task; the count is a figure whose rows are these units."""

    count: Bound
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskClasses:
    """The three sets of one task."""

    name: str
    finished: ClassSet
    partly: ClassSet
    not_started: ClassSet


@dataclass(frozen=True, slots=True)
class Classes:
    """分项情况."""

    title: str
    tasks: tuple[TaskClasses, ...]


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """A unit in ranking order; place and score are figures, `shared` says another unit has the same place."""

    unit: str
    place: Bound
    shared: bool
    score: Bound
    light: str = ""


@dataclass(frozen=True, slots=True)
class RankingGroup:
    """Units compared with one another: towns and zones, or county departments; never mixed."""

    name: str
    units: tuple[RankedUnit, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """考核得分."""

    title: str
    groups: tuple[RankingGroup, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Words of an officer: each paragraph with its figures bound."""

    title: str
    paragraphs: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class ExpiringItem:
    """How many of one kind run out, e.g. 工会届次, 集体合同."""

    name: str
    count: Bound
    unit: str


@dataclass(frozen=True, slots=True)
class Expiring:
    """到期预警, for the coming `period`."""

    title: str
    period: str
    items: tuple[ExpiringItem, ...]


@dataclass(frozen=True, slots=True)
class Requirements:
    """下步要求: sentences with their dates."""

    title: str
    sentences: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One attachment; wide tables lie on their side."""

    title: str
    table: Table
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class Tables:
    """附件."""

    sheets: tuple[TableSheet, ...]
    title: str = ""


Part = Lead | Overview | CampaignOverview | Classes | Ranking | Slot | Expiring | Requirements | Tables
