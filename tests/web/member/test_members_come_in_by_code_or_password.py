"""The members' door: a code opens once and not for long, the page never tells whether a number is known."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from tests.web.member.phone import SENT, ask, come_in, last_code
from tests.world import World, add_member
from zhijia.accounts.codes import A_NUMBER_AN_HOUR, TRIES
from zhijia.accounts.member_models import MemberAccount, SignInCode
from zhijia.web import clock

STRANGER = "13900000000"


def test_a_code_opens_the_own_page(county: World, client: Client) -> None:
    """Once; the second time the same six digits are worth nothing."""
    member = county.members[0]
    assert come_in(client, member.mobile).url == "/my/"
    assert member.name in client.get("/my/").content.decode()
    other = Client()
    ask(other, member.mobile)
    SENT.pop()
    assert other.post("/my/enter/code/", {"code": last_code()}).status_code == 422


def test_known_and_unknown_numbers_get_the_same_answer(county: World, client: Client) -> None:
    """Address, text and sending; a wrong code says the same of both."""
    told = []
    for number in (county.members[0].mobile, STRANGER):
        visitor = Client()
        asked = ask(visitor, number)
        wrong = visitor.post("/my/enter/code/", {"code": "0000000"})
        told.append((asked.status_code, asked.url, wrong.status_code, wrong.content.count(b"alert-danger")))
    assert told[0] == told[1] and len(SENT) == 2


def test_a_code_dies_with_time_and_with_tries(county: World, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five wrong tries close it for the right one too; so do five minutes."""
    ask(client, STRANGER)
    right = last_code()
    wrong = "111111" if right != "111111" else "222222"
    for _ in range(TRIES):
        assert client.post("/my/enter/code/", {"code": wrong}).status_code == 422
    assert client.post("/my/enter/code/", {"code": right}).status_code == 422
    ask(client, STRANGER)
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + dt.timedelta(minutes=6))
    assert client.post("/my/enter/code/", {"code": last_code()}).status_code == 422
    assert SignInCode.objects.filter(used_at__isnull=False).count() == 0


def test_codes_are_not_to_be_had_without_end(county: World, client: Client) -> None:
    """Known or not, a number gets so many an hour."""
    for number in (county.members[0].mobile, STRANGER):
        answers = [ask(client, number).status_code for _ in range(A_NUMBER_AN_HOUR + 1)]
        assert answers == [302] * A_NUMBER_AN_HOUR + [422]
    assert "太频繁" in ask(client, STRANGER).content.decode()


def test_a_county_without_a_gateway_offers_the_password(county: World, client: Client, settings: Any) -> None:
    """The form for codes is not there, and asking all the same is refused in a sentence."""
    settings.CODE_SENDER = ""
    assert "获取验证码" not in client.get("/my/enter/").content.decode()
    assert "还没有开通短信验证码" in ask(client, STRANGER).content.decode()
    assert "11位数字" in client.post("/my/enter/", {"mobile": "12"}).content.decode()


def test_a_password_of_ones_own_opens_too(county: World, client: Client) -> None:
    """Set after a code; wrong ones are told nothing, and never known numbers nothing else."""
    member = county.members[0]
    come_in(client, member.mobile)
    new = {"new_password1": "江边的老槐树2014", "new_password2": "江边的老槐树2014"}
    assert client.post("/my/password/", new).status_code == 302
    visitor = Client()
    wrong = [
        visitor.post("/my/enter/password/", {"mobile": number, "password": "x"}) for number in (member.mobile, STRANGER)
    ]
    assert [answer.status_code for answer in wrong] == [422, 422]
    assert "密码不对" in wrong[0].content.decode() and "密码不对" in wrong[1].content.decode()
    right = visitor.post("/my/enter/password/", {"mobile": member.mobile, "password": new["new_password1"]})
    assert right.status_code == 302 and member.name in visitor.get("/my/").content.decode()


def test_a_shared_telephone_asks_who(county: World, client: Client) -> None:
    """The last four of the id number; a wrong one needs a new code."""
    one = county.members[0]
    other = add_member(county, "合德机械", 91, joined=dt.date(2014, 6, 1))
    other.mobile = one.mobile
    other.save()
    assert come_in(client, one.mobile).url == "/my/enter/again/"
    assert client.post("/my/enter/again/", {"tail": "0000"}).status_code == 422
    assert client.get("/my/enter/again/").status_code == 302
    come_in(client, one.mobile)
    assert client.post("/my/enter/again/", {"tail": other.id_tail}).url == "/my/"
    text = client.get("/my/").content.decode()
    assert other.name in text and f"{one.name}<" not in text


def test_a_number_given_up_opens_nothing_of_its_former_owner(county: World, client: Client) -> None:
    """The union has written down a new number: whoever has the old one sees an empty page."""
    member = county.members[0]
    old = member.mobile
    come_in(client, old)
    member.mobile = "13911112222"
    member.save()
    assert member.masked_id not in client.get("/my/").content.decode()
    visitor = Client()
    come_in(visitor, old)
    assert member.name not in visitor.get("/my/").content.decode()
    assert MemberAccount.objects.count() == 2
