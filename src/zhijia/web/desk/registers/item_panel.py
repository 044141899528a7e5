"""What the record page of an item shows: where it stands, by when and why, what can be done next or why not."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from zhijia.kit.deadlines import set_day
from zhijia.registers.base.register import register_of
from zhijia.registers.base.show import code_label
from zhijia.registers.organising.follow_rights import follow_steps_for
from zhijia.registers.organising.followups import CLOSED
from zhijia.schemes.deadlines import warning
from zhijia.web.desk.due_lights import due_light
from zhijia.web.desk.gate import DeskRequest


def item_panel(request: DeskRequest, row: Any) -> SafeString:
    """Where the item stands, by when and why, and what can be done next or why not."""
    last = _deadline(row)
    source, key = row.source, f"organising.{row.origin}"
    steps = follow_steps_for(row, request.post) if row.known_until is None else ()
    context = {
        "row": row,
        "state": item_state(row),
        "light": item_light(request, row),
        "why": last.why(),
        "source": source,
        "source_label": register_of(key).label if source is not None else "",
        "steps": [(step, gettext(step.label), bool(answer)) for step, answer in steps],
        "refused": [answer.because for step, answer in steps if not answer and step.other],
    }
    return render_to_string("desk/meetings/item.html", context, request)


def _deadline(row: Any) -> Any:
    return set_day(row.due_on, event=row.raised_on, original=row.first_due_on)


def item_light(request: DeskRequest, row: Any) -> tuple[str, str]:
    """The light of an item and its word."""
    done = row.reported_on if row.state in CLOSED else None
    return due_light(_deadline(row).state(request.today, warning(request.today), done), row.due_on, request.today)


def item_state(row: Any) -> str:
    """The state in words."""
    return code_label("followup-state", row.state)
