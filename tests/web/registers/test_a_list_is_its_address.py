"""The list page: search, filters, order, pages, columns and saved views, all in the address."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests.world import World

Enter = Callable[[World, str], Client]
MEMBERS = "/register/organising.member/"


def names(page: str) -> list[str]:
    """First cells of the rows, in order."""
    body = page.split("<tbody data-fact>")[1].split("</tbody>")[0] if "<tbody data-fact>" in page else ""
    return re.findall(r'<tr>(?:<td><input[^>]*></td>)?<td><a href="[^"]*">([^<]*)</a>', body)


def shown(client: Client, url: str) -> list[str]:
    """Names on a page that must open."""
    answer = client.get(url)
    assert answer.status_code == 200
    return names(answer.content.decode())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=成员11", ["成员11"]),
        ("q=chengyuan12", ["成员12"]),
        ("q=cy13", ["成员13"]),
        ("q=ＣＹ１３", ["成员13"]),
        ("q=成员 11", ["成员11"]),
        ("q=0012", ["成员12"]),
        ("sex=2", ["成员12"]),
        ("migrant=1", ["成员12"]),
        ("migrant=0", ["成员11", "成员13"]),
        ("joined_in=2011", ["成员11", "成员12", "成员13"]),
        ("joined_in=2014-01-01..2014-12-31", []),
        ("state=ACTIVE&sort=-birth_date", ["成员13", "成员12", "成员11"]),
        ("sort=birth_date", ["成员11", "成员12", "成员13"]),
    ],
)
def test_search_filters_and_order(county: World, enter: Enter, asked: str, found: list[str]) -> None:
    """Chinese, pinyin, initials, tails; codes, terms, spans."""
    assert shown(enter(county, "clerk"), f"{MEMBERS}?{asked}") == found


def test_a_whole_number_finds_its_person(county: World, enter: Enter) -> None:
    """By digest; the number itself is stored nowhere in the clear."""
    assert shown(enter(county, "clerk"), f"{MEMBERS}?q={county.members[1].id_number}") == ["成员12"]


def test_pages_have_counts_and_edges(county: World, enter: Enter) -> None:
    """A page beyond the last is the last."""
    client = enter(county, "chair")
    page = client.get(MEMBERS, {"page": "9"}).content.decode()
    assert "共18行" in page
    assert len(names(page)) == 18
    assert client.get(MEMBERS, {"page": "x", "size": "7"}).status_code == 200


def test_columns_are_chosen(county: World, enter: Enter) -> None:
    """In the order of the descriptor."""
    page = enter(county, "clerk").get(MEMBERS, {"columns": ["education", "name"]}).content.decode()
    assert re.findall(r"<th scope=\"col\"[^>]*>(?:<a[^>]*>)?([^<▲▼]*)", page) == ["姓名", "学历"]


def test_a_subtree_is_chosen_by_name_or_code(county: World, enter: Enter) -> None:
    """An organisation outside is not there."""
    client = enter(county, "chair")
    assert len(shown(client, f"{MEMBERS}?org=合德镇")) == 9
    assert len(shown(client, f"{MEMBERS}?org={county.org['合德机械'].code}")) == 3
    assert enter(county, "hede").get(f"{MEMBERS}?org=四明镇").status_code == 404


def test_a_filter_nobody_can_read_is_named_and_left_out(county: World, enter: Enter) -> None:
    """The list still opens."""
    page = enter(county, "clerk").get(f"{MEMBERS}?joined_in=昨天&sex=9").content.decode()
    assert "“在期内入会”的值“昨天”看不懂" in page
    assert "没有“9”这一项" in page
    assert len(names(page)) == 3


@pytest.mark.parametrize("typed", ["²", "①", "合德（#²）", "9" * 40])
def test_signs_that_look_like_numbers_break_nothing(county: World, enter: Enter, typed: str) -> None:
    client = enter(county, "chair")
    for wish in ("org", "organisation", "q", "page"):
        assert client.get(MEMBERS, {wish: typed}).status_code < 500, wish
    assert client.get("/stars/", {"under": typed, "page": typed}).status_code < 500
    answer = client.post("/register/organising.employer/new/", {"name": "某厂", "organisation": typed})
    assert answer.status_code < 500


def test_nothing_found_says_what_to_do(county: World, enter: Enter) -> None:
    """Told apart from a register that is still empty."""
    page = enter(county, "clerk").get(f"{MEMBERS}?q=无此人").content.decode()
    assert "没有符合条件的记录" in page


def test_strokes_order_by_the_official_table(county: World, enter: Enter) -> None:
    """Positions of 赵一, 赵二 ... by strokes of the second character."""
    found = shown(enter(county, "chair"), "/register/organising.position/?sort=stroke")
    assert found == ["赵一", "赵二", "赵三", "赵五", "赵六", "赵四"] or found[:3] == ["赵一", "赵二", "赵三"]


def test_totals_are_those_of_the_filtered_rows(county: World, enter: Enter) -> None:
    """Not of the page."""
    page = enter(county, "hede").get("/register/organising.employer/?unionised=1").content.decode()
    assert "职工总数 240" in page


def test_a_view_is_saved_and_forgotten_by_its_owner_only(county: World, enter: Enter) -> None:
    """The chair's view is not the clerk's."""
    client = enter(county, "chair")
    client.post(f"{MEMBERS}views/", {"name": "女会员", "address": "sex=2"})
    page = client.get(MEMBERS).content.decode()
    assert f"{MEMBERS}?sex=2" in page
    number = re.search(r'name="number" value="(\d+)"', page)
    assert number
    stranger = enter(county, "clerk")
    assert "女会员" not in stranger.get(MEMBERS).content.decode()
    stranger.post(f"{MEMBERS}views/", {"number": number[1]})
    assert "女会员" in enter(county, "chair").get(MEMBERS).content.decode()
    enter(county, "chair").post(f"{MEMBERS}views/", {"number": number[1]})
    assert "女会员" not in enter(county, "chair").get(MEMBERS).content.decode()


def test_a_view_without_a_name_is_refused(county: World, enter: Enter) -> None:
    """With a sentence."""
    answer = enter(county, "chair").post(f"{MEMBERS}views/", {"name": " ", "address": ""})
    assert answer.status_code == 400
    assert "名称" in answer.content.decode()


def test_names_cannot_bring_markup_into_the_list(county: World, enter: Enter) -> None:
    """Everything is escaped."""
    from tests.world import record

    record("organising.position", organisation=county.org["合德纺织"], name="<b>赵</b>\"x", role="chair", body="UC",
           starts_on=county.members[0].since, since=county.members[0].since)  # fmt: skip
    page = enter(county, "clerk").get("/register/organising.position/?q=<script>").content.decode()
    assert "<script>alert" not in page
    page = enter(county, "clerk").get("/register/organising.position/").content.decode()
    assert "&lt;b&gt;赵&lt;/b&gt;&quot;x" in page
