"""The programs' door: same rows, same figures, same scope as the pages; every refusal is one sentence."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.world import World

Enter = Callable[[World, str], Client]


def test_registers_are_listed_with_their_columns(county: World, enter: Enter) -> None:
    """With code lists."""
    found = {each["key"]: each for each in enter(county, "hede").get("/api/registers/").json()}
    assert found["organising.member"]["label"] == "会员"
    columns = {column["name"]: column for column in found["organising.member"]["columns"]}
    assert columns["state"]["codes"]["ACTIVE"] == "在册"


def test_rows_come_filtered_and_masked(county: World, enter: Enter) -> None:
    """Only the own part of the tree; numbers never in full."""
    answer = enter(county, "hede").get("/api/registers/organising.member/?sex=2&q=chengyuan").json()
    assert answer["count"] == 3
    assert all("****" in row["values"]["masked_id"] for row in answer["rows"])


def test_one_record(county: World, enter: Enter) -> None:
    """By its number."""
    row = enter(county, "clerk").get(f"/api/registers/organising.member/{county.members[0].pk}/").json()
    assert row["values"]["name"] == "成员11"


def test_a_figure_with_both_sides(county: World, enter: Enter) -> None:
    """As on the passport."""
    asked = {"indicator": "founding-rate", "org": county.org["合德镇"].code, "as_of": "2014-07-10"}
    answer = enter(county, "chair").get("/api/figures/", asked).json()
    assert (answer["top"], answer["bottom"], answer["value"]) == (3, 4, "75")


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/api/registers/no.such/", 404),
        ("/api/registers/organising.member/999999/", 404),
        ("/api/registers/organising.member/?joined_in=yesterday", 400),
        ("/api/figures/", 422),
        ("/api/figures/?indicator=nothing&org=1", 404),
        ("/api/figures/?indicator=members&org=320924200002", 404),
        ("/api/figures/?indicator=members&org=1&as_of=soon", 422),
    ],
)
def test_refusals_are_sentences(county: World, enter: Enter, url: str, status: int) -> None:
    """As JSON with one key."""
    answer = enter(county, "hede").get(url)
    assert answer.status_code == status, answer.content.decode()
    assert list(answer.json()) == ["error"]
    assert answer.json()["error"].endswith("。")


def test_nobody_signed_in_gets_nothing(county: World, client: Client) -> None:
    """A sentence and 401."""
    for url in ("/api/registers/", "/api/registers/organising.member/", "/api/indicators/", "/api/figures/"):
        answer = client.get(url)
        assert answer.status_code == 401
        assert "登录" in answer.json()["error"]
    assert client.get("/api/openapi.json").status_code == 302


def test_the_description_declares_its_refusals(county: World, enter: Enter) -> None:
    """Every address names 422 among its answers, and no page of a foreign host is served."""
    described = enter(county, "chair").get("/api/openapi.json").json()
    assert all("422" in verb["responses"] for item in described["paths"].values() for verb in item.values())
    assert enter(county, "chair").get("/api/docs").status_code == 404
