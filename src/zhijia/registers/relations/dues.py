"""What falls due of labour relations: collective contracts that run out before a new one is in place."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhijia.kit.deadlines import set_day
from zhijia.registers.base.dues import Asked, Due, DueKind, announce_due, state_on
from zhijia.registers.base.queries import rows_for
from zhijia.registers.base.show import code_label
from zhijia.registers.relations.contracts import CONTRACTS, Contract
from zhijia.schemes.deadlines import rule_of, warning_of

WARNING = "contract.warn-days"


def contracts(asked: Asked) -> Iterator[Due]:
    """Contracts still running, by their last day; one that a later contract of its kind follows is left out."""
    warn, rule = warning_of(WARNING, asked.on), rule_of(WARNING, asked.on)
    later = Contract.objects.living().filter(
        employer=OuterRef("employer"), kind=OuterRef("kind"), ends_on__gt=OuterRef("ends_on"), ended_on__isnull=True
    )
    rows: Any = rows_for(CONTRACTS, asked.post).within(asked.within).filter(ended_on__isnull=True)
    rows = rows.filter(~Exists(later), ends_on__gte=asked.on, ends_on__lte=asked.horizon(warn))
    for row in rows.select_related("organisation", "employer").order_by("ends_on", "pk")[: asked.most]:
        last = set_day(row.ends_on, event=row.effective_on)
        told = {"employer": row.employer, "kind": code_label("contract-kind", row.kind)}
        yield Due(
            "contract", _("%(employer)s的%(kind)s即将到期") % told, row.organisation, last, state_on(last, asked, warn),
            CONTRACTS.key, row.pk, rule.title, rule.source,
        )  # fmt: skip


def announce_dues() -> None:
    """Say what falls due; called once at start-up."""
    announce_due(DueKind("contract", gettext_lazy("集体合同"), "contracts.view", contracts))
