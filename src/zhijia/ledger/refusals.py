"""The database's refusals as sentences: each constraint and rule of the ledger by its name."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from zhijia.kit.problem import Conflict, gettext_noop

SENTENCES: Mapping[str, str] = {
    "ledger_overdrawn": gettext_noop("“%(fund)s”%(year)s年可用余额不足，请减少本批金额或先登记追加的指标。"),
    "ledger_move_once": gettext_noop("“%(fund)s”刚被另一笔占用，请重新提交。"),
    "ledger_once_per": gettext_noop("“%(name)s”同一事项已经发放或正在办理，不能重复发放。"),
    "ledger_claim_taken": gettext_noop("“%(name)s”同一事项已经发放或正在办理，不能重复发放。"),
    "ledger_over_cap": gettext_noop("“%(name)s”的金额超过核定上限，请按上限填写。"),
    "ledger_amount_positive": gettext_noop("“%(name)s”的金额应大于零。"),
    "ledger_batch_not_open": gettext_noop("批次“%(sheet)s”已经送审，不能再加人；请另编一批。"),
    "ledger_wrong_kind": gettext_noop("“%(fund)s”不能用于“%(kind)s”或不能这样发放，请换资金或发放方式。"),
    "ledger_account_shared": gettext_noop("“%(name)s”的账号另有家庭在用，请核对后以暂缓方式登记。"),
    "ledger_cash_barred": gettext_noop("“%(fund)s”是专项资金，不得发放现金，请改用银行卡或实物。"),
    "ledger_notice_missing": gettext_noop("批次“%(sheet)s”须公示%(days)s个工作日且期满无异议后才能审定。"),
    "ledger_three_persons": gettext_noop("批次“%(sheet)s”的编制、审核、审定须由三个人分别办理，请换一个人。"),
    "ledger_own_payment": gettext_noop("批次“%(sheet)s”里有您经办的发放，审核和审定须由别人办理。"),
    "ledger_known_person": gettext_noop("批次“%(sheet)s”的编制、审核、审定须由本人登录办理。"),
    "ledger_step_order": gettext_noop("批次“%(sheet)s”现在不能这样办理，请按顺序编制、审核、公示、审定、送银行、办结。"),
    "ledger_step_follows": gettext_noop("批次“%(sheet)s”刚被别人办理过，请刷新后再办。"),
    "ledger_state_once": gettext_noop("批次“%(sheet)s”刚被别人办理过，请刷新后再办。"),
    "ledger_step_once": gettext_noop("批次“%(sheet)s”刚被别人办理过，请刷新后再办。"),
    "ledger_empty_batch": gettext_noop("批次“%(sheet)s”里没有要发放的人，不能送审。"),
    "ledger_still_held": gettext_noop("批次“%(sheet)s”还有暂缓发放的人，请先核实解除或剔除。"),
    "ledger_not_settled": gettext_noop("批次“%(sheet)s”还有没有银行结果的人，不能办结。"),
    "ledger_notice_dates": gettext_noop("批次“%(sheet)s”的公示起止日期不对，请核对。"),
    "ledger_outcome_order": gettext_noop("“%(name)s”已经有结果，不能再登记为“%(state)s”。"),
    "ledger_outcome_follows": gettext_noop("“%(name)s”的结果刚被别人登记过，请刷新后再办。"),
    "ledger_outcome_once": gettext_noop("“%(name)s”的结果刚被别人登记过，请刷新后再办。"),
    "ledger_outcome_too_early": gettext_noop("“%(name)s”所在批次的状态不允许登记“%(state)s”。"),
    "ledger_outcome_reason": gettext_noop("请写明原因。"),
    "ledger_release_reason": gettext_noop("请写明解除暂缓的理由。"),
    "ledger_receipt_unpaid": gettext_noop("“%(name)s”这一笔还没有发放，发放后再签收。"),
    "ledger_receipt_after": gettext_noop("“%(name)s”这一笔已经签收，不必再报。"),
    "ledger_receipt_once": gettext_noop("“%(name)s”这一笔已经报过，不必再报。"),
    "ledger_revocation_reason": gettext_noop("请写明撤销的原因。"),
    "ledger_standing_order": gettext_noop("“%(name)s”的有效期应晚于起始日期，请核对。"),
    "ledger_chain": gettext_noop("另一笔正在记账，请稍后重新提交。"),
    "ledger_entry": gettext_noop("另一笔正在记账，请稍后重新提交。"),
}  # fmt: skip
# SQLite names the columns of a unique constraint instead of the constraint itself.
COLUMNS: Mapping[str, str] = {
    "ledger_move.fund_id": "ledger_move_once",
    "ledger_claim.key": "ledger_once_per",
    "ledger_claim.follows_id": "ledger_once_per",
    "ledger_batchstep.sheet_id, ledger_batchstep.person": "ledger_three_persons",
    "ledger_batchstep.sheet_id": "ledger_state_once",
    "ledger_outcome.payment_id": "ledger_outcome_once",
    "ledger_receipt.payment_id": "ledger_receipt_once",
}


@contextmanager
def refusing(**values: object) -> Iterator[None]:
    """Do it in a savepoint; what the database refuses becomes a Conflict that a person can read."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fault:
        name = refusal_of(str(fault))
        if name is None:
            raise
        raise Conflict(SENTENCES[name], **values) from fault


def refusal_of(told: str) -> str | None:
    """The name of the rule in what the database told; None for a refusal that is none of ours."""
    columns = next((name for words, name in COLUMNS.items() if f"failed: {words}" in told), None)
    return columns or next((name for name in sorted(SENTENCES, key=len, reverse=True) if name in told), None)
