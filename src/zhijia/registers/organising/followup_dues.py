"""What falls due of what was resolved, found or listed: the items that are not closed."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from zhijia.kit.deadlines import set_day
from zhijia.registers.base.dues import Asked, Due, state_on
from zhijia.registers.base.queries import rows_for
from zhijia.registers.base.show import code_label
from zhijia.registers.organising.followups import CLOSED, FOLLOWUPS
from zhijia.schemes.deadlines import warning

# No item is near earlier than a fifth of a year before its day; the engine decides within that.
AHEAD = dt.timedelta(days=75)


def followups(asked: Asked) -> Iterator[Due]:
    """Items that are not closed. Their words may name people, so what leaves the house names their origin only."""
    until = asked.until or asked.on + AHEAD
    rows: Any = rows_for(FOLLOWUPS, asked.post).within(asked.within).exclude(state__in=CLOSED)
    rows = rows.filter(due_on__lte=until).select_related(*FOLLOWUPS.related).order_by("due_on", "pk")
    warn = warning(asked.on)
    for row in rows[: asked.most]:
        last = set_day(row.due_on, event=row.raised_on, original=row.first_due_on)
        what = _("%(origin)s事项待落实（第%(number)s号）") % {
            "origin": code_label("followup-origin", row.origin), "number": row.pk,
        }  # fmt: skip
        yield Due(
            "followup", what, row.organisation, last, state_on(last, asked, warn), FOLLOWUPS.key, row.pk,
            _("交办时定的完成时限"), named=_("%(place)s：%(item)s") % {"place": row.organisation, "item": row.item},
        )  # fmt: skip
