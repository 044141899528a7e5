"""Members meet every address of the house: their own pages show their own rows, everything else is closed."""

from typing import Any

import pytest
from django.test import Client

from tests.web.doors import doors
from tests.web.member.phone import come_in
from tests.world import World

# Signing out would end the walk.
LEAVING = ("account_logout",)
CLOSED = {302, 403, 404, 405}


@pytest.fixture
def member(county: World, client: Client) -> Client:
    """成员41 of 四明, with an own page; 成员11 of 合德 has a payment."""
    stranger = next(each for each in county.members if str(each.organisation).startswith("四明"))
    come_in(client, stranger.mobile)
    client.raise_request_exception = False
    return client


def test_a_member_finds_every_other_door_closed(county: World, member: Client) -> None:
    """With the numbers of 合德: neither a name, nor an id number, nor a sum, at any address of the house."""
    first = county.members[0]
    secrets = ["合德纺织有限公司", "米油慰问", f"{first.name}<", f">{first.name}", first.id_number, first.masked_id]
    for door in doors():
        if door.name in LEAVING:
            continue
        url = door.url(county)
        asked = {"q": "hede", "org": county.org["合德镇"].pk}
        for answer in (member.get(url), member.get(url, asked), member.post(url, {"reason": "x"})):
            assert answer.status_code < 500, (url, answer.status_code)
            if answer.status_code not in CLOSED:
                seen = [secret for secret in secrets if secret in _body(answer)]
                assert not seen, (url, seen)
    assert "您好" in member.get("/my/").content.decode()


def _body(answer: Any) -> str:
    return b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode("utf-8", "replace")


def test_anothers_payment_and_application_do_not_exist(county: World, member: Client) -> None:
    """By number."""
    assert member.post(f"/my/payments/{county.paid.pk}/confirm/", {"said": "received"}).status_code == 404
    assert member.post(f"/my/applications/{county.members[0].pk}/paper/", {}).status_code == 404
    assert "米油慰问" not in member.get("/my/payments/").content.decode()


def test_officers_use_their_desks(county: World, client: Client) -> None:
    """A post is no membership; who is signed out is led to the members' door."""
    assert client.get("/my/").url.startswith("/my/enter/")
    client.force_login(county.post["chair"].user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/my/").status_code == 403
