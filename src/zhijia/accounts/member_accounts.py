"""Questions about members' accounts."""

from zhijia.accounts.member_models import MemberAccount
from zhijia.accounts.sealing import keyring

__all__ = ["MOBILE", "MemberAccount", "accounts_with_mobile", "mobile_digest", "mobile_of"]
MOBILE = "member.account"


def accounts_with_mobile(number: str) -> list[MemberAccount]:
    """The accounts of one telephone; a family may share it."""
    return list(MemberAccount.objects.filter(mobile_digest=mobile_digest(number)).select_related("user"))


def mobile_digest(number: str) -> str:
    """How a number is found again without being kept readable."""
    return keyring().digest(number, MOBILE)


def mobile_of(account: MemberAccount) -> str:
    """The full number, opened: for the application form and for comparing with the roll."""
    return keyring().open_(account.mobile_sealed, MOBILE)
