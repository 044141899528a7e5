"""The desk: computed from the registers of one's own subtree, each line a door, and a sentence when there is nothing."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.world import NOW, TODAY, World
from zhijia.journal.actions import record
from zhijia.registers.base.dues import Asked, dues_for
from zhijia.web.desk.home.falling_due import SHOWN, pressing
from zhijia.web.desk.home.lines import DeskLine, due_line, gather

Enter = Callable[[World, str], Client]


def lines(post: Any, on: dt.date, about: str) -> list[DeskLine]:
    """The lines of the desk that name one kind of thing."""
    return [line for line in pressing(post, on) if about in line.label]


def test_overdue_and_expiring_terms_of_my_subtree_only(county: World) -> None:
    mine = lines(county.post["hede"], TODAY, "换届")
    assert [(line.label[:4], line.light, line.word) for line in mine] == [
        ("合德纺织", "overdue", "逾期100天"), ("合德商贸", "overdue", "逾期100天"),
    ]  # fmt: skip
    assert not [line for line in mine if "四明" in line.label]
    assert len(lines(county.post["chair"], TODAY, "换届")) == 4


def test_a_term_is_announced_180_days_before_it_ends_and_not_earlier(county: World) -> Any:
    ends = dt.date(2017, 3, 18)  # 合德机械, founded 2014-03-18
    early, in_time = ends - dt.timedelta(days=181), ends - dt.timedelta(days=180)

    def about(day: dt.date) -> list[DeskLine]:
        return lines(county.post["shop"], day, "合德机械有限公司工会委员会")

    assert about(early) == []
    assert [(line.light, line.word) for line in about(in_time)] == [("blue", "剩余180天")]


def test_contracts_that_run_out_within_60_days(county: World) -> None:
    assert [line.due for line in lines(county.post["siming"], TODAY, "到期")] == [dt.date(2014, 8, 31)]
    assert lines(county.post["siming"], dt.date(2014, 7, 1), "到期") == []


def test_every_line_opens_its_work(county: World, enter: Enter) -> None:
    client = enter(county, "hede")
    mine = list(pressing(county.post["hede"], TODAY))
    assert len(mine) > 2 and all(client.get(line.url).status_code == 200 for line in mine)


def test_a_long_list_ends_and_leads_to_the_whole_list(
    county: World, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhijia.web.desk.home.falling_due.SHOWN", 2)
    found = lines(county.post["chair"], TODAY, "换届")
    assert len(found) == 3 and SHOWN > 2
    page = enter(county, "chair").get(found[2].url).content.decode()
    assert all(union.name in page for key, union in county.union.items() if key in ("合德纺织", "合德商贸", "四明木业"))


def test_the_desk_and_the_calendar_tell_the_same(county: World) -> None:
    desk = {line.label for line in pressing(county.post["hede"], TODAY)}
    calendar = dues_for(Asked(county.post["hede"], TODAY, dt.date(2014, 12, 31))).found
    assert desk and desk <= {due.named or due.what for due in calendar}


def test_the_most_urgent_stands_first_and_lines_without_a_day_last(county: World) -> Any:
    def offered(post: Any, on: dt.date) -> Any:
        return [DeskLine("c", "/"), due_line("b", "/", on, on), due_line("a", "/", on - dt.timedelta(days=3), on)]

    assert [line.label for line in gather((offered,), county.post["hede"], TODAY)] == ["a", "b", "c"]


def test_a_desk_without_work_says_so(world: World, enter: Enter) -> None:
    assert "今天没有待办" in enter(world, "clerk").get("/").content.decode()


def test_what_others_did_since_the_last_session_is_told_until_the_session_ends(world: World, enter: Enter) -> None:
    hede, shop = world.post["hede"], world.post["shop"]
    record(
        kind="evidence.attached", by=shop, at=NOW, organisation=shop.organisation_id, detail={"name": "换届批复.pdf"}
    )
    record(
        kind="evidence.attached", by=hede, at=NOW, organisation=hede.organisation_id, detail={"name": "我自己的.pdf"}
    )
    client = enter(world, "hede")
    for _ in range(2):
        page = client.get("/").content.decode()
        assert "换届批复.pdf" in page and "我自己的.pdf" not in page
    assert "换届批复.pdf" not in enter(world, "siming").get("/").content.decode()
    again = Client()
    again.force_login(hede.user, backend="django.contrib.auth.backends.ModelBackend")
    hede.user.refresh_from_db()
    assert hede.user.last_seen is not None


def test_the_desk_asks_few_questions_whatever_the_size_of_the_county(
    county: World, enter: Enter, django_assert_max_num_queries: Any
) -> None:
    client = enter(county, "chair")
    client.get("/")
    with django_assert_max_num_queries(10):
        client.get("/")
