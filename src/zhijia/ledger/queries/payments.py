"""Questions about payments."""

from zhijia.ledger.models import Outcome, Payment


def state_of(payment: Payment) -> str:
    """What became of a payment last; '' while nothing has."""
    last = Outcome.objects.filter(payment=payment).order_by("-number").values_list("state", flat=True).first()
    return last or ""
