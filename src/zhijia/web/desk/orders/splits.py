"""One target: where it comes from, how it is divided, how it changed."""

from decimal import Decimal

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from zhijia.indicators.queries import title_of
from zhijia.kit.problem import Problem
from zhijia.targets.actions import revise_target, split_target, withdraw_target
from zhijia.targets.queries import Split, adjustments_of, keys_for, proposed_split, split_of, target_of
from zhijia.targets.queries.splits import Target, units_of
from zhijia.targets.rules import plain_number
from zhijia.targets.schedule import is_counted, line_for
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.orders.typed import day_of, number_of
from zhijia.web.desk.words import KEY_UNITS, KEYS


@needs("targets.view")
def target(request: DeskRequest, number: int) -> HttpResponse:
    """Clause, value, parts with their key and the sum check, history. `?key=` shows how a key would divide."""
    held = target_of(request.post, number)
    return _page(request, held, _split(request, held))


@needs("targets.edit")
@require_POST
def split(request: DeskRequest, number: int) -> HttpResponse:
    """Save the parts; refused when they do not sum, with what was typed still there."""
    held = target_of(request.post, number)
    key = request.POST.get("key", "by-hand")
    typed: dict[str, str] = {}
    try:
        parts = {}
        for unit in units_of(held, request.today):
            typed[str(unit.pk)] = text = request.POST.get(f"part-{unit.pk}", "")
            parts[unit] = number_of(text, unit.name) or Decimal(0)
        kept = split_target(
            target=held, parts=parts, key=key if key in KEYS else "by-hand", by=request.post, at=request.now
        )
    except Problem as problem:
        return _page(request, held, split_of(held, request.today), problem.sentence(gettext), typed)
    words = ngettext("已分解到%(count)s个单位。", "已分解到%(count)s个单位。", len(kept))
    messages.success(request, words % {"count": len(kept)})
    return _at(number)


@needs("targets.edit")
@require_POST
def revise(request: DeskRequest, number: int) -> HttpResponse:
    """Change value or deadline, with a reason."""
    held = target_of(request.post, number)
    value = number_of(request.POST.get("value", ""), gettext("目标值"))
    revise_target(
        target=held, value=held.value if value is None else value,
        due=day_of(request.POST.get("due", ""), gettext("完成时限")), reason=request.POST.get("reason", ""),
        by=request.post, at=request.now,
    )  # fmt: skip
    messages.success(request, gettext("已调整，原目标值留在调整记录里。"))
    return _at(number)


@needs("targets.edit")
@require_POST
def withdraw(request: DeskRequest, number: int) -> HttpResponse:
    """Take the target back, with a reason."""
    held = target_of(request.post, number)
    withdraw_target(target=held, reason=request.POST.get("reason", ""), by=request.post, at=request.now)
    messages.success(request, gettext("已撤销目标。"))
    return _at(number)


def _split(request: DeskRequest, held: Target) -> Split | None:
    key = request.GET.get("key", "")
    if held.parent_id is not None or held.organisation.depth > 1:
        return None
    if key in keys_for(held) and key != "by-hand":
        return proposed_split(held, key, request.today)
    return split_of(held, request.today)


def _page(
    request: DeskRequest, held: Target, shown: Split | None, fault: str = "", typed: dict[str, str] | None = None
) -> HttpResponse:
    lines = []
    for part in shown.parts if shown else ():
        text = (typed or {}).get(str(part.unit.pk), plain_number(part.value) if part.value else "")
        lines.append((part, text))
    context = {
        "target": held,
        "title": title_of(held.indicator),
        "gone": not is_counted(held.indicator),
        "line": line_for(held.indicator),
        "clause": held.clause or (held.parent.clause if held.parent else None),
        "split": shown,
        "lines": lines,
        "keys": [(key, KEYS[key]) for key in keys_for(held)],
        "key_unit": KEY_UNITS.get(shown.key, "") if shown else "",
        "fixed": any(part.fixed for part, _ in lines),
        "fault": fault,
        "changes": adjustments_of(held),
        "may_edit": bool(request.post.may("targets.edit", held.organisation)) and held.state == "active",
    }
    return render(request, "desk/orders/target.html", context, status=400 if fault else 200)


def _at(number: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("target", args=[number]))
