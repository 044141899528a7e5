"""How items fare in the demo county: closed with evidence, waiting for acceptance, under way, untouched, sent back."""

import datetime as dt
from typing import Any

from zhijia.project.demo.days import moment
from zhijia.registers.organising.follow_steps import follow_step
from zhijia.registers.organising.following import follow

_PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
_DAY = dt.timedelta(days=1)


def fare(item: Any, luck: float, owner: Any, above: Any) -> None:
    """Take the item as far as its luck goes; nothing is done after the demo's last entries."""
    day = item.raised_on + 12 * _DAY
    if luck < 0.22:
        return
    item = _step(item, "progress", "已明确责任人，正在办理", day, owner)
    if luck < 0.45:
        return
    day = min(item.due_on - 3 * _DAY, dt.date(2014, 6, 30))
    files = [(f"落实情况{item.pk}.pdf", [_PAPER + str(item.pk).encode()])]
    item = _step(item, "report", "已按要求办结", day, owner, files=files)
    if luck < 0.58:
        return
    if luck < 0.66:
        _step(item, "return", "佐证不足，请补充现场材料", day + 2 * _DAY, above)
        return
    if item.origin == "rectification" and luck > 0.8:
        _step(item, "keep", "已形成制度，长期坚持", day + 3 * _DAY, above, rule="基层走访联系制度")
        return
    _step(item, "accept", "核查属实，同意销号", day + 3 * _DAY, above)


def _step(item: Any, key: str, words: str, on: dt.date, by: Any, **more: Any) -> Any:
    return follow(item=item, step=follow_step(key), words=words, on=on, by=by, at=moment(on, 10), **more)
