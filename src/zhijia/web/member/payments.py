"""The member's own payments: what was paid for what, and a word on whether it arrived."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.ledger.actions import confirm_receipt
from zhijia.ledger.queries.own import own_payment, own_payments
from zhijia.registers.organising.own import own_rows
from zhijia.web.member.gate import MemberRequest, own


@own
def payments(request: MemberRequest) -> HttpResponse:
    """Newest first."""
    return render(request, "member/payments.html", {"payments": own_payments(own_rows(request.member))})


@own
@require_POST
def confirm(request: MemberRequest, payment: int) -> HttpResponse:
    """ "Arrived" or "not arrived", once each; the county sees it in its ledger."""
    row = own_payment(own_rows(request.member), payment)
    confirm_receipt(
        payment=row, said=request.POST.get("said", ""), person=request.member.user_id, actor=row.name,
        remark=request.POST.get("remark", ""), on=request.today, at=request.now,
    )  # fmt: skip
    messages.success(request, gettext("已告诉县总工会，谢谢。"))
    return redirect("my-payments")
