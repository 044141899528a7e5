"""The county's identity system (OpenID Connect), played here by a small server: it opens accounts that an office linked."""

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.world import NOW, World
from zhijia.accounts.actions import link_identity
from zhijia.accounts.models import User
from zhijia.kit.problem import Conflict, Problem, Refused

Enter = Callable[[World, str], Client]

CLIENT = "zhijia"


class Provider(BaseHTTPRequestHandler):
    """Discovery, token and user information for one person, `subject`."""

    subject = "p-1001"

    def do_GET(self) -> None:
        base = f"http://{self.headers['Host']}"
        self._answer({"sub": self.subject, "name": "单国强", "preferred_username": "hede"} if "userinfo" in self.path else {
            "issuer": base, "authorization_endpoint": f"{base}/authorize", "token_endpoint": f"{base}/token",
            "userinfo_endpoint": f"{base}/userinfo", "jwks_uri": f"{base}/keys",
        })  # fmt: skip

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        now = dt.datetime.now(dt.UTC)
        told = {"iss": f"http://{self.headers['Host']}", "aud": CLIENT, "sub": self.subject, "iat": now,
                "exp": now + dt.timedelta(minutes=5), "preferred_username": "hede"}  # fmt: skip
        token = jwt.encode(told, "x" * 32, "HS256")
        self._answer({"access_token": "a", "token_type": "Bearer", "id_token": token})

    def _answer(self, told: Any) -> None:
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def provider(settings: Any) -> Iterator[Any]:
    cache.clear()
    server = HTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [{
        "provider_id": "oidc", "name": "统一身份认证", "client_id": CLIENT, "secret": "s",
        "settings": {"server_url": f"http://127.0.0.1:{server.server_port}"},
    }]}}  # fmt: skip
    yield server
    server.shutdown()
    server.server_close()


def come_back(client: Client) -> Any:
    """Go to the provider and return with its code."""
    there = urlsplit(client.post(reverse("openid_connect_login", args=["oidc"])).url)
    assert there.path == "/authorize"
    state = parse_qs(there.query)["state"][0]
    return client.get(reverse("openid_connect_callback", args=["oidc"]), {"code": "c", "state": state})


def link(world: World, subject: str = Provider.subject, by: str = "office", to: str = "hede") -> None:
    link_identity(user=world.post[to].user, provider="oidc", subject=subject, by=world.post[by], at=NOW)


def test_a_linked_identity_opens_its_account(client: Client, world: World, provider: Any) -> None:
    link(world)
    assert "统一身份认证" in client.get("/account/login/").content.decode()
    assert come_back(client).url == "/"
    assert client.get("/").context["post"].pk == world.post["hede"].pk


def test_an_identity_nobody_linked_opens_nothing_even_with_the_same_name(
    client: Client, world: World, provider: Any
) -> None:
    before = User.objects.count()
    answer = come_back(client)
    assert answer.status_code == 403 and "没有对应到本系统的账号" in answer.content.decode()
    assert client.get("/").status_code == 302 and User.objects.count() == before


def test_an_identity_linked_to_a_closed_account_opens_nothing(client: Client, world: World, provider: Any) -> None:
    link(world)
    User.objects.filter(username="hede").update(is_active=False)
    come_back(client)
    assert client.get("/").status_code == 302


def test_a_return_nobody_asked_for_opens_nothing(client: Client, world: World, provider: Any) -> None:
    link(world)
    answer = client.get(reverse("openid_connect_callback", args=["oidc"]), {"code": "c", "state": "made-up"})
    assert answer.status_code in (200, 401, 403) and "没有登录" in answer.content.decode()
    assert client.get("/").status_code == 302


def test_only_an_office_links_and_a_number_opens_one_account(world: World) -> None:
    with pytest.raises(Refused):
        link(world, by="hede")
    link(world)
    with pytest.raises(Conflict, match="另一个账号"):
        link(world, to="siming")
    with pytest.raises(Problem, match="身份号"):
        link(world, subject=" ")


def test_without_an_identity_system_its_addresses_answer_nothing(client: Client, world: World) -> None:
    assert client.post(reverse("openid_connect_login", args=["oidc"])).status_code == 404
    assert client.get(reverse("openid_connect_callback", args=["oidc"])).status_code == 404
    assert client.get(reverse("openid_connect_login", args=["oidc"])).status_code == 405


def test_an_office_links_on_the_page_of_the_person(world: World, enter: Enter, provider: Any) -> None:
    office, number = enter(world, "office"), world.post["hede"].user_id
    assert "统一身份号" in office.get(reverse("person", args=[number])).content.decode()
    assert office.post(reverse("link-identity", args=[number]), {"subject": "p-1001"}).status_code == 302
    assert come_back(Client()).status_code == 302
