"""The work calendar: what falls due by month and week, scoped as the post, printable, and fetched by a telephone."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from tests.world import NOW, TODAY, World
from zhijia.accounts.calendar_links import calendar_links_of
from zhijia.journal.queries import Entry
from zhijia.kit.bad_input import BadInput
from zhijia.kit.deadlines import State
from zhijia.registers.base import dues as dues_module
from zhijia.registers.base.dues import Asked, Due, DueKind, Dues, dues_for
from zhijia.web.desk.calendar.ics import ics_of

Enter = Callable[[World, str], Client]
YEAR_END = dt.date(2014, 12, 31)
ADDRESS = re.compile(r'id="feed-address">(http[^<]+)<')


def fetched(client: Client, page: str = "/calendar/") -> str:
    """The page as text."""
    answer = client.get(page)
    assert answer.status_code == 200
    return answer.content.decode()


def made(client: Client) -> str:
    """A new feed address, as the page shows it once."""
    found = ADDRESS.search(client.post("/calendar/links/").content.decode())
    assert found
    return found[1].removeprefix("http://testserver")


def test_overdue_stands_on_top_and_the_month_has_its_days(county: World, enter: Enter) -> None:
    page = fetched(enter(county, "hede"))
    late, month = page.split('id="span"')
    assert "合德纺织有限公司工会委员会超期未换届" in late and "四明木业" not in page
    assert "2014-07" in month and ">今天<" in month


def test_a_later_month_shows_what_falls_due_then(county: World, enter: Enter) -> None:
    page = fetched(enter(county, "siming"), "/calendar/?view=month&at=2014-08-15")
    assert "四明木业有限公司的工资专项集体合同即将到期" in page and "2014-08-31" in page
    week = fetched(enter(county, "siming"), "/calendar/?view=week&at=2014-08-29")
    assert "2014-08-25 — 2014-08-31" in week and "四明木业有限公司的" in week


def test_filters_by_kind_and_organisation(county: World, enter: Enter) -> None:
    client, hede = enter(county, "chair"), county.org["合德镇"].pk
    only_terms = fetched(client, "/calendar/?kind=term&at=2014-08-15&view=month")
    assert "超期未换届" in only_terms and "即将到期" not in only_terms
    only_hede = fetched(client, f"/calendar/?org={hede}")
    assert "合德纺织有限公司工会委员会超期" in only_hede and "四明木业有限公司工会委员会超期" not in only_hede


def test_the_organisation_filter_never_reaches_outside(county: World, enter: Enter) -> None:
    page = fetched(enter(county, "hede"), f"/calendar/?org={county.org['四明镇'].pk}")
    assert "四明木业" not in page


def test_each_line_says_why_it_is_that_day(county: World, enter: Enter) -> None:
    page = fetched(enter(county, "hede"), "/calendar/?view=month&at=2014-08-15")
    assert "文件规定的日期是2014-08-31。" in page and "依据：县总约定。" in page


def test_a_made_up_saturday_and_a_holiday_are_marked(county: World, enter: Enter) -> None:
    page = fetched(enter(county, "hede"), "/calendar/?at=2014-10-01")
    assert re.search(r'datetime="2014-10-11">11</time><span class="text-secondary">班', page)
    assert re.search(r'datetime="2014-10-01">1</time><span class="text-secondary">休', page)


@pytest.mark.parametrize("day", ["2014-13-01", "gestern", "1899-01-01"])
def test_a_day_that_is_none_is_refused_in_a_sentence(county: World, enter: Enter, day: str) -> None:
    answer = enter(county, "hede").get(f"/calendar/?at={day}")
    assert answer.status_code == 400 and "请写成 2014-07-10 的样子" in answer.content.decode()


def test_a_kind_that_cannot_be_worked_out_says_so_and_leaves_the_others(county: World, monkeypatch: Any) -> None:
    def broken(asked: Asked) -> Any:
        raise BadInput("unknown_year", "2090 年的节假日安排尚未录入")

    kinds = {**dues_module._KINDS, "broken": DueKind("broken", "坏", "desk.view", broken)}
    monkeypatch.setattr(dues_module, "_KINDS", kinds)
    dues = dues_for(Asked(county.post["hede"], TODAY, YEAR_END))
    assert [str(fault) for fault in dues.faults] == ["2090 年的节假日安排尚未录入"] and len(dues.found) > 2


def test_the_feed_is_a_calendar_file(county: World, enter: Enter) -> None:
    address = made(enter(county, "siming"))
    answer = Client().get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert b"\n" not in answer.content.replace(b"\r\n", b"") and all(len(line) <= 75 for line in lines)
    events = {str(event["uid"]): event for event in Calendar.from_ical(answer.content).walk("vevent")}
    contract = next(event for key, event in events.items() if key.startswith("contract-"))
    assert contract["dtstart"].dt == dt.date(2014, 8, 31) and contract["dtend"].dt == dt.date(2014, 9, 1)
    assert contract["dtstart"].params["VALUE"] == "DATE" and contract["dtstamp"].dt.tzinfo is not None
    assert "四明木业有限公司的工资专项集体合同即将到期" in contract["summary"]
    again = {str(event["uid"]) for event in Calendar.from_ical(Client().get(address).content).walk("vevent")}
    assert again == set(events) and len(events) > 1


def test_commas_and_line_breaks_of_a_feed_are_escaped(county: World) -> None:
    due = dues_for(Asked(county.post["siming"], TODAY, YEAR_END)).found[0]
    odd = Due(due.kind, "甲,乙;丙\\丁\n戊" * 12, due.organisation, due.deadline, State.OPEN, due.subject, due.number)
    body = ics_of(Dues([odd]), name="n", county="1", kinds={due.kind: "k"}, door=lambda due: "", stamp=NOW)
    assert b"\\," in body and b"\\;" in body and b"\\\\" in body and b"\\n" in body
    (event,) = Calendar.from_ical(body).walk("vevent")
    assert event["summary"] == odd.what
    assert b"DTSTAMP:20140710T010000Z" in body


def test_the_feed_sees_what_the_post_sees(county: World, enter: Enter) -> None:
    body = Client().get(made(enter(county, "siming"))).content.decode()
    assert "四明木业" in body.replace("\r\n ", "") and "合德" not in body.replace("\r\n ", "")


def test_no_name_of_a_person_leaves_in_a_feed(county: World, enter: Enter) -> None:
    member = county.members[0]
    type(member).objects.filter(pk=member.pk).update(state="APPLIED", state_on=dt.date(2014, 7, 1))
    client = enter(county, "hede")
    assert f"{member.name}的入会申请待答复" in fetched(client, "/calendar/?view=month")
    body = Client().get(made(client)).content.decode().replace("\r\n ", "")
    assert "一份入会申请待答复" in body and member.name not in body


def test_a_revoked_address_opens_nothing(county: World, enter: Enter) -> None:
    address = made(enter(county, "siming"))
    (link,) = calendar_links_of(county.post["siming"])
    assert enter(county, "hede").post(f"/calendar/links/{link.pk}/revoke/").status_code == 404
    assert Client().get(address).status_code == 200
    enter(county, "siming").post(f"/calendar/links/{link.pk}/revoke/")
    assert Client().get(address).status_code == 404
    assert [e.kind for e in Entry.objects.filter(kind__startswith="calendar.").order_by("pk")] == [
        "calendar.link-made", "calendar.link-revoked",
    ]  # fmt: skip


def test_an_address_ends_with_the_post(county: World, enter: Enter) -> None:
    address, post = made(enter(county, "siming")), county.post["siming"]
    post.until = TODAY
    post.save()
    assert Client().get(address).status_code == 404


def test_the_address_is_shown_once_and_its_number_is_limited(county: World, enter: Enter) -> None:
    client = enter(county, "siming")
    first = made(client)
    assert first.rsplit("/", 1)[1] not in fetched(client)
    for _ in range(4):
        made(client)
    refused = client.post("/calendar/links/")
    assert refused.status_code == 400 and "最多保留5个" in refused.content.decode()


def test_the_calendar_asks_as_often_for_a_county_as_for_a_union(
    county: World, enter: Enter, django_assert_max_num_queries: Any
) -> None:
    client = enter(county, "chair")
    client.get("/calendar/?kind=term")
    # The frame, then one or two questions for each kind of thing that falls due.
    with django_assert_max_num_queries(21):
        client.get("/calendar/")
