"""The only writers of the ledger."""

from zhijia.ledger.actions.accounts import Account
from zhijia.ledger.actions.batches import advance_batch, draft_batch
from zhijia.ledger.actions.claims import record_outside_aid
from zhijia.ledger.actions.funds import add_quota, open_fund
from zhijia.ledger.actions.holds import drop_payment, release_payment
from zhijia.ledger.actions.payments import add_payment
from zhijia.ledger.actions.receipts import confirm_receipt
from zhijia.ledger.actions.results import record_results, tell_bank_file
from zhijia.ledger.actions.standings import grant_standing, revoke_standing
from zhijia.ledger.bank import Result

__all__ = [
    "Account", "Result", "add_payment", "add_quota", "advance_batch", "confirm_receipt", "draft_batch", "drop_payment",
    "grant_standing", "open_fund", "record_outside_aid", "record_results", "release_payment", "revoke_standing", "tell_bank_file",
]  # fmt: skip
