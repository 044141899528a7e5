"""Words of a case: where it stands, its limit as a light, each record as a sentence."""

import datetime as dt
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhijia.schemes.catalogue import catalogue
from zhijia.web.components.light import light_html


def stands(case: Any) -> str:
    """Where a case stands, from its own columns: the step awaited, the ending, or done."""
    edition = catalogue().cases[case.edition]
    if case.step:
        return edition.step(case.step).label
    ending = edition.endings.get(case.state)
    return ending.label if ending else _("已办结")


def due_light(case: Any, on: dt.date) -> SafeString:
    """How far the limit is, with shape, word and colour; nothing for a case without one."""
    if not case.step or case.due_on is None:
        return SafeString("")
    left = (case.due_on - on).days
    if left < 0:
        return light_html("overdue", _("逾期%(days)s天") % {"days": -left})
    if left == 0:
        return light_html("yellow", _("今天到期"))
    near = int(catalogue().number("case.near-days", case.applied_on))
    return light_html("blue" if left <= near else "green", _("剩余%(days)s天") % {"days": left})
