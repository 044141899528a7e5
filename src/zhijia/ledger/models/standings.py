"""Standings (资格与荣誉): a star, card, honour or title that somebody holds from one day to another."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.entries import WrittenOnce
from zhijia.registers.base.models import FactQuerySet, NamedFact

REVOKED, SUPERSEDED, LAPSED = "revoked", "superseded", "lapsed"


class Standing(WrittenOnce, NamedFact):
    """One standing. `name` is the holder; an empty `holder_register` means that `holder` is an organisation.

    `since` is the first day, `until` the first day on which it no longer holds by its own term.
    """

    CLASSES = {
        "who": ("name", "holder_register", "holder", "organisation_id", "recorded_by_id"),
        "what": ("id", "kind", "level", "number", "version_of_id", "batch"),
        "when": ("since", "until", "recorded_at", "known_until"),
        "why": ("basis", "case", "decision", "remark"),
        "keys": ("search", "sort_pinyin", "sort_stroke"),
    }

    holder_register = models.CharField(_("持有人台账"), max_length=40, blank=True)
    holder = models.BigIntegerField(_("持有人编号"))
    kind = models.CharField(_("类别"), max_length=20)
    level = models.CharField(_("等级"), max_length=20, blank=True)
    number = models.CharField(_("证书编号"), max_length=60, blank=True)
    basis = models.CharField(_("制度"), max_length=120, blank=True)
    case = models.CharField(_("办件"), max_length=60, blank=True)
    decision = models.CharField(_("决定文号"), max_length=120, blank=True)

    objects: ClassVar[Any] = FactQuerySet.as_manager()

    class Meta(NamedFact.Meta):
        """Found by holder and by kind."""

        abstract = False
        verbose_name = _("资格与荣誉")
        verbose_name_plural = _("资格与荣誉")
        constraints = [
            models.CheckConstraint(
                condition=Q(known_until__isnull=True, version_of__isnull=True), name="ledger_standing_written_once"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")), name="ledger_standing_order"
            ),
        ]
        indexes = [
            models.Index(fields=["holder_register", "holder", "kind"], name="ledger_standing_holder"),
            models.Index(fields=["kind", "level", "organisation"], name="ledger_standing_kind"),
        ]
