"""What is done with one payment of a batch before its approval."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from zhijia.ledger.actions import drop_payment, release_payment
from zhijia.ledger.queries.batches import batch_of, payment_in
from zhijia.web.desk.gate import DeskRequest, needs


@needs("payments.make")
@require_POST
def drop(request: DeskRequest, number: int, payment: int) -> HttpResponse:
    """Take a payment out."""
    sheet = batch_of(request.post, number)
    drop_payment(
        payment=payment_in(sheet, payment), reason=request.POST.get("reason", ""), on=request.today, by=request.post,
        at=request.now, client_key=request.POST.get("key", ""),
    )  # fmt: skip
    return redirect("batch", sheet.pk)


@needs("payments.check")
@require_POST
def release(request: DeskRequest, number: int, payment: int) -> HttpResponse:
    """Let a held payment go."""
    sheet = batch_of(request.post, number)
    release_payment(
        payment=payment_in(sheet, payment), reason=request.POST.get("reason", ""), on=request.today, by=request.post,
        at=request.now, client_key=request.POST.get("key", ""),
    )  # fmt: skip
    return redirect("batch", sheet.pk)
