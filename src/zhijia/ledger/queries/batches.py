"""One batch: its steps, its payments, and what its reader can do next, with the reason where not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Sum

from zhijia.accounts.models import Post
from zhijia.kit.answer import Answer
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.ledger.models import Batch, BatchStep, Payment
from zhijia.ledger.models import batches as states
from zhijia.ledger.models.batches import NOTICED, ORDER
from zhijia.ledger.models.outcomes import DROPPED
from zhijia.ledger.queries.funds import batches_of

NO_BATCH = gettext_noop("没有这个批次，或它不在您的管理范围内。")
SHOWN = 100
# What a post must be allowed to take a batch into each state.
VERBS: Mapping[str, str] = {
    states.DRAFTED: "payments.make", states.CHECKED: "payments.check", states.NOTICED: "payments.make",
    states.APPROVED: "payments.approve", states.SENT: "payments.send", states.CLOSED: "payments.send",
    states.CANCELLED: "payments.make",
}  # fmt: skip


@dataclass(frozen=True)
class BatchCard:
    """A batch as its page shows it; `next` pairs each state it may go to with whether this post may do it."""

    batch: Any
    steps: Sequence[BatchStep]
    payments: Sequence[Any]
    whole: int
    notice: BatchStep | None
    next: Sequence[tuple[str, Answer]]

    @property
    def more(self) -> int:
        """Payments beyond those shown."""
        return max(0, int(self.batch.people) - len(self.payments))


def batch_of(post: Post, number: int) -> Batch:
    """A batch in the post's part of the tree; NotFound tells no more than that."""
    post.may("funds.view").insist()
    found = batches_of(post).filter(pk=number).first()
    if found is None:
        raise NotFound(NO_BATCH)
    return found


def batch_card(post: Post, number: int) -> BatchCard:
    """Everything about one batch, in a fixed number of queries."""
    batch: Any = batch_of(post, number)
    steps = list(BatchStep.objects.filter(sheet=batch).order_by("number"))
    rows = Payment.objects.filter(sheet=batch).select_related("organisation", "release").order_by("pk")[:SHOWN]
    ways = [to for came_from, to in ORDER if came_from == batch.state and not _needless(batch, to)]
    return BatchCard(
        batch=batch, steps=steps, payments=list(rows), whole=sum_of(batch),
        notice=next((step for step in steps if step.state == NOTICED), None),
        next=[(to, post.may(VERBS[to], batch.organisation)) for to in ways],
    )  # fmt: skip


def last_step(sheet: Batch) -> BatchStep | None:
    """The newest step of a batch."""
    return BatchStep.objects.filter(sheet=sheet).order_by("-number").first()


def sum_of(sheet: Batch) -> int:
    """What the batch pays out in all, in fen; dropped payments are not paid."""
    rows = Payment.objects.filter(sheet=sheet).exclude(state=DROPPED)
    return int(rows.aggregate(whole=Sum("amount_fen"))["whole"] or 0)


def payment_in(batch: Batch, number: int) -> Payment:
    """One payment of a batch."""
    found: Payment | None = Payment.objects.filter(sheet=batch, pk=number).select_related("sheet").first()
    if found is None:
        raise NotFound(NO_BATCH)
    return found


def _needless(batch: Any, to: str) -> bool:
    """A batch that needs a notice is not approved before it; one that needs none hangs out none."""
    if batch.state != "checked":
        return False
    return to == "approved" if batch.notice_days else to == NOTICED
