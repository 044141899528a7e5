"""What is done with one payment of a batch before its approval."""

from collections.abc import Callable

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
    return _done(drop_payment, request, number, payment)


@needs("payments.check")
@require_POST
def release(request: DeskRequest, number: int, payment: int) -> HttpResponse:
    """Let a held payment go."""
    return _done(release_payment, request, number, payment)


def _done(act: Callable[..., object], request: DeskRequest, number: int, payment: int) -> HttpResponse:
    sheet = batch_of(request.post, number)
    act(
        payment=payment_in(sheet, payment), reason=request.POST.get("reason", ""), on=request.today, by=request.post,
        at=request.now, client_key=request.POST.get("key", ""),
    )  # fmt: skip
    return redirect("batch", sheet.pk)
