"""What must hold of the ledger, walked by `zhijia verify`: the chain, and what an auditor looks for in money paid."""

from collections.abc import Iterator

from django.db.models import Count, F

from zhijia.kit.finding import Finding
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.models import BatchStep, Move, Payment
from zhijia.ledger.verifying import altered

SHARED = gettext_noop("“%(name)s”的收款账号有%(families)s个家庭在用，且没有解除暂缓的记录。")
OTHERS = gettext_noop("“%(name)s”的款付给了“%(account)s”，没有代领授权。")
EARLY = gettext_noop("批次“%(sheet)s”在公示期满前已审定。")
EQUAL = gettext_noop("批次“%(sheet)s”%(count)s人金额全部相同，请核对是否平均发放。")
ALIKE = 10


def check_the_chain_is_unbroken() -> Iterator[Finding]:
    """Every line and row is what was written. Reads the whole ledger; at night."""
    for fault in altered():
        yield Finding(f"ledger/{fault.number or '-'}", fault.problem)


def check_an_account_belongs_to_one_family() -> Iterator[Finding]:
    """Audit A5 (e) and A7: shared accounts that nobody has looked at."""
    paid = Payment.objects.exclude(account_digest="").exclude(state="dropped")
    shared = paid.values("account_digest").order_by().annotate(families=Count("family", distinct=True))
    for found in shared.filter(families__gt=1):
        for row in paid.filter(account_digest=found["account_digest"], held="").order_by("pk")[1:]:
            yield Finding(f"ledger.payment/{row.pk}", Problem(SHARED, name=row.name, families=found["families"]))


def check_money_goes_to_the_payee() -> Iterator[Finding]:
    """Audit A7: another holder's account without an authority."""
    for row in Payment.objects.exclude(account_name="").exclude(account_name=F("name")).filter(authority=""):
        yield Finding(f"ledger.payment/{row.pk}", Problem(OTHERS, name=row.name, account=row.account_name))


def check_nothing_was_approved_during_its_notice() -> Iterator[Finding]:
    """Audit A9: approved on or before the last day of the notice."""
    for step in BatchStep.objects.filter(state="approved", sheet__notice_days__gt=0).select_related("sheet"):
        if not BatchStep.objects.filter(sheet=step.sheet, state="noticed", notice_until__lt=step.on).exists():
            yield Finding(f"ledger.batch/{step.sheet_id}", Problem(EARLY, sheet=step.sheet.title))


def check_not_everybody_gets_the_same() -> Iterator[Finding]:
    """Audit A10: one sum for all in a batch of ten and more, across several kinds of need."""
    groups = Payment.objects.values("sheet", "sheet__title").order_by().annotate(
        n=Count("pk"), sums=Count("amount_fen", distinct=True), needs=Count("basis", distinct=True))  # fmt: skip
    for found in groups.filter(n__gte=ALIKE, sums=1, needs__gt=1):
        told = Problem(EQUAL, sheet=found["sheet__title"], count=found["n"])
        yield Finding(f"ledger.batch/{found['sheet']}", told)


def check_balances_add_up() -> Iterator[Finding]:
    """The balance after each move is that before it plus the move."""
    before: dict[tuple[int, int], int] = {}
    for row in Move.objects.order_by("fund", "year", "sequence"):
        key = (row.fund_id, row.year)
        if row.balance_fen != before.get(key, 0) + row.amount_fen:
            yield Finding(f"ledger.move/{row.pk}", Problem(BALANCE, number=row.pk))
        before[key] = row.balance_fen


BALANCE = gettext_noop("资金变动%(number)s之后的余额与前一笔对不上。")
