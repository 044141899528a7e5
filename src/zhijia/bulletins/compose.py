"""Putting a circular together: the layout chooses the parts, the board gives the figures, the officer the words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from zhijia.bulletins.board import Board, board_of
from zhijia.bulletins.content import Content, FrozenFigure, bound_text
from zhijia.bulletins.models import Bulletin
from zhijia.bulletins.printing import Press
from zhijia.bulletins.ranking import Placed, ranked
from zhijia.bulletins.rules import ScoreLine, score_of
from zhijia.bulletins.tables import sheets_of
from zhijia.indicators.queries import indicator_of
from zhijia.kit.money import point_change
from zhijia.kit.period import Period
from zhijia.orgs.models import Organisation
from zhijia.orgs.rules import DEPARTMENTS, TOWNS
from zhijia.papers.paper import chinese_date
from zhijia.papers.skeletons import BulletinData, parts
from zhijia.registers.base.register import register_of
from zhijia.registers.base.window import Window
from zhijia.schemes.bulletins import BulletinLayout
from zhijia.schemes.bulletins import Part as LayoutPart
from zhijia.schemes.campaigns import Campaign
from zhijia.schemes.catalogue import catalogue
from zhijia.targets.queries.board import Unit
from zhijia.targets.rules import Outcome, class_of
from zhijia.targets.schedule import line_for

TIE_ORDER = ("new-unions", "wage-bargaining-rate")


def compose(bulletin: Bulletin, county: Organisation, words: Mapping[str, str], on: dt.date) -> Content:
    """The content of a circular: live for a draft, as known at the freeze otherwise. `words`: slot key -> text."""
    layout = catalogue().bulletins[bulletin.layout]
    campaign = campaign_for(layout, bulletin.as_of)
    only = campaign.indicators if campaign else ()
    board = board_of(county, Window.year_to(bulletin.as_of, bulletin.known_at), only)
    press = Press(bulletin.as_of)
    period = Period.parse(bulletin.period)
    places = places_of(board)
    made = [_part(part, layout, board, press, places, words, on) for part in layout.parts]
    return Content(_data(bulletin, layout, period, county, made, on), press.figures)


def _data(
    bulletin: Bulletin, layout: BulletinLayout, period: Period, county: Organisation, made: Sequence[parts.Part],
    on: dt.date,
) -> BulletinData:  # fmt: skip
    return BulletinData(
        county=county.name,
        subject=campaign.title if (campaign := campaign_for(layout, period.end)) else f"{period.label}工会重点工作",
        dated=on,
        addressees=(layout.addressees,),
        parts=tuple(made),
        tone=bulletin.tone,  # type: ignore[arg-type]
        title=f"{county.name}{layout.title.format(period=period.label, year=period.year)}",
        copy_to=tuple(name for name in layout.copy_to.split("，") if name),
        printed_by=f"{county.name}办公室",
    )


def _part(
    part: LayoutPart, layout: BulletinLayout, board: Board, press: Press, places: Mapping[str, list[Placed[Unit]]],
    words: Mapping[str, str], on: dt.date,
) -> parts.Part:  # fmt: skip
    match part.part:
        case "lead":
            return parts.Lead(layout.basis, chinese_date(board.window.as_of), chinese_date(on))
        case "overview":
            tasks = tuple(_task(key, board, press) for key in board.tasks)
            campaign = campaign_for(layout, board.window.as_of)
            told = parts.CampaignOverview(part.title, tasks, campaign.title) if campaign else None
            return told or parts.Overview(part.title, tasks)
        case "classes":
            chosen = [key for key in part.indicators or board.tasks if key in board.tasks]
            return parts.Classes(part.title, tuple(_classes(key, board, press) for key in chosen))
        case "outcome":
            return parts.Classes(part.title, (_outcome(layout, board, press),))
        case "ranking":
            groups = (_group(name, placed, press) for name, placed in places.items())
            return parts.Ranking(part.title, tuple(groups))
        case "expiring":
            return _expiring(part, board, press)
        case "tables":
            return parts.Tables(sheets_of(board, places, press))
        case "requirements" | "slot":
            return words_part(part, words, press.figures, board.county.pk, board.window.as_of)


def words_part(
    part: LayoutPart, words: Mapping[str, str], figures: dict[str, FrozenFigure], county: int, as_of: dt.date
) -> parts.Slot | parts.Requirements:
    """A part an officer fills, line by line, its numbers bound to these figures."""
    lines = [line.strip() for line in words.get(part.key, part.default).splitlines() if line.strip()]
    told = tuple(bound_text(line, figures, county, as_of) for line in lines)
    return parts.Slot(part.title, told) if part.part == "slot" else parts.Requirements(part.title, told)


def _task(key: str, board: Board, press: Press) -> parts.TaskResult:
    indicator, cell, before = indicator_of(key), board.cells[board.county.pk, key], board.before[key]
    assert cell.goal is not None
    change = None
    if cell.figure.bottom and before.bottom:
        text = point_change((cell.figure.top, cell.figure.bottom), (before.top, before.bottom))
        change = press.note(f"change:{key}@{board.county.pk}", text)
    return parts.TaskResult(
        name=indicator.title,
        target=press.goal(cell.goal),
        done=press.figure(cell.figure, indicator.unit),
        rate=press.share(cell.goal, cell.share),
        share=_decimal(cell.share),
        due_share=_decimal(cell.due_share),
        change=change,
        spread=tuple(_decimal(one.share) for _, one in board.of_units(key)),
    )


def _classes(key: str, board: Board, press: Press) -> parts.TaskClasses:
    named: dict[Outcome, list[str]] = {outcome: [] for outcome in Outcome}
    for unit, cell in board.of_units(key):
        outcome = class_of([cell.share])
        if outcome is not None:
            named[outcome].append(unit.name)
    sets = {
        outcome: parts.ClassSet(press.count(f"class:{key}:{outcome}", len(names)), tuple(names))
        for outcome, names in named.items()
    }
    return parts.TaskClasses(indicator_of(key).title, sets[Outcome.FULL], sets[Outcome.PARTLY], sets[Outcome.IDLE])


def _outcome(layout: BulletinLayout, board: Board, press: Press) -> parts.TaskClasses:
    """The three classes over all targets of the campaign together."""
    named: dict[Outcome, list[str]] = {outcome: [] for outcome in Outcome}
    for unit in board.units:
        cells = [board.cells[unit.pk, key] for key in board.tasks]
        outcome = class_of(cell.share for cell in cells if cell.goal is not None)
        if outcome is not None:
            named[outcome].append(unit.name)
    sets = [
        parts.ClassSet(press.count(f"class:{layout.campaign}:{one}", len(named[one])), tuple(named[one]))
        for one in (Outcome.FULL, Outcome.PARTLY, Outcome.IDLE)
    ]
    campaign = campaign_for(layout, board.window.as_of)
    return parts.TaskClasses(campaign.title if campaign else "", *sets)


def campaign_for(layout: BulletinLayout, on: dt.date) -> Campaign | None:
    """The campaign a layout tells of, in the year of a day; None for a layout of all work."""
    return catalogue().campaigns.get(f"{layout.campaign}.{on.year}") if layout.campaign else None


def places_of(board: Board) -> dict[str, list[Placed[Unit]]]:
    """Ranking of each group: towns and zones apart from county departments; never mixed."""
    groups: dict[str, list[tuple[Unit, Decimal, tuple[object, ...]]]] = {}
    for unit in board.units:
        cells = {key: board.cells[unit.pk, key] for key in board.tasks if board.cells[unit.pk, key].goal is not None}
        score = score_of([ScoreLine(weight_of(key), cell.share, cell.due_share) for key, cell in cells.items()])
        if score is None:
            continue
        tie = tuple(-(cells[key].share or 0) if key in cells else 1 for key in TIE_ORDER)
        groups.setdefault(unit.group, []).append((unit, score, (*tie, unit.code)))
    order = {TOWNS: 0, DEPARTMENTS: 1}
    return {name: ranked(groups[name]) for name in sorted(groups, key=lambda name: (order.get(name, 2), name))}


def weight_of(indicator: str) -> Decimal:
    """Weight in the score; 1 where the plan template gives none."""
    return line_for(indicator).weight or Decimal(1)


def _group(name: str, placed: Sequence[Placed[Unit]], press: Press) -> parts.RankingGroup:
    return parts.RankingGroup(
        name,
        tuple(
            parts.RankedUnit(
                one.unit.name, press.count(f"place:{one.unit.pk}", one.place), one.shared,
                press.score(one.unit.pk, one.score),
            )
            for one in placed
        ),
    )  # fmt: skip


def _expiring(part: LayoutPart, board: Board, press: Press) -> parts.Expiring:
    items = []
    for key, counts in board.expiring.items():
        total = sum(counts.values())
        if total:
            label = str(register_of(key).label)
            items.append(parts.ExpiringItem(label, press.count(f"expiring:{key}", total), "项"))
    return parts.Expiring(part.title, board.coming.label, tuple(items))


def _decimal(share: Fraction | None) -> Decimal:
    return Decimal(0) if share is None else Decimal(share.numerator) / Decimal(share.denominator)


def tells_of(layout: BulletinLayout, period: Period) -> bool:
    """Whether a layout has something to tell of a period: a month of its campaign; any period for all work."""
    if not layout.campaign:
        return True
    campaign = campaign_for(layout, period.end)
    return campaign is not None and period.kind == "month" and period.span.meets(campaign.span)
