"""The rules the database keeps, each as the condition under which a new row is refused."""

from typing import NamedTuple

GENESIS = "0" * 64


class Rule(NamedTuple):
    """`refused` is SQL over NEW that is true for a row that may not be written; `name` is told in the refusal."""

    name: str
    table: str
    refused: str


# The state a batch is in; '' before its first step.
_STATE = (
    "COALESCE((SELECT s.state FROM ledger_batchstep s WHERE s.sheet_id = {batch} ORDER BY s.number DESC LIMIT 1), '')"
)
# What became of a payment last; '' while nothing has.
_OUTCOME = (
    "COALESCE((SELECT o.state FROM ledger_outcome o WHERE o.payment_id = {payment} ORDER BY o.number DESC LIMIT 1), '')"
)
_SUM = (
    "COALESCE((SELECT SUM(p.amount_fen) FROM ledger_payment p WHERE p.sheet_id = NEW.sheet_id AND NOT EXISTS "
    "(SELECT 1 FROM ledger_outcome o WHERE o.payment_id = p.id AND o.state = 'dropped')), 0)"
)
_LAST_MOVE = (
    "(SELECT m.{column} FROM ledger_move m WHERE m.fund_id = NEW.fund_id AND m.year = NEW.year "
    "ORDER BY m.sequence DESC LIMIT 1)"
)
_BATCH_OF_PAYMENT = "(SELECT p.sheet_id FROM ledger_payment p WHERE p.id = NEW.payment_id)"

CHAIN = (
    Rule("ledger_chain_number", "ledger_entry",
         "NEW.number <> COALESCE((SELECT MAX(e.number) FROM ledger_entry e), 0) + 1"),
    Rule("ledger_chain_previous", "ledger_entry",
         "NEW.previous <> COALESCE((SELECT e.hash FROM ledger_entry e ORDER BY e.number DESC LIMIT 1), "
         f"'{GENESIS}')"),
    Rule("ledger_chain_day", "ledger_entry", "NEW.day < (SELECT MAX(e.day) FROM ledger_entry e)"),
)  # fmt: skip
MONEY = (
    Rule("ledger_move_sequence", "ledger_move",
         f"NEW.sequence <> COALESCE({_LAST_MOVE.format(column='sequence')}, 0) + 1"),
    Rule("ledger_move_balance", "ledger_move",
         f"NEW.balance_fen <> COALESCE({_LAST_MOVE.format(column='balance_fen')}, 0) + NEW.amount_fen"),
)  # fmt: skip
BATCHES = (
    Rule("ledger_step_follows", "ledger_batchstep",
         f"NEW.came_from <> {_STATE.format(batch='NEW.sheet_id')} OR NEW.number <> "
         "COALESCE((SELECT MAX(s.number) FROM ledger_batchstep s WHERE s.sheet_id = NEW.sheet_id), 0) + 1"),
    Rule("ledger_notice_missing", "ledger_batchstep",
         "NEW.state = 'approved' AND (SELECT b.notice_days FROM ledger_batch b WHERE b.id = NEW.sheet_id) > 0 "
         "AND NOT EXISTS (SELECT 1 FROM ledger_batchstep s WHERE s.sheet_id = NEW.sheet_id AND s.state = 'noticed' "
         "AND s.notice_until < NEW.\"on\")"),
    Rule("ledger_own_payment", "ledger_batchstep",
         "NEW.state IN ('checked', 'approved') AND EXISTS (SELECT 1 FROM ledger_payment p "
         "WHERE p.sheet_id = NEW.sheet_id AND p.person = NEW.person)"),
    Rule("ledger_approved_sum", "ledger_batchstep",
         "NEW.state = 'approved' AND NOT EXISTS (SELECT 1 FROM ledger_move m WHERE m.id = NEW.move_id "
         "AND m.sheet_id = NEW.sheet_id AND m.kind = 'approved' "
         f"AND m.amount_fen = -{_SUM})"),
    Rule("ledger_empty_batch", "ledger_batchstep", f"NEW.state IN ('checked', 'approved') AND {_SUM} = 0"),
    Rule("ledger_still_held", "ledger_batchstep",
         "NEW.state = 'approved' AND EXISTS (SELECT 1 FROM ledger_payment p WHERE p.sheet_id = NEW.sheet_id "
         "AND p.held <> '' AND NOT EXISTS (SELECT 1 FROM ledger_release r WHERE r.payment_id = p.id) "
         f"AND {_OUTCOME.format(payment='p.id')} <> 'dropped')"),
    Rule("ledger_not_settled", "ledger_batchstep",
         "NEW.state = 'closed' AND EXISTS (SELECT 1 FROM ledger_payment p WHERE p.sheet_id = NEW.sheet_id "
         "AND NOT EXISTS (SELECT 1 FROM ledger_outcome o WHERE o.payment_id = p.id))"),
)  # fmt: skip
PAYMENTS = (
    Rule("ledger_batch_not_open", "ledger_payment", f"{_STATE.format(batch='NEW.sheet_id')} <> 'drafted'"),
    Rule("ledger_wrong_fund", "ledger_payment",
         "NEW.fund_id <> (SELECT b.fund_id FROM ledger_batch b WHERE b.id = NEW.sheet_id)"),
    Rule("ledger_wrong_kind", "ledger_payment",
         "NOT EXISTS (SELECT 1 FROM ledger_fund f WHERE f.id = NEW.fund_id "
         "AND f.kinds LIKE '% ' || NEW.kind || ' %' AND f.methods LIKE '% ' || NEW.method || ' %')"),
    Rule("ledger_account_shared", "ledger_payment",
         "NEW.held = '' AND NEW.account_digest <> '' AND EXISTS (SELECT 1 FROM ledger_payment p "
         "WHERE p.account_digest = NEW.account_digest AND p.family <> NEW.family "
         f"AND {_OUTCOME.format(payment='p.id')} <> 'dropped')"),
    Rule("ledger_claim_taken", "ledger_claim",
         "NEW.attempt > 1 AND NOT EXISTS (SELECT 1 FROM ledger_claim c WHERE c.id = NEW.follows_id "
         "AND c.key = NEW.key AND c.attempt = NEW.attempt - 1 "
         f"AND {_OUTCOME.format(payment='c.payment_id')} IN ('dropped', 'bounced', 'recovered'))"),
    Rule("ledger_outcome_follows", "ledger_outcome",
         f"NEW.came_from <> {_OUTCOME.format(payment='NEW.payment_id')} OR NEW.number <> "
         "COALESCE((SELECT MAX(o.number) FROM ledger_outcome o WHERE o.payment_id = NEW.payment_id), 0) + 1"),
    Rule("ledger_outcome_too_early", "ledger_outcome",
         "(NEW.state = 'dropped' AND "
         f"{_STATE.format(batch=_BATCH_OF_PAYMENT)} NOT IN ('drafted', 'checked', 'noticed')) OR "
         "(NEW.state IN ('paid', 'bounced') AND NEW.came_from = '' AND "
         f"{_STATE.format(batch=_BATCH_OF_PAYMENT)} <> 'sent') OR (NEW.came_from = 'paid' AND "
         f"{_STATE.format(batch=_BATCH_OF_PAYMENT)} NOT IN ('sent', 'closed'))"),
    Rule("ledger_receipt_unpaid", "ledger_receipt", f"{_OUTCOME.format(payment='NEW.payment_id')} <> 'paid'"),
    Rule("ledger_receipt_after", "ledger_receipt",
         "EXISTS (SELECT 1 FROM ledger_receipt r WHERE r.payment_id = NEW.payment_id AND r.said = 'received')"),
    Rule("ledger_returned_sum", "ledger_outcome",
         "NEW.state IN ('bounced', 'recovered') AND NOT EXISTS (SELECT 1 FROM ledger_move m "
         "JOIN ledger_payment p ON p.id = NEW.payment_id WHERE m.id = NEW.move_id AND m.kind = 'returned' "
         "AND m.payment = p.id AND m.fund_id = p.fund_id AND m.amount_fen = p.amount_fen)"),
)  # fmt: skip
FUNDS = (
    # Earmarked money is never handed out in cash.
    Rule("ledger_cash_barred", "ledger_fund",
         "NEW.source IN ('1', '2', '3', '4', '5') AND NEW.methods LIKE '% cash %'"),
)  # fmt: skip
RULES = (*CHAIN, *FUNDS, *MONEY, *BATCHES, *PAYMENTS)
