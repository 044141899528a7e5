"""What an officer does in a case: take the step, send back, change answers, answer objections, end, appeal."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.cases import actions
from zhijia.cases.actions.papers import SUBJECT
from zhijia.cases.queries import card_of, case_of
from zhijia.evidence.actions import attach
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.words import said
from zhijia.web.desk.cases.forms import StepForm
from zhijia.web.desk.cases.page import page_of
from zhijia.web.desk.cases.told import back_to, told
from zhijia.web.desk.gate import DeskRequest, needs

NO_FILE = gettext_noop("请先选择要上传的文件。")
CHOSEN = gettext_noop("请选择结果。")


@needs("cases.act")
@require_POST
def step(request: DeskRequest, case: int) -> HttpResponse:
    """Take the present step; papers sent along are kept even when the step is refused."""
    held = case_of(request.post, case, request.today)
    card = card_of(request.post, held, request.today)
    if card.state.step is None:
        card.may.insist()
    form = StepForm(card, {}, request.POST, request.FILES)
    label = form.step.label
    try:
        for slot, file in form.papers():
            attach(
                name=str(file.name), chunks=file.chunks(), subject=SUBJECT, subject_id=held.pk, slot=slot,
                organisation=held.organisation, by=request.post, at=request.now,
            )  # fmt: skip
        actions.take_step(**told(request, case, dated="on" in form.fields), **form.taken())
    except Problem as problem:
        return page_of(request, card_of(request.post, held, request.today), form, problem.sentence(gettext))
    messages.success(request, gettext("已办理“%(step)s”。") % {"step": said(label)})
    return back_to(case)


@needs("evidence.edit")
@require_POST
def upload(request: DeskRequest, case: int) -> HttpResponse:
    """A paper put to the case."""
    held = case_of(request.post, case, request.today)
    file = request.FILES.get("file")
    if file is None:
        raise Problem(NO_FILE)
    attach(
        name=str(file.name), chunks=file.chunks(), subject=SUBJECT, subject_id=held.pk,
        slot=request.POST.get("slot", "")[:60], organisation=held.organisation, by=request.post, at=request.now,
    )  # fmt: skip
    messages.success(request, gettext("已上传“%(name)s”。") % {"name": file.name})
    return back_to(case)


@needs("cases.act")
@require_POST
def send_back(request: DeskRequest, case: int) -> HttpResponse:
    """To an earlier step, with reasons."""
    record = actions.return_case(
        **told(request, case), to=request.POST.get("to", ""), reason=request.POST.get("reason", "")
    )
    card = card_of(request.post, record.case, request.today)
    messages.success(request, gettext("已退回到“%(step)s”。") % {"step": said(card.label)})
    return back_to(case)
