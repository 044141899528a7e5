"""The ledger's models, one file per noun, gathered here for Django."""

from zhijia.ledger.models.batches import Batch
from zhijia.ledger.models.claims import Claim
from zhijia.ledger.models.entries import Entry
from zhijia.ledger.models.funds import Fund
from zhijia.ledger.models.moves import Move
from zhijia.ledger.models.outcomes import Outcome
from zhijia.ledger.models.payments import Payment
from zhijia.ledger.models.receipts import Receipt
from zhijia.ledger.models.releases import Release
from zhijia.ledger.models.revocations import Revocation
from zhijia.ledger.models.standings import Standing
from zhijia.ledger.models.steps import BatchStep

__all__ = [
    "Batch", "BatchStep", "Claim", "Entry", "Fund", "Move", "Outcome", "Payment", "Receipt", "Release", "Revocation",
    "Standing",
]  # fmt: skip
