"""Sending a one-time code, taking it, and the account that it opens."""

import datetime as dt
import random

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from zhijia.accounts.codes import A_NUMBER_AN_HOUR, AN_ADDRESS_AN_HOUR, HOUR, LIFE, TRIES, checked_mobile, new_code
from zhijia.accounts.member_accounts import MOBILE, mobile_digest
from zhijia.accounts.member_models import MemberAccount, SignInCode
from zhijia.accounts.models import User
from zhijia.accounts.sealing import keyring
from zhijia.accounts.senders import Sender
from zhijia.kit.identity.masks import mask_phone
from zhijia.kit.problem import Problem, gettext_noop

CODE = "member.code"
TOO_OFTEN = gettext_noop("验证码要得太频繁，请一小时后再试，或用密码登录。")
WRONG = gettext_noop("验证码不对或已过期，请核对短信，或重新获取。")


@transaction.atomic
def send_code(*, mobile: str, address: str, at: dt.datetime, rng: random.Random, send: Sender) -> None:
    """A new code to a number, whoever's it is: the page cannot tell whether the county knows it.

    Problem for what is no mobile number, and for too many codes to one number or from one network address.
    """
    number = checked_mobile(mobile)
    digest, place = mobile_digest(number), keyring().digest(address, CODE)
    SignInCode.objects.filter(sent_at__lte=at - HOUR).delete()
    asked = SignInCode.objects.filter(sent_at__gt=at - HOUR)
    many = asked.filter(mobile_digest=digest).count() >= A_NUMBER_AN_HOUR
    if many or asked.filter(address=place).count() >= AN_ADDRESS_AN_HOUR:
        raise Problem(TOO_OFTEN)
    code = new_code(rng)
    SignInCode.objects.create(mobile_digest=digest, address=place, code_digest=_code_digest(digest, code), sent_at=at)
    minutes = int(LIFE.total_seconds() // 60)
    send(number, _("验证码%(code)s，%(minutes)s分钟内有效，请勿告诉他人。") % {"code": code, "minutes": minutes})


def take_code(*, mobile: str, code: str, at: dt.datetime) -> str:
    """The number whose newest code this is; each code opens once. Problem for any other, with no word on why.

    Every try is counted before it is looked at, so that trying at the same moment does not win more tries.
    """
    number = checked_mobile(mobile)
    digest = mobile_digest(number)
    newest = SignInCode.objects.filter(mobile_digest=digest, sent_at__gt=at - LIFE).order_by("-pk").first()
    counted = newest is not None and SignInCode.objects.filter(
        pk=newest.pk, used_at__isnull=True, tries__lt=TRIES
    ).update(tries=F("tries") + 1)
    if newest is None or not counted or newest.code_digest != _code_digest(digest, code.strip()):
        raise Problem(WRONG)
    if not SignInCode.objects.filter(pk=newest.pk, used_at__isnull=True).update(used_at=at):
        raise Problem(WRONG)
    return number


@transaction.atomic
def account_for(*, mobile: str, person: str, name: str) -> MemberAccount:
    """The account of this person at this number, made on the first visit. The caller has let the person in."""
    found = MemberAccount.objects.filter(mobile_digest=mobile_digest(mobile), person=person).first()
    if found is not None:
        return found
    user = User(
        username=f"m-{keyring().digest(person, mobile_digest(mobile))[:24]}", full_name=name or mask_phone(mobile)
    )
    user.set_unusable_password()
    user.save()
    return MemberAccount.objects.create(
        user=user, mobile_sealed=keyring().seal(mobile, MOBILE), mobile_digest=mobile_digest(mobile), person=person
    )


@transaction.atomic
def name_account(*, account: MemberAccount, person: str, name: str) -> MemberAccount:
    """The person has told who they are by applying; the account keeps it from then on."""
    if account.person != person:
        account.person = person
        account.save(update_fields=["person"])
    account.user.full_name = name
    account.user.save(update_fields=["full_name"])
    return account


def set_member_password(*, user: User, password: str) -> None:
    """A password of the member's own; the validators have been asked by the form."""
    user.set_password(password)
    user.save(update_fields=["password"])


def _code_digest(digest: str, code: str) -> str:
    return keyring().digest(f"{digest}:{code}", CODE)
