"""Writing a circular: begin it, put words into its slots, freeze its figures, sign it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhijia.bulletins.actions import draft_bulletin, freeze_figures, issue_bulletin, set_tone, write_slot
from zhijia.bulletins.queries import Bulletin, bulletin_for, slots_of
from zhijia.kit.period import Period
from zhijia.web.desk.bulletins.offered import QUARTERLY
from zhijia.web.desk.gate import DeskRequest, needs


@needs("bulletins.edit")
@require_POST
def draft(request: DeskRequest) -> HttpResponse:
    """Begin the circular of a quarter."""
    layout, _colon, key = request.POST.get("period", "").rpartition(":")
    period = Period.parse(key)
    made = draft_bulletin(layout=layout or QUARTERLY, period=period, by=request.post, on=request.today, at=request.now)
    return redirect("bulletin", made.pk)


@needs("bulletins.edit")
@require_POST
def write(request: DeskRequest, number: int) -> HttpResponse:
    """Save words and tone; the page comes back with the paper as it now reads."""
    found = bulletin_for(request.post, number)
    for slot in slots_of(found):
        if slot.key in request.POST:
            text = request.POST[slot.key].replace("\r\n", "\n")
            write_slot(bulletin=found, part=slot.key, text=text, by=request.post, at=request.now)
    if request.POST.get("tone") in Bulletin.Tone.values:
        set_tone(bulletin=found, tone=request.POST["tone"], by=request.post, at=request.now)
    messages.success(request, _("已保存。"))
    return redirect("bulletin", number)


@needs("bulletins.edit")
@require_POST
def freeze(request: DeskRequest, number: int) -> HttpResponse:
    """Fix the figures."""
    found = bulletin_for(request.post, number)
    freeze_figures(bulletin=found, by=request.post, on=request.today, at=request.now)
    messages.success(request, _("数据已冻结，此后的变化不再进入本通报。"))
    return redirect("bulletin", number)


@needs("bulletins.issue")
@require_POST
def issue(request: DeskRequest, number: int) -> HttpResponse:
    """Sign and number."""
    found = bulletin_for(request.post, number)
    issued = issue_bulletin(bulletin=found, by=request.post, on=request.today, at=request.now)
    messages.success(request, _("已签发%(number)s。") % {"number": issued.number})
    return redirect("bulletin", number)
