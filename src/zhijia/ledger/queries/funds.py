"""What a fund had, promised, paid and has left in a year; and the batches that drew on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum

from zhijia.accounts.models import Post
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.kit.tree import prefix_range
from zhijia.ledger.models import Batch, BatchStep, Fund, Move, Payment
from zhijia.ledger.models.funds import APPROVED, QUOTA, RETURNED

NO_FUND = gettext_noop("没有这笔资金，请从资金页进入。")


@dataclass(frozen=True)
class FundYear:
    """One fund in one year, all in fen: quota = promised + paid + left."""

    fund: Fund
    year: int
    quota: int
    promised: int
    paid: int
    left: int


def fund_years(post: Post, year: int) -> Sequence[FundYear]:
    """Every fund in that year. Two queries, whatever their number."""
    post.may("funds.view").insist()
    funds = list(Fund.objects.all())
    sums = {kind: Sum("amount_fen", filter=Q(kind=kind), default=0) for kind in (QUOTA, APPROVED, RETURNED)}
    moved = {row["fund"]: row for row in Move.objects.filter(year=year).order_by().values("fund").annotate(**sums)}
    paid = (
        Payment.objects.filter(sheet__year=year, state="paid").order_by().values("fund").annotate(n=Sum("amount_fen"))
    )
    arrived = {row["fund"]: int(row["n"]) for row in paid}
    return [_card(fund, year, moved.get(fund.pk, {}), arrived.get(fund.pk, 0)) for fund in funds]


def fund_of(post: Post, number: int) -> Fund:
    """One fund; NotFound for none."""
    post.may("funds.view").insist()
    found = Fund.objects.filter(pk=number).first()
    if found is None:
        raise NotFound(NO_FUND)
    return found


def moves_of(fund: Fund, year: int) -> QuerySet[Move]:
    """The moves of a fund's year, newest first."""
    return Move.objects.filter(fund=fund, year=year).select_related("sheet").order_by("-sequence")


def years_of_funds() -> list[int]:
    """Years with a quota or a batch, newest first."""
    return sorted({*Move.objects.order_by().values_list("year", flat=True).distinct()}, reverse=True)


def batches_of(post: Post, *, fund: Fund | None = None, year: int | None = None) -> QuerySet[Batch]:
    """Batches of the post's part of the tree with `state`, `people` and `whole` (fen)."""
    low, high = prefix_range(post.path)
    state = BatchStep.objects.filter(sheet=OuterRef("pk")).order_by("-number").values("state")[:1]
    paying = Q(payments__outcomes__isnull=True) | ~Q(payments__outcomes__state="dropped")
    found = Batch.objects.filter(organisation__path__gte=low, organisation__path__lt=high).select_related("fund")
    found = found.filter(fund=fund) if fund else found
    found = found.filter(year=year) if year else found
    return found.annotate(
        state=Subquery(state), people=Count("payments", filter=paying, distinct=True)
    ).order_by("-pk")  # fmt: skip


def _card(fund: Fund, year: int, moved: Mapping[str, Any], paid: int) -> FundYear:
    quota, approved, back = (int(moved.get(kind, 0)) for kind in (QUOTA, APPROVED, RETURNED))
    return FundYear(fund, year, quota, -approved - back - paid, paid, quota + approved + back)
