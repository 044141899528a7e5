"""Payments (发放): one sum for one payee out of one batch, in whole fen, to an account kept sealed."""

from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.batches import Batch
from zhijia.ledger.models.entries import WrittenOnce
from zhijia.ledger.models.funds import Fund
from zhijia.ledger.models.steps import BatchStep
from zhijia.registers.base.models import FactQuerySet, NamedFact
from zhijia.registers.base.sealing import keyring

ACCOUNT = "payment.account"


class PaymentManager(models.Manager.from_queryset(FactQuerySet)):  # type: ignore[misc]
    """Payments with `state`: what became of each, or else the state its batch is in."""

    def get_queryset(self) -> Any:
        """One subquery a row."""
        outcome = apps.get_model("ledger", "Outcome").objects.filter(payment=OuterRef("pk")).order_by("-number")
        step = BatchStep.objects.filter(sheet=OuterRef("sheet")).order_by("-number")
        last = Coalesce(Subquery(outcome.values("state")[:1]), Subquery(step.values("state")[:1]))
        return super().get_queryset().annotate(state=last)


class Payment(WrittenOnce, NamedFact):
    """One line of a batch. `name` is the payee; `payee_register`, `payee` its row; `family` whose account it may be.

    What became of it stands in its outcomes; the row itself never changes.
    """

    CLASSES = {
        "who": ("name", "payee_register", "payee", "family", "person", "recorded_by_id", "organisation_id"),
        "account": ("account_name", "account_sealed", "account_digest", "account_tail", "bank", "authority"),
        "what": ("id", "sheet_id", "fund_id", "kind", "method", "held", "version_of_id", "batch"),
        "money": ("amount_fen", "cap_fen"),
        "when": ("since", "until", "recorded_at", "known_until"),
        "why": ("purpose", "case", "decision", "basis", "remark"),
        "keys": ("search", "sort_pinyin", "sort_stroke"),
    }
    PERSON = True

    sheet = models.ForeignKey(Batch, models.PROTECT, related_name="payments", verbose_name=_("批次"))
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="payments", verbose_name=_("资金"))
    payee_register = models.CharField(_("领取人台账"), max_length=40, blank=True)
    payee = models.BigIntegerField(_("领取人编号"))
    family = models.CharField(_("家庭"), max_length=60)
    kind = models.CharField(_("项目类型"), max_length=20)
    method = models.CharField(_("发放方式"), max_length=10)
    amount_fen = models.BigIntegerField(_("金额"))
    cap_fen = models.BigIntegerField(_("核定上限"), null=True, blank=True)
    account_name = models.CharField(_("收款户名"), max_length=60, blank=True)
    account_sealed = models.CharField(_("收款账号"), max_length=200, blank=True)
    account_digest = models.CharField(_("收款账号"), max_length=64, blank=True, db_index=True)
    account_tail = models.CharField(_("账号尾号"), max_length=4, blank=True)
    bank = models.CharField(_("开户银行"), max_length=60, blank=True)
    authority = models.CharField(_("代领授权"), max_length=120, blank=True)
    purpose = models.CharField(_("事由"), max_length=120)
    case = models.CharField(_("办件"), max_length=60, blank=True)
    decision = models.CharField(_("审批依据"), max_length=120, blank=True)
    basis = models.CharField(_("制度"), max_length=120, blank=True)
    held = models.CharField(_("暂缓原因"), max_length=200, blank=True)
    person = models.BigIntegerField(_("经办人员编号"), null=True)

    objects: ClassVar[Any] = PaymentManager()

    class Meta(NamedFact.Meta):
        """Whole positive sums within what was computed; a row of the ledger has no second version."""

        abstract = False
        verbose_name = _("发放")
        verbose_name_plural = _("发放")
        constraints = [
            models.CheckConstraint(condition=Q(amount_fen__gt=0), name="ledger_amount_positive"),
            models.CheckConstraint(
                condition=Q(cap_fen__isnull=True) | Q(amount_fen__lte=models.F("cap_fen")), name="ledger_over_cap"
            ),
            models.CheckConstraint(
                condition=Q(known_until__isnull=True, version_of__isnull=True), name="ledger_payment_written_once"
            ),
        ]
        indexes = [models.Index(fields=["fund", "kind"], name="ledger_payment_fund")]

    @property
    def account(self) -> str:
        """The full account number, opened; show it only through a logged reveal."""
        return keyring().open_(self.account_sealed, ACCOUNT) if self.account_sealed else ""

    @account.setter
    def account(self, number: str) -> None:
        """Seal the number; its digest and last digits follow from it."""
        self.account_sealed = keyring().seal(number, ACCOUNT) if number else ""
        self.account_digest = keyring().digest(number, ACCOUNT) if number else ""
        self.account_tail = number[-4:]

    @property
    def masked_account(self) -> str:
        """The last digits, as lists show it."""
        return f"**** {self.account_tail}" if self.account_tail else ""

    def derive(self) -> None:
        """Search keys; the fund is that of the batch."""
        super().derive()
        self.fund = self.sheet.fund
