"""New, corrected, changed and voided records, through the forms an officer sees."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.world import World
from zhijia.kit.identity.id_number import make_id
from zhijia.registers.organising.employers import Employer
from zhijia.registers.organising.members import Member
from zhijia.registers.organising.unions import Union

Enter = Callable[[World, str], Client]
MEMBERS, EMPLOYERS = "/register/organising.member/", "/register/organising.employer/"


@pytest.fixture
def person() -> dict[str, Any]:
    """A member as typed, with the habits of offices."""
    import datetime as dt

    number = make_id("320924", dt.date(1990, 5, 6), 7, "female")
    return {"name": "丁小兰", "id_number": f" {number[:6]} {number[6:]} ", "organisation": "合德纺织", "joined_on": "2014.7.1",
            "mobile": "100-0000-0007", "work_state": "1", "eight_groups": "0"}  # fmt: skip


def typed_again(page: str) -> dict[str, str]:
    """What a form holds at first sight."""
    found = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
    found |= dict(re.findall(r'<input[^>]*value="([^"]*)"[^>]*name="([^"]+)"', page))
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}


def test_a_new_member_is_read_as_typed(county: World, enter: Enter, person: dict[str, Any]) -> None:
    """Birth date and sex come from the number; the number is sealed."""
    answer = enter(county, "clerk").post(f"{MEMBERS}new/", person)
    member = Member.objects.get(name="丁小兰")
    assert answer.url == f"{MEMBERS}{member.pk}/"
    assert (member.sex, str(member.birth_date), str(member.since), member.state) == (
        "2",
        "1990-05-06",
        "2014-07-01",
        "ACTIVE",
    )
    assert member.mobile == "10000000007"
    assert member.id_number not in str(Member.objects.filter(pk=member.pk).values())


def test_without_a_day_of_joining_one_has_applied(county: World, enter: Enter, person: dict[str, Any]) -> None:
    """And the page offers the approval."""
    client = enter(county, "clerk")
    answer = client.post(f"{MEMBERS}new/", {**person, "joined_on": ""})
    assert "批准入会" in client.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"id_number": "110105194912310021"}, "第18位校验不符"),
        ({"id_number": ""}, "身份证号"),
        ({"joined_on": "七月"}, "不是日期"),
        ({"name": ""}, "必填"),
        ({"organisation": "四明木业"}, "管理范围内没有"),
        ({"organisation": "没有的工会"}, "管理范围内没有"),
        ({"mobile": "12"}, "不像电话号码"),
        ({"joined_on": "1980-01-01"}, "早于出生日期"),
        ({"nation": "88"}, "88"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_saved(
    county: World, enter: Enter, person: dict[str, Any], wrong: dict[str, str], sentence: str
) -> None:
    """At the head of the form and at the field; what was typed stays."""
    answer = enter(county, "clerk").post(f"{MEMBERS}new/", {**person, **wrong})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page or ("必填" in sentence and "必" in page)
    assert not Member.objects.filter(name="丁小兰").exists()


def test_the_same_person_is_not_held_twice(county: World, enter: Enter, person: dict[str, Any]) -> None:
    """Told on the form."""
    person["id_number"] = county.members[0].id_number
    page = enter(county, "clerk").post(f"{MEMBERS}new/", person).content.decode()
    assert "重复" in page


def test_a_correction_keeps_what_was_known(county: World, enter: Enter) -> None:
    """The old value stands in the history, personal numbers left blank stay."""
    client, employer = enter(county, "clerk"), county.employer["合德纺织"]
    page = client.get(f"{EMPLOYERS}{employer.pk}/correct/").content.decode()
    answer = client.post(f"{EMPLOYERS}{employer.pk}/correct/", {**typed_again(page), "employees": "４５"})
    assert answer.status_code == 302, answer.content.decode()
    employer.refresh_from_db()
    assert employer.employees == 45
    assert employer.versions.count() == 1
    page = client.get(f"{EMPLOYERS}{employer.pk}/").content.decode()
    assert "更正单位“合德纺织有限公司”：职工总数 40→45" in page
    parts = client.get(f"{EMPLOYERS}{employer.pk}/counted/", headers={"HX-Request": "true"}).content.decode()
    assert "职工总数 40→45" in parts
    assert "建会率" in parts


def test_a_change_begins_on_its_day(county: World, enter: Enter) -> None:
    """Before it the old value holds."""
    client, employer = enter(county, "clerk"), county.employer["合德纺织"]
    url = f"{EMPLOYERS}{employer.pk}/change/"
    fields = typed_again(client.get(url).content.decode())
    assert client.post(url, {**fields, "employees": "60", "on": "2014-07-01"}).status_code == 302
    assert [
        row.employees
        for row in Employer.objects.on(__import__("datetime").date(2014, 6, 30)).filter(name=employer.name)
    ] == [40]
    refused = client.post(url, {**fields, "seen": "", "employees": "70", "on": "2001-01-01"})
    assert "不能早于" in refused.content.decode()


def test_two_writers_do_not_overwrite_each_other(county: World, enter: Enter) -> None:
    """The second is told to look again."""
    client, employer = enter(county, "clerk"), county.employer["合德纺织"]
    url = f"{EMPLOYERS}{employer.pk}/correct/"
    fields = typed_again(client.get(url).content.decode())
    assert client.post(url, {**fields, "employees": "41"}).status_code == 302
    second = client.post(url, {**fields, "employees": "42"})
    assert second.status_code == 409
    assert "已被别人修改" in second.content.decode()


def test_voiding_wants_the_name_typed(county: World, enter: Enter) -> None:
    """Then the record is out of every list, readable and closed."""
    client, member = enter(county, "clerk"), county.members[0]
    url = f"{MEMBERS}{member.pk}/void/"
    assert client.post(url, {"name": "别人", "reason": "重复登记"}).status_code == 400
    assert client.post(url, {"name": "成员11", "reason": " "}).status_code == 400
    assert client.post(url, {"name": "成员11", "reason": "重复登记"}).status_code == 302
    assert "成员11" not in client.get(MEMBERS).content.decode()
    page = client.get(f"{MEMBERS}{member.pk}/").content.decode()
    assert "作废，只能查看" in page
    assert "原因：重复登记" in page
    assert client.get(f"{MEMBERS}{member.pk}/correct/").status_code == 409


def test_a_union_is_founded_on_one_page(county: World, enter: Enter) -> None:
    """With its workplace, by what is offered while typing."""
    client, employer = enter(county, "hede"), county.employer["合德镇未建"]
    assert client.get("/register/organising.union/new/").url == "/register/organising.union/new/founding/"
    lines = client.get(f"{EMPLOYERS}lines/", {"employer_1": "hdz"}).content.decode()
    assert f"（#{employer.pk}）" in lines
    sent = {"name": "合德镇新星电子有限公司工会委员会", "kind": "40", "parent": "合德镇", "unit_kind": "E", "founded_on": "今天",
            "reply_no": "川工复〔2014〕40号", "term_ends": "2017-07-10", "employer_1": f"{employer.name}（#{employer.pk}）"}  # fmt: skip
    answer = client.post("/register/organising.union/new/founding/", sent)
    assert answer.status_code == 302, answer.content.decode()
    assert Union.objects.filter(name=sent["name"], founded_on="2014-07-10").exists()
    refused = client.post("/register/organising.union/new/founding/", {**sent, "name": "又一个工会"})
    assert "已经建会" in refused.content.decode()


def test_a_number_is_shown_once_for_a_purpose(county: World, enter: Enter) -> None:
    """Only to those who may; never on the record page."""
    client, member = enter(county, "clerk"), county.members[0]
    url = f"{MEMBERS}{member.pk}/reveal/masked_id/"
    assert member.id_number not in client.get(f"{MEMBERS}{member.pk}/").content.decode()
    assert member.id_number not in client.get(url).content.decode()
    answer = client.post(url, {"purpose": "办理互助保障"})
    assert member.id_number in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert client.post(url, {"purpose": ""}).status_code == 400
    assert client.get(f"{MEMBERS}{member.pk}/reveal/name/").status_code == 404
    assert enter(county, "hede").post(url, {"purpose": "x"}).status_code == 403


def test_many_rows_are_set_after_a_preview(county: World, enter: Enter) -> None:
    """Preview first, then the writing."""
    client, numbers = enter(county, "clerk"), [member.pk for member in county.members[:3]]
    sent = {"row": numbers, "set": "work_state=2", "back": "sex=2"}
    page = client.post(f"{MEMBERS}bulk/", sent).content.decode()
    assert "将修改3条" in page
    assert not Member.objects.filter(pk__in=numbers, work_state="2").exists()
    assert client.post(f"{MEMBERS}bulk/", {**sent, "confirm": "1"}).url == f"{MEMBERS}?sex=2"
    assert Member.objects.filter(pk__in=numbers, work_state="2").count() == 3
    assert client.get(f"{MEMBERS}bulk/").status_code == 405


def test_a_reader_finds_no_way_to_write(county: World, enter: Enter) -> None:
    """A union's chair may read and nothing more."""
    client, member = enter(county, "shop"), county.members[3]
    page = client.get(f"{MEMBERS}{member.pk}/").content.decode()
    assert "/correct/" not in page
    for tail in ("correct/", "change/", "void/", "step/withdraw/"):
        assert client.get(f"{MEMBERS}{member.pk}/{tail}").status_code == 403, tail
    assert client.get(f"{MEMBERS}new/").status_code == 403
