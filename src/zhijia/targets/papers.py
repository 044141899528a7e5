"""The paper of an assignment order: words and numbers of its targets put into the slip's skeleton."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from zhijia.accounts.models import Post
from zhijia.indicators.queries import figures, indicator_of
from zhijia.indicators.rules import Figure
from zhijia.kit.money import round_half_up
from zhijia.orgs.queries import root
from zhijia.papers.paper import Paper
from zhijia.papers.runs import Bound, Text
from zhijia.papers.skeletons import Adjustment, SlipData, SlipTask, assignment_slip
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.targets.models import Order, Target, TargetRevision
from zhijia.targets.models.plans import Comparator
from zhijia.targets.rules import plain_number
from zhijia.targets.schedule import line_for

BEFORE = {Comparator.AT_LEAST: "", Comparator.AT_MOST: "不超过", Comparator.EXACTLY: ""}
EVENLY = "按时间均衡推进"
# The word between the county's first character and the year in the number of an order.
ORDER_SERIES = "工交"


def slip_of(order: Order, on: dt.date) -> Paper:
    """The slip of an order as it would be issued on a day; the base is the figure at the end of last year."""
    targets = list(order.targets.active().select_related("clause__plan", "parent").order_by("id"))
    targets.sort(key=lambda target: -line_for(target.indicator).weight)
    window = Window.year_to(dt.date(order.year - 1, 12, 31))
    place = order.organisation
    bases = figures([target.indicator for target in targets], [window], [place], place)
    chair = Post.objects.on(on).filter(organisation=place, role="committee-chair").select_related("user").first()
    return assignment_slip(
        SlipData(
            county=root().name,
            year=order.year,
            number=order.number,
            issued=on,
            unit=place.name,
            responsible=str(chair.user) if chair else "",
            contact=str(chair.user) if chair else "",
            phone=chair.telephone if chair else "",
            basis="；".join(dict.fromkeys(f"《{target.clause.plan.title}》" for target in targets if target.clause)),
            tasks=tuple(_task(target, bases[target.indicator, place.pk, window]) for target in targets),
            requirements=tuple(order.requirement_lines),
            signer=str(order.issued_by.user) if order.issued_by else "",
            objection_days=plain_number(catalogue().number("order.objection-days", on)),
            adjustments=tuple(_adjustments(targets)),
        )
    )


def figure_ref(figure: Figure) -> str:
    """How a paper names a figure: indicator, organisation, day."""
    return f"{figure.indicator}|{figure.organisation}|{figure.window.as_of.isoformat()}"


def value_words(value: Decimal, value_max: Decimal | None, unit: str, comparator: str) -> str:
    """8家, 15—16支, 98.5%, 不超过3家."""
    number = plain_number(value) if value_max is None else f"{plain_number(value)}—{plain_number(value_max)}"
    return f"{BEFORE[Comparator(comparator)]}{number}{unit}"


def milestone_words(target: Target) -> str:
    """3月31日25%，6月30日60%，9月30日100%."""
    marks: Mapping[str, str] = target.milestones
    if target.pace == Target.Pace.LINEAR or not marks:
        return EVENLY
    words = []
    for key, share in sorted(marks.items()):
        month, day = key.split("-")
        words.append(f"{int(month)}月{int(day)}日{plain_number(Decimal(share))}%")
    return "，".join(words)


def _task(target: Target, base: Figure) -> SlipTask:
    line, indicator = line_for(target.indicator), indicator_of(target.indicator)
    return SlipTask(
        task=line.task,
        target=Text(value_words(target.value, target.value_max, target.unit, target.comparator)),
        base=Bound(base_words(base), figure_ref(base)),
        definition=indicator.definition,
        milestones=milestone_words(target),
        due=target.due,
        lead=line.department or "—",
        weight=plain_number(line.weight) if line.weight else "",
    )


def base_words(figure: Figure) -> str:
    """A figure with its unit, rates to one decimal."""
    value = figure.value
    if value is None:
        return "—"
    if not figure.is_rate:
        return f"{int(value)}{figure.unit}"
    tenths = round_half_up(value * 10)
    return f"{tenths // 10}.{tenths % 10}%"


def _adjustments(targets: list[Target]) -> list[Adjustment]:
    changes = TargetRevision.objects.filter(target__in=targets, kind=TargetRevision.Kind.REVISED)
    return [
        Adjustment(
            task=line_for(change.target.indicator).task,
            old=Text(f"{plain_number(change.old_value or Decimal(0))}{change.target.unit}"),
            new=Text(f"{plain_number(change.new_value or Decimal(0))}{change.target.unit}"),
            reason=change.reason,
            approved=str(change.by.user),
            on=change.at.date(),
        )
        for change in changes.select_related("target", "by__user")
    ]
