"""What the record page of a meeting, an item or the source of items shows beside its facts."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from zhijia.registers.base.queries import rows_for
from zhijia.registers.organising.convening import PAPERS
from zhijia.registers.organising.followups import CLOSED, FOLLOWUPS, ORIGINS
from zhijia.web.desk.gate import DeskRequest
from zhijia.web.desk.registers.item_panel import item_light, item_panel, item_state


def panel_of(request: DeskRequest, key: str, row: Any) -> SafeString | str:
    """The panel of a record, or nothing."""
    if key == FOLLOWUPS.key:
        return item_panel(request, row)
    origin = key.removeprefix("organising.")
    return _source_panel(request, key, origin, row) if origin in ORIGINS else ""


def _source_panel(request: DeskRequest, key: str, origin: str, row: Any) -> SafeString:
    """The items of a source with their lights; for a meeting its papers too."""
    seen = bool(request.post.may("followups.view"))
    rows: Any = (
        rows_for(FOLLOWUPS, request.post).filter(**{origin: row.pk})
        if seen
        else FOLLOWUPS.model._default_manager.none()
    )
    items = list(rows.select_related("organisation").order_by("due_on", "pk"))
    living = row.known_until is None
    context = {
        "key": key,
        "row": row,
        "items": [(item, *item_light(request, item), item_state(item)) for item in items],
        "open": sum(item.state not in CLOSED for item in items),
        "may_add": living and bool(request.post.may("followups.edit", row.organisation)),
        "papers": _papers(row) if key == "organising.meeting" else (),
        "may_issue": living
        and key == "organising.meeting"
        and bool(request.post.may("meetings.issue", row.organisation)),
    }
    return render_to_string("desk/meetings/source.html", context, request)


def _papers(row: Any) -> list[tuple[str, str, Any]]:
    return [(which, gettext(word), getattr(row, which)) for which, word in PAPERS.items()]
