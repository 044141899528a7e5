"""What a payee may see of the ledger: the own payments from their approval on, and what was said of them."""

from collections.abc import Sequence
from typing import Any

from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.ledger.holders import Holder, entity_of, register_key
from zhijia.ledger.models import Payment, Receipt

SHOWN = ("approved", "sent", "paid", "bounced", "recovered")
NOT_YOURS = gettext_noop("没有这笔发放，请从“我的”首页进入。")


def own_payments(payees: Sequence[Holder]) -> list[Any]:
    """Payments to these rows, newest first, each with `said`: the last word of the payee, '' for none."""
    numbers = {register_key(payee): [entity_of(one) for one in payees] for payee in payees}
    found: list[Any] = []
    for register, entities in numbers.items():
        rows = Payment.objects.filter(payee_register=register, payee__in=entities, state__in=SHOWN)
        found += rows.order_by("-since", "-pk")
    words = dict(Receipt.objects.filter(payment__in=found).order_by("pk").values_list("payment", "said"))
    for row in found:
        row.said = words.get(row.pk, "")
    return found


def own_payment(payees: Sequence[Holder], number: int) -> Any:
    """One of them; NotFound tells no more than that."""
    found = next((row for row in own_payments(payees) if row.pk == number), None)
    if found is None:
        raise NotFound(NOT_YOURS)
    return found
