"""Where the money goes: the account of a payment, and whose it is."""

from dataclasses import dataclass

from zhijia.kit.cells import compact
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.actions.funds import METHODS
from zhijia.ledger.models import Payment
from zhijia.registers.base.show import code_label

BAD_ACCOUNT = gettext_noop("收款账号应为8至30位数字，请核对。")
NO_ACCOUNT = gettext_noop("“%(method)s”发放须填收款账号和户名。")
OTHERS_ACCOUNT = gettext_noop("户名“%(account)s”不是领取人“%(name)s”，请填写代领授权。")
BY_ACCOUNT = ("bank", "social")
SHORTEST, LONGEST = 8, 30


@dataclass(frozen=True)
class Account:
    """Where the money goes: number, holder's name, bank; `authority` when the holder is not the payee."""

    number: str
    holder: str
    bank: str = ""
    authority: str = ""


def set_account(row: Payment, account: Account | None) -> None:
    """Fill the account columns; Problem for what is no account. The database refuses one that another family uses."""
    if row.method not in BY_ACCOUNT:
        return
    if account is None or not (account.number and account.holder.strip()):
        raise Problem(NO_ACCOUNT, method=code_label(METHODS, row.method))
    number = compact(account.number).replace("-", "")
    if not (number.isascii() and number.isdigit() and SHORTEST <= len(number) <= LONGEST):
        raise Problem(BAD_ACCOUNT)
    if account.holder.strip() != row.name and not account.authority.strip():
        raise Problem(OTHERS_ACCOUNT, account=account.holder, name=row.name)
    row.account, row.account_name, row.bank = number, account.holder.strip(), account.bank.strip()
    row.authority = account.authority.strip()
