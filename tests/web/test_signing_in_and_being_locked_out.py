"""At the door: one's own name and password, five tries, and a colleague behind the same address is not kept out."""

import datetime as dt
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.world import PASSWORD, World
from zhijia.journal.models import Entry
from zhijia.journal.queries import sentence_of

LOGIN = "/account/login/"


@pytest.fixture(autouse=True)
def no_earlier_visitors() -> None:
    cache.clear()


def attempt(client: Client, name: str, password: str, address: str = "10.0.0.7") -> Any:
    return client.post(LOGIN, {"login": name, "password": password}, REMOTE_ADDR=address)


def test_the_right_password_opens_the_desk(client: Client, world: World) -> None:
    answer = attempt(client, "hede", PASSWORD)
    assert (answer.status_code, answer.url) == (302, "/")
    assert client.get("/").status_code == 200


def test_the_whole_sequence_of_a_lockout(client: Client, world: World) -> None:
    seen = [attempt(client, "hede", "wrong").status_code for _ in range(5)]
    assert seen == [200, 200, 200, 200, 429]
    assert attempt(client, "hede", PASSWORD).status_code == 429  # the right password does not help now
    assert attempt(client, "hede", "wrong").status_code == 429
    assert "15分钟" in attempt(client, "hede", "wrong").content.decode()
    assert client.get(LOGIN).status_code == 200  # the page itself stays open for colleagues


def test_a_colleague_behind_the_same_address_signs_in(client: Client, world: World) -> None:
    for _ in range(7):
        attempt(client, "hede", "wrong")
    assert attempt(client, "siming", PASSWORD).status_code == 302


def test_the_same_person_from_another_address_signs_in(client: Client, world: World) -> None:
    for _ in range(7):
        attempt(client, "hede", "wrong")
    assert attempt(client, "hede", PASSWORD, "10.0.0.8").status_code == 302


def test_a_forwarded_address_is_not_believed(client: Client, world: World) -> None:
    for number in range(5):
        client.post(LOGIN, {"login": "hede", "password": "wrong"}, REMOTE_ADDR="10.0.0.7",
                    HTTP_X_FORWARDED_FOR=f"1.1.1.{number}")  # fmt: skip
    assert attempt(client, "hede", PASSWORD).status_code == 429


def test_a_success_clears_earlier_failures(client: Client, world: World) -> None:
    for _ in range(4):
        attempt(client, "hede", "wrong")
    assert attempt(client, "hede", PASSWORD).status_code == 302
    client.post(reverse("account_logout"))
    assert [attempt(client, "hede", "wrong").status_code for _ in range(4)] == [200] * 4


def test_an_unknown_name_is_told_the_same_as_a_wrong_password(client: Client, world: World) -> None:
    known, unknown = attempt(client, "hede", "wrong"), attempt(client, "nobody", "wrong")
    sentences = [answer.context["form"].non_field_errors() for answer in (known, unknown)]
    assert sentences[0] == sentences[1] and sentences[0]


def test_the_lock_ends_after_its_minutes(client: Client, world: World) -> None:
    from axes.models import AccessAttempt

    for _ in range(5):
        attempt(client, "hede", "wrong")
    for row in AccessAttempt.objects.all():
        row.attempt_time -= dt.timedelta(minutes=16)
        row.save()
    assert attempt(client, "hede", PASSWORD).status_code == 302


def test_the_journal_tells_of_coming_going_and_waiting(client: Client, world: World) -> None:
    attempt(client, "hede", PASSWORD)
    client.post(reverse("account_logout"))
    for _ in range(5):
        attempt(client, "siming", "wrong")
    told = [sentence_of(entry) for entry in Entry.objects.order_by("id")]
    assert told == ["单国强登录", "单国强退出", "“siming”登录失败次数过多，已暂停登录"]


def test_a_password_typed_as_a_name_is_not_written_down(client: Client, world: World) -> None:
    for _ in range(5):
        attempt(client, PASSWORD, "x")
    assert PASSWORD not in str([sentence_of(entry) for entry in Entry.objects.all()])


def test_signing_out_takes_a_post(client: Client, world: World) -> None:
    attempt(client, "hede", PASSWORD)
    assert client.get(reverse("account_logout")).status_code == 405
    assert client.get("/").status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302
    assert client.get("/").url.startswith(LOGIN)


@pytest.mark.parametrize("path", [
    "signup/", "email/", "password/reset/", "password/set/", "confirm-email/", "3rdparty/", "social/", "2fa/", "",
    "2fa/webauthn/", "login/code/", "social/signup/", "oidc/oidc/login/",
])  # fmt: skip
def test_pages_of_the_library_that_the_house_does_not_need_do_not_exist(
    client: Client, world: World, path: str
) -> None:
    assert client.get(f"/account/{path}").status_code == 404


def test_a_wish_to_return_to_another_site_is_ignored(client: Client, world: World) -> None:
    answer = client.post(f"{LOGIN}?next=https://evil.example/", {"login": "hede", "password": PASSWORD})
    assert answer.url == "/"


def test_passwords_are_kept_as_argon2(world: World, settings: Any) -> None:
    from django.contrib.auth.hashers import make_password

    from zhijia.project import settings as house

    settings.PASSWORD_HASHERS = house.PASSWORD_HASHERS
    assert make_password(PASSWORD).startswith("argon2$argon2id$")


def test_a_flood_from_one_address_is_braked_with_a_sentence(client: Client, world: World) -> None:
    codes = {client.get(LOGIN, REMOTE_ADDR="10.0.0.9").status_code for _ in range(10)}
    assert codes == {200}
    answers = [attempt(client, f"nobody{n}", "x", "10.0.0.9") for n in range(125)]
    assert answers[0].status_code == 200 and answers[-1].status_code == 429
    assert "一分钟后再试" in answers[-1].content.decode()
    assert attempt(client, "hede", PASSWORD, "10.0.0.10").status_code == 302
