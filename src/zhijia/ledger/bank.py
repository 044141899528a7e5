"""The bank's files: the list of accounts that goes out, and the answer that comes back, line by line."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zhijia.kit.cells import compact, plain
from zhijia.kit.money import yuan
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.sheet import Column, read_date, read_tables
from zhijia.ledger.models import Batch, Payment
from zhijia.ledger.models.outcomes import BOUNCED, PAID, RECOVERED

WORDS = {
    "已发放": PAID, "成功": PAID, "入账成功": PAID, "已入账": PAID, "退票": BOUNCED, "失败": BOUNCED, "退回": BOUNCED,
    "已追回": RECOVERED, "追回": RECOVERED,
}  # fmt: skip
OUT = (
    Column("number", "发放编号", kind="code", width=10, required=True),
    Column("account", "收款账号", kind="code", width=24, required=True),
    Column("holder", "收款户名", width=16, required=True),
    Column("bank", "开户银行", width=24),
    Column("amount", "金额（元）", ("金额",), kind="money", width=14, required=True),
    Column("purpose", "用途", width=24),
)
BACK = (
    OUT[0],
    Column("amount", "金额（元）", ("金额", "交易金额"), kind="money", required=True),
    Column("state", "结果", ("处理结果", "状态"), required=True),
    Column("on", "日期", ("入账日期", "处理日期", "交易日期"), kind="date"),
    Column("receipt", "银行回单号", ("回单号", "流水号")),
    Column("reason", "原因", ("失败原因", "退票原因", "备注")),
)
IN_ROW = gettext_noop("结果文件第%(row)s行：%(fault)s")
NO_NUMBER = gettext_noop("发放编号“%(word)s”不是数字。")
NO_STATE = gettext_noop("结果“%(word)s”看不懂，请写“成功”或“退票”。")
NO_DAY = gettext_noop("日期“%(word)s”看不懂，请写成2014-07-01的样子。")
OTHER_SUM = gettext_noop("编号%(number)s的金额与批次里的不同，请核对是不是这一批的结果。")


@dataclass(frozen=True)
class Result:
    """One line of the bank's answer: number of the payment, what became of it, on which day."""

    payment: int
    state: str
    on: dt.date
    receipt: str = ""
    reason: str = ""


def bank_title(sheet: Batch) -> str:
    """The head of the list; a paper for the bank, so Chinese in either language."""
    return f"{sheet.title}代发清单"


def bank_rows(sheet: Batch) -> Iterator[list[object]]:
    """The lines for the bank: full account numbers, sums in fen; what was dropped or goes in goods is left out."""
    rows = Payment.objects.filter(sheet=sheet).exclude(state="dropped").exclude(account_sealed="").order_by("pk")
    for row in rows:
        yield [str(row.pk), row.account, row.account_name, row.bank, row.amount_fen, row.purpose]


def read_results(path: Path, sheet: Batch, on: dt.date) -> list[Result]:
    """The bank's answer; Problem names the first row that cannot be read. A row without a day means `on`."""
    sums = dict(Payment.objects.filter(sheet=sheet).values_list("pk", "amount_fen"))
    found = []
    for table in read_tables(path, BACK):
        for row in table.rows:
            try:
                found.append(_result(row.cells, sums, on))
            except Problem as fault:
                raise Problem(IN_ROW, row=row.number, fault=fault) from fault
    return found


def _result(cells: tuple[object, ...], sums: dict[int, int], on: dt.date) -> Result:
    number, amount, state, day, receipt, reason = cells
    word = compact(number).lstrip("'")
    if not (word.isascii() and word.isdigit()):
        raise Problem(NO_NUMBER, word=word)
    if int(word) in sums and sums[int(word)] != yuan(compact(amount)):
        raise Problem(OTHER_SUM, number=word)
    if compact(state) not in WORDS:
        raise Problem(NO_STATE, word=compact(state))
    reading = read_date(day) if compact(day) else None
    if reading is not None and reading.value is None:
        raise Problem(NO_DAY, word=compact(day))
    outcome = WORDS[compact(state)]
    why = plain(reason) or ("" if outcome == PAID else plain(state))
    return Result(int(word), outcome, reading.value if reading and reading.value else on, plain(receipt), why)
