"""The light of a deadline: overdue, due today, near, extended or far, with the days in words."""

import datetime as dt

from django.utils.translation import gettext as _

from zhijia.kit.deadlines import State


def due_light(state: State, due: dt.date, on: dt.date) -> tuple[str, str]:
    """The light and its word; days are calendar days."""
    left = (due - on).days
    match state:
        case State.OVERDUE:
            return "overdue", _("逾期%(days)s天") % {"days": -left}
        case State.DUE:
            return "yellow", _("今日到期")
        case State.NEAR:
            return "blue", _("剩余%(days)s天") % {"days": left}
        case State.EXTENDED:
            return "grey", _("已延期，剩余%(days)s天") % {"days": left}
        case State.DONE:
            return "done", _("按期完成")
        case State.LATE:
            return "done", _("逾期完成")
    return "grey", _("剩余%(days)s天") % {"days": left}
