"""The monthly return, the gaps in records and the proposal of the lapsed, as officers see them."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO

from django.test import Client
from openpyxl import load_workbook

from tests.world import NOW, World
from zhijia.registers.base.actions import correct_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.members import Member

Enter = Callable[[World, str], Client]
RETURN = "/membership/return/"


def text(client: Client, url: str) -> str:
    """A page that opens."""
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def test_the_return_names_its_month_and_its_lines(county: World, enter: Enter) -> None:
    """The county sees its committees, a committee its unions; a stranger's number is not there."""
    client = enter(county, "organiser")
    page = text(client, RETURN)
    assert "海川县总工会 2014-07 会员月报" in page and "平衡" in page
    assert all(name in page for name in ("合德镇", "四明镇", "县教育"))
    below = text(client, f"{RETURN}?month=2014-06&org={county.org['合德镇'].pk}")
    assert "合德纺织" in below and "四明木业" not in below
    assert enter(county, "hede").get(f"{RETURN}?org={county.org['四明镇'].pk}").status_code == 404
    for bad in ("2014-13", "六月", "2014", "2014-08"):
        assert client.get(f"{RETURN}?month={bad}").status_code == 400, bad


def test_what_does_not_balance_is_named_on_the_page(county: World, enter: Enter) -> None:
    """The union, by how many, and whose rows."""
    member = Member.objects.get(pk=county.members[0].pk)
    values = {f.attname: getattr(member, f.attname) for f in Member._meta.concrete_fields if f.name != "id"}
    torn = {"version_of_id": member.pk, "since": dt.date(2010, 7, 3), "until": dt.date(2014, 7, 5)}
    Member.objects.create(**(values | torn))
    page = text(enter(county, "hede"), RETURN)
    assert "“合德纺织有限公司工会委员会”不平" in page and f"/register/organising.member/{member.pk}/" in page


def test_the_sheet_has_a_line_for_every_organisation(county: World, enter: Enter) -> None:
    """Title, balance column, and as many lines as there are organisations."""
    answer = enter(county, "organiser").get("/membership/return/sheet/?month=2014-06")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "2014-06 会员月报" in str(rows[0][0])
    body = [row for row in rows if isinstance(row[0], int)]
    assert len(body) == 10 and body[0][3] == 18 and {row[-1] for row in body} == {0}


def test_gaps_are_counted_per_union_and_listed_per_person(county: World, enter: Enter) -> None:
    """One without a nation, one never confirmed: two incomplete, each with what is missing."""
    register = register_of("organising.member")
    for member, values in zip(county.members, ({"nation": ""}, {"confirmed_on": None}), strict=False):
        correct_fact(register, row=member, values=values, by=None, at=NOW)
    client, union = enter(county, "hede"), county.org["合德纺织"].pk
    page = text(client, "/membership/completeness/")
    assert page.index("合德纺织") < page.index("合德机械"), "the most incomplete first"
    people = text(client, f"/membership/completeness/{union}/")
    assert "成员11" in people and "民族" in people and "成员12" in people and "本人确认日期" in people
    assert "成员13" not in people
    narrowed = text(client, f"/membership/completeness/{union}/?lacks=nation")
    assert "成员11" in narrowed and "成员12" not in narrowed
    assert client.get(f"/membership/completeness/{county.org['四明木业'].pk}/").status_code == 404


def test_the_lapsed_are_only_proposed(county: World, enter: Enter) -> None:
    """Six months to the day; one day less is not proposed, no day on record neither; nothing changes by itself."""
    register = register_of("organising.member")
    for member, day in zip(county.members, (dt.date(2014, 1, 10), dt.date(2014, 1, 11)), strict=False):
        correct_fact(register, row=member, values={"took_part_on": day}, by=None, at=NOW)
    page = text(enter(county, "clerk"), "/membership/lapsing/")
    assert "成员11" in page and "成员12" not in page and "成员13" not in page
    assert "连续6个月" in page and "中国工会章程" in page
    assert set(Member.objects.living().values_list("state", flat=True)) == {"ACTIVE"}
    assert "成员11" not in text(enter(county, "neighbour"), "/membership/lapsing/")
