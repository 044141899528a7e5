"""Steps of a batch (批次步骤): who took it where, on which day; each one a row that is never changed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.batches import APPROVED, BY_DIFFERENT_PERSONS, NOTICED, ORDER, Batch
from zhijia.ledger.models.entries import Booked
from zhijia.ledger.models.moves import Move


def _pairs() -> Q:
    joined = Q()
    for came_from, state in ORDER:
        joined |= Q(came_from=came_from, state=state)
    return joined


class BatchStep(Booked):
    """One step of a batch. Made, checked and approved by three different persons; approved after its notice ended."""

    CLASSES = {"what": ("id", "sheet_id", "number", "came_from", "state", "move_id"), "who": ("person", "actor"),
               "when": ("on", "notice_from", "notice_until"), "why": ("note",)}  # fmt: skip

    sheet = models.ForeignKey(Batch, models.PROTECT, related_name="steps", verbose_name=_("批次"))
    number = models.PositiveSmallIntegerField(_("步次"))
    came_from = models.CharField(_("原状态"), max_length=10, blank=True)
    state = models.CharField(_("状态"), max_length=10)
    on = models.DateField(_("日期"))
    person = models.BigIntegerField(_("人员编号"), null=True)
    actor = models.CharField(_("经办人"), max_length=80)
    notice_from = models.DateField(_("公示起"), null=True)
    notice_until = models.DateField(_("公示止"), null=True)
    move = models.OneToOneField(Move, models.PROTECT, related_name="step", null=True, verbose_name=_("资金变动"))
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        """Each state once, in the order allowed, and money only with the approval."""

        verbose_name = _("批次步骤")
        verbose_name_plural = _("批次步骤")
        ordering = ("sheet", "number")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "number"], name="ledger_step_once"),
            models.UniqueConstraint(fields=["sheet", "state"], name="ledger_state_once"),
            models.UniqueConstraint(
                fields=["sheet", "person"], condition=Q(state__in=BY_DIFFERENT_PERSONS), name="ledger_three_persons"
            ),
            models.CheckConstraint(condition=_pairs(), name="ledger_step_order"),
            models.CheckConstraint(
                condition=Q(state=APPROVED, move__isnull=False) | (~Q(state=APPROVED) & Q(move__isnull=True)),
                name="ledger_approval_moves_money",
            ),
            models.CheckConstraint(
                condition=Q(state=NOTICED, notice_from__isnull=False, notice_until__gte=models.F("notice_from"))
                | (~Q(state=NOTICED) & Q(notice_from__isnull=True, notice_until__isnull=True)),
                name="ledger_notice_dates",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=BY_DIFFERENT_PERSONS) | Q(person__isnull=False), name="ledger_known_person"
            ),
        ]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.sheet_id}/{self.number} {self.state}"
