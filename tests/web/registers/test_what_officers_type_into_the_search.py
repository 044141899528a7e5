"""What officers type to find a member: a name, a part of it, pinyin, the union, its code, the end of a number."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.world import World

Enter = Callable[[World, str], Client]


def found(client: Client, typed: str) -> int:
    """How many rows the list says it has."""
    page = client.get("/register/organising.member/", {"q": typed}).content.decode()
    return page.count("<tr><td>") or page.count('name="row"')


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("成员11", 1), ("成员1", 3), ("chengyuan11", 1), ("cy11", 1), ("合德纺织", 3),
        ("320924400001", 3), ("0011", 1), ("19990000011", 1), ("合德纺织 0011", 1), ("合德纺织 0021", 0),
        ("320924198001120233", 1), ("120233", 1), ("没有这个人", 0), ("成", 9),
    ],
)  # fmt: skip
def test_each_way_finds_who_was_meant(county: World, enter: Enter, typed: str, rows: int) -> None:
    """As the committee of 合德 sees it: the three unions below it."""
    assert found(enter(county, "hede"), typed) == rows


def test_nobody_is_found_outside(county: World, enter: Enter) -> None:
    """The name or code of the next town's union opens nothing."""
    client = enter(county, "hede")
    assert found(client, "四明木业") == found(client, "320924400003") == found(client, "成员41") == 0
