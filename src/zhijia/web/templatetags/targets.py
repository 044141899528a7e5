"""Words of the target pages: values with their unit, shares as per cent, small lines, states."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from zhijia.indicators.queries import title_of
from zhijia.indicators.rules import Figure
from zhijia.kit.money import one_decimal
from zhijia.schemes.words import said
from zhijia.targets.queries.board import Goal
from zhijia.targets.queries.campaigns import Line
from zhijia.targets.queries.plans import Clause, confidence_word
from zhijia.targets.queries.splits import Target
from zhijia.targets.rules import plain_number
from zhijia.web.components.figure import figure_html, passport_url
from zhijia.web.components.light import LIGHTS
from zhijia.web.components.sparkline import sparkline_html
from zhijia.web.components.value import asked_for, grouped, schedule_of
from zhijia.web.desk.matrix.asked import Asked
from zhijia.web.desk.words import (
    COLOURS,
    COMPARATORS,
    CONFIDENCES,
    KEYS,
    LIGHT_OF_COLOUR,
    ORDER_STATES,
    OUTCOMES,
    PACES,
)

register = template.Library()
# Classes of the chart's lights in targets.css.
SHORT_LIGHTS = {
    "done": "g", "green": "g", "yellow": "y", "red": "r", "overdue": "r", "grey": "i", "none": "i", "blue": "s",
}  # fmt: skip


@register.filter
def plain(value: Decimal | None) -> str:
    """1835, 98.5: a target's number without needless zeros; nothing for nothing."""
    return "" if value is None else plain_number(value)


register.filter("grouped", grouped)


@register.filter
def with_unit(target: Target | Goal | Clause) -> str:
    """8家, 98.5%, 不超过3家: the value of a target, a goal or a clause."""
    return asked_for(target)


@register.filter
def percent(share: Fraction | None) -> str:
    """How much of a target is reached, as 51.3%; — without data."""
    return "—" if share is None else f"{one_decimal(share * 100)}%"


@register.filter
def whole_percent(share: Fraction | None) -> str:
    """The same in whole per cent, for close tables; never 100% before it is."""
    if share is None:
        return "—"
    rounded = int(share * 100 + Fraction(1, 2))
    return f"{99 if rounded == 100 and share < 1 else rounded}%"


@register.filter
def key_words(key: str) -> str:
    """A split key in words."""
    return str(KEYS.get(key, key))


@register.filter
def pace_words(pace: str) -> str:
    """A pace in words."""
    return str(PACES.get(pace, pace))


@register.filter
def comparator_words(comparator: str) -> str:
    """不少于, 不超过, 等于."""
    return str(COMPARATORS.get(comparator, comparator))


@register.filter
def state_words(state: str) -> str:
    """The state of an order in words."""
    return str(ORDER_STATES.get(state, state))


@register.filter
def days_words(left: int) -> str:
    """剩余5天, 逾期2天, 今天到期."""
    if left == 0:
        return _("今天到期")
    if left > 0:
        return _("剩余%(days)s天") % {"days": left}
    return _("逾期%(days)s天") % {"days": -left}


@register.simple_tag
def small_light(name: str) -> SafeString:
    """A light for close tables: shape and word in one coloured word; short, since a chart has hundreds."""
    shape, word = LIGHTS[name]
    return format_html("<b class={}>{} {}</b>", SHORT_LIGHTS[name], shape, word)


@register.simple_tag
def slip_light(colour: str) -> SafeString:
    """A supervision slip's colour with shape and word."""
    name = LIGHT_OF_COLOUR[colour]
    return format_html(
        '<span class="light light-{}"><span aria-hidden="true">{}</span> {}</span>',
        name, LIGHTS[name][0], COLOURS[colour],
    )  # fmt: skip


@register.simple_tag
def spark(shares: Sequence[Fraction | None], months: Sequence[dt.date]) -> SafeString:
    """The small line of a year, with first and last value in words."""
    words = _("%(first)s月至%(last)s月完成率%(from)s到%(to)s") % {
        "first": months[0].month, "last": months[-1].month, "from": percent(shares[0]), "to": percent(shares[-1]),
    }  # fmt: skip
    return sparkline_html(shares, words)


@register.simple_tag
def sort_query(asked: Asked, key: str) -> str:
    """The address that sorts by a column."""
    return asked.sort_query(key)


@register.simple_tag
def group_query(asked: Asked, group: str) -> str:
    """The address that shows one group alone."""
    return asked.query(group=group)


@register.filter
def confidence_words(clause: object) -> str:
    """How sure the reader was of a clause."""
    return str(CONFIDENCES[confidence_word(clause)])  # type: ignore[arg-type]


@register.filter
def kept(text: str) -> SafeString:
    """Text with its carriage returns, which a browser would otherwise drop and so move every offset behind them."""
    return mark_safe(escape(text).replace("\r", "&#13;"))  # noqa: S308 - escaped just before


@register.filter
def indicator_title(key: str) -> str:
    """An indicator's title by its key, also when it has left the catalogue."""
    return said(title_of(key))


@register.filter
def milestones(target: Target) -> str:
    """The schedule of a target in words."""
    return schedule_of(target)


@register.simple_tag
def passport_of(figure: Figure) -> str:
    """The address of a figure's passport."""
    return passport_url(figure)


@register.filter
def outcome_words(outcome: str) -> str:
    """全面完成, 部分完成, 未启动."""
    return str(OUTCOMES[outcome])


@register.simple_tag
def campaign_cells(line: Line, at: int) -> SafeString:
    """The weeks of one indicator of a campaign, then what was reached of the target."""
    task = line.tasks[at]
    weeks = format_html_join("", '<td class="number">{}</td>', ((figure_html(figure),) for figure in task.weeks))
    if task.target is None:
        return format_html('{}<td class="number">—</td>', weeks)
    share = percent(task.share)
    reached = (figure_html(task.now), grouped(task.target.value), share)
    return format_html('{}<td class="number">{}/{} <i>{}</i></td>', weeks, *reached)
