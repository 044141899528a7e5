"""After the door: how many places at once, for how long, passwords that work once, and one-time codes of the phone."""

import datetime as dt
import hashlib
import hmac
import struct
import time
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.world import PASSWORD, World
from zhijia.accounts.models import Seat, User
from zhijia.journal.models import Entry
from zhijia.journal.queries import sentence_of

LOGIN = "/account/login/"
OWN = "a-quiet-river-2014"


@pytest.fixture(autouse=True)
def no_earlier_visitors() -> None:
    cache.clear()


def signed_in(name: str = "hede", password: str = PASSWORD) -> Client:
    client = Client()
    assert client.post(LOGIN, {"login": name, "password": password}).status_code == 302
    return client


def inside(client: Client) -> bool:
    return client.get(reverse("feedback")).wsgi_request.user.is_authenticated


def test_of_too_many_places_the_oldest_ends(world: World, settings: Any) -> None:
    settings.SESSIONS_PER_PERSON = 2
    first, second, third = signed_in(), signed_in(), signed_in()
    assert [inside(client) for client in (first, second, third)] == [False, True, True]
    assert inside(signed_in("siming")) and inside(second)


def test_without_a_limit_all_places_stay(world: World, settings: Any) -> None:
    settings.SESSIONS_PER_PERSON = 0
    clients = [signed_in() for _ in range(5)]
    assert all(inside(client) for client in clients)


def test_signing_out_gives_the_place_back(world: World, settings: Any) -> None:
    settings.SESSIONS_PER_PERSON = 2
    first, second = signed_in(), signed_in()
    second.post(reverse("account_logout"))
    signed_in()
    assert inside(first) and not inside(second)


def test_a_session_ends_after_its_hours(world: World) -> None:
    client = signed_in()
    assert client.session.get_expiry_age() == 8 * 3600
    assert client.session.get_expire_at_browser_close()
    Session.objects.update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    assert not inside(client)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(world: World) -> None:
    client = signed_in()
    for cookie in (client.cookies["sessionid"],):
        assert cookie["httponly"] and cookie["samesite"] == "Lax"


def test_the_session_has_a_new_number_after_sign_in(world: World) -> None:
    client = Client()
    session = client.session
    session["planted"] = "1"
    session.save()
    planted = session.session_key
    client.post(LOGIN, {"login": "hede", "password": PASSWORD})
    assert client.session.session_key != planted


def test_a_one_time_password_must_be_changed_before_anything_else(world: World) -> None:
    User.objects.filter(username="hede").update(password_given=True)
    client = signed_in()
    assert client.get("/").url == reverse("account_change_password")
    assert "一次性密码" in client.get(reverse("account_change_password")).content.decode()
    answer = client.post(reverse("account_change_password"),
                         {"oldpassword": PASSWORD, "password1": OWN, "password2": OWN})  # fmt: skip
    assert answer.status_code == 302
    assert client.get("/").status_code == 200
    assert inside(signed_in(password=OWN))
    assert "单国强修改自己的密码" in [sentence_of(entry) for entry in Entry.objects.all()]


def test_changing_the_password_ends_every_other_place(world: World) -> None:
    here, there = signed_in(), signed_in()
    here.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": OWN, "password2": OWN})
    assert inside(here) and not inside(there)
    assert Seat.objects.filter(user=world.post["hede"].user).count() == 1


@pytest.mark.parametrize("weak", ["short", "12345678901234", "password1234", "hede-hede"])
def test_a_weak_password_is_refused_with_the_reason(world: World, weak: str) -> None:
    client = signed_in()
    answer = client.post(reverse("account_change_password"),
                         {"oldpassword": PASSWORD, "password1": weak, "password2": weak})  # fmt: skip
    assert answer.status_code == 200 and "form-error" in answer.content.decode()
    assert inside(signed_in())


def code_of(secret_in_base32: str) -> str:
    """The six digits a phone shows (RFC 6238), worked out here by hand."""
    import base64

    digest = hmac.new(base64.b32decode(secret_in_base32), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    offset = digest.digest()[-1] & 15
    number = struct.unpack(">I", digest.digest()[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1000000:06d}"


def with_codes(client: Client) -> str:
    """Switch one-time codes on; the secret."""
    asked = client.get(reverse("mfa_activate_totp"))
    assert "请再输入一次密码" in client.get(asked.url).content.decode()
    assert client.post(asked.url, {"password": PASSWORD}).url == reverse("mfa_activate_totp")
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert "data:image/svg+xml;base64," in page.content.decode()
    assert client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}).status_code == 302
    return secret


def test_codes_are_switched_on_and_then_asked_for(world: World) -> None:
    client = signed_in()
    secret = with_codes(client)
    from allauth.mfa.models import Authenticator

    kept = Authenticator.objects.get(user=world.post["hede"].user, type="totp")
    assert secret not in str(kept.data)  # sealed at rest
    spare = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert len(spare) == 10
    other = Client()
    answer = other.post(LOGIN, {"login": "hede", "password": PASSWORD})
    assert answer.url == reverse("mfa_authenticate") and not inside(other)
    assert other.get(reverse("mfa_authenticate")).status_code == 200
    assert other.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200 and not inside(other)
    cache.clear()  # a code is good for one use; the phone would show the next one
    other.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert inside(other)


def test_a_spare_code_opens_once(world: World) -> None:
    client = signed_in()
    with_codes(client)
    spare = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    for opened in (True, False):
        other = Client()
        other.post(LOGIN, {"login": "hede", "password": PASSWORD})
        other.post(reverse("mfa_authenticate"), {"code": spare})
        assert inside(other) is opened


def test_codes_are_switched_off_again_and_both_are_in_the_journal(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in()
    with django_capture_on_commit_callbacks(execute=True):
        with_codes(client)
    assert client.get(reverse("mfa_index")).status_code == 200
    assert client.get(reverse("mfa_deactivate_totp")).status_code == 200
    client.post(reverse("mfa_deactivate_totp"))
    assert inside(signed_in())
    told = [sentence_of(entry) for entry in Entry.objects.order_by("id")]
    assert "单国强启用动态口令" in told and "单国强停用动态口令" in told


def test_switching_codes_on_asks_for_the_password_again_and_counts_failures(world: World) -> None:
    client = signed_in()
    asked = client.get(reverse("mfa_activate_totp")).url
    assert asked.startswith(reverse("account_reauthenticate"))
    answers = [client.post(asked, {"password": "guess"}).status_code for _ in range(6)]
    assert answers == [200, 200, 200, 200, 429, 429]
    assert client.get(reverse("mfa_activate_totp")).status_code == 302


def test_spare_codes_are_renewed_and_downloaded(world: World) -> None:
    client = signed_in()
    with_codes(client)
    before = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 200
    client.post(reverse("mfa_generate_recovery_codes"))
    after = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()
    assert len(after) == 10 and not set(before) & set(after)
