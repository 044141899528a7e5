"""What a target asks for, in the reader's language: 8家 and 不超过3家, or 8 units and at most 3 units."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from zhijia.schemes.words import said
from zhijia.targets.queries.board import Goal
from zhijia.targets.queries.plans import Clause
from zhijia.targets.queries.splits import Target
from zhijia.targets.rules import plain_number

RATE = "%"


def asked_for(goal: Target | Goal | Clause) -> str:
    """Value, range and unit of a target, a goal or a clause; '' while a clause has no value."""
    if goal.value is None:
        return ""
    words = counted(_number(goal.value, goal.value_max), goal.unit)
    return _("不超过%(value)s") % {"value": words} if goal.comparator == "<=" else words


def _number(value: Decimal, value_max: Decimal | None) -> str:
    return grouped(value) if value_max is None else f"{grouped(value)}—{grouped(value_max)}"


def grouped(value: Decimal) -> str:
    """14,000: a target's number on a page."""
    whole, point, rest = plain_number(value).partition(".")
    return f"{int(whole):,}{point}{rest}"


def counted(number: str, unit: str) -> str:
    """A number with its classifier, which a language with an alphabet sets apart; a percent sign stands close."""
    if unit == RATE:
        return f"{number}%"
    return pgettext("number and unit", "%(number)s%(unit)s") % {"number": number, "unit": said(unit)}


def schedule_of(target: Target) -> str:
    """How a target's pace runs: 3月31日25%，6月30日60%, or evenly through the year."""
    if target.pace == Target.Pace.LINEAR or not target.milestones:
        return _("按时间均衡推进")
    marks = sorted(target.milestones.items())
    return _("，").join(
        _("%(month)s月%(day)s日%(share)s%%") % {"month": int(key[:2]), "day": int(key[3:]), "share": share}
        for key, share in marks
    )
