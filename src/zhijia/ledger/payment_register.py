"""The register of payments: read only, for its rows come from batches and their results."""

from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models import Payment
from zhijia.ledger.payment_terms import (
    came_back_in,
    from_fund,
    from_source,
    held,
    in_batch,
    of_kind,
    of_year,
    paid_in,
)
from zhijia.registers.base.register import Column, Register, announce, vocabulary

PAYMENTS = announce(
    Register(
        key="ledger.payment",
        label=_("发放"),
        purpose=_("每一笔帮扶、奖补和津贴发给谁、多少、从哪笔资金、到了没有；由批次和银行结果产生，只增不改。"),
        area="payments",
        model=Payment,
        columns=(
            Column("name", _("领取人"), listed=True, required=True, form=False, sort="sort_pinyin"),
            Column("organisation", _("所属工会"), "organisation", listed=True, form=False, sort="organisation__path"),
            Column("kind", kind="code", codes="payment-kind", listed=True, form=False, sort="kind"),
            Column("amount_fen", _("金额（元）"), "money", listed=True, form=False, sort="amount_fen"),
            Column("state", _("发放状态"), "code", codes="payment-state", listed=True, form=False),
            Column("fund", _("资金"), "text", listed=True, form=False, sort="fund__title"),
            Column("sheet", _("批次"), "text", form=False, sort="sheet__number"),
            Column("method", kind="code", codes="pay-method", form=False),
            Column("since", _("编制日期"), "date", listed=True, form=False, sort="since"),
            Column("purpose", form=False),
            Column("account_name", form=False),
            Column("masked_account", _("收款账号"), "masked", form=False, reveal="account"),
            Column("bank", form=False),
            Column("authority", form=False),
            Column("cap_fen", _("核定上限（元）"), "money", form=False),
            Column("held", form=False),
            Column("decision", form=False),
            Column("basis", form=False),
            Column("remark", kind="long", form=False),
        ),
        terms=vocabulary(
            paid_in, came_back_in, of_kind, from_source, from_fund, in_batch, of_year, held,
        ),
        filters=("of_kind", "state", "from_fund", "paid_in", "came_back_in", "held"),
        ordering=("-since", "-pk"),
        totals=("amount_fen",),
        related=("organisation", "fund", "sheet"),
        begins="since",
        typed=False,
    )
)  # fmt: skip
