"""The words of the register of payments: of which kind, out of which money, paid or come back in which period."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.ledger.models import Fund, Outcome
from zhijia.ledger.models.outcomes import BOUNCED, PAID, RECOVERED
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window


def _outcomes(window: Window) -> QuerySet[Outcome]:
    found = Outcome.objects.filter(payment=OuterRef("pk"))
    return found if window.known_at is None else found.filter(recorded_at__lte=window.known_at)


def _funds() -> Sequence[tuple[str, str]]:
    return tuple(Fund.objects.order_by("source", "pk").values_list("key", "title"))


@term("paid_in", _("在期内发放且未退回"), "span", asks_others=True)
def paid_in(span: Span, *, window: Window) -> Q:
    """Paid inside the span, and by its end neither bounced nor recovered."""
    known = _outcomes(window)
    paid = known.filter(state=PAID, on__gte=span.first, on__lte=span.last)
    back = known.filter(state__in=(BOUNCED, RECOVERED), on__lte=span.last)
    return Q(Exists(paid)) & Q(~Exists(back))


@term("came_back_in", _("在期内退票或追回"), "span", asks_others=True)
def came_back_in(span: Span, *, window: Window) -> Q:
    """Bounced or recovered inside the span."""
    known = _outcomes(window)
    return Q(Exists(known.filter(state__in=(BOUNCED, RECOVERED), on__gte=span.first, on__lte=span.last)))


@term("of_kind", _("项目类型"), "code", codes="payment-kind")
def of_kind(code: str) -> Q:
    """For this kind of need."""
    return Q(kind=code)


@term("from_source", _("资金来源"), "code", codes="fund-source")
def from_source(code: str) -> Q:
    """Out of money of this source."""
    return Q(fund__source=code)


@term("from_fund", _("资金"), "code", offers=_funds)
def from_fund(key: str) -> Q:
    """Out of the fund with this key."""
    return Q(fund__key=key)


@term("in_batch", _("批次编号"), "number")
def in_batch(number: int) -> Q:
    """Of the batch with this number."""
    return Q(sheet=number)


@term("of_year", _("资金年度"), "number")
def of_year(year: int) -> Q:
    """Out of the quota of this year."""
    return Q(sheet__year=year)


@term("held", _("曾暂缓发放"))
def held() -> Q:
    """Held when it was added."""
    return ~Q(held="")
