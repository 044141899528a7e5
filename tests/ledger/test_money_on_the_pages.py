"""Funds and batches on the desk: figures with doors, a batch by hand from draft to the bank's answer, sums counted."""

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from tests.ledger.county import YUAN, Till, advance, open_till, pay, sheet
from tests.world import NOW, TODAY, World
from zhijia.indicators.queries import figure, rows_behind
from zhijia.ledger.actions import Result, grant_standing, record_results, revoke_standing
from zhijia.ledger.models import Batch, Move, Payment
from zhijia.registers.base.window import Window

Enter = Callable[[World, str], Client]
LATER = TODAY + dt.timedelta(days=8)


@pytest.fixture
def till(county: World) -> Till:
    """Ten thousand yuan."""
    return open_till(county)


def sent(till: Till) -> tuple[Batch, list[Payment]]:
    """A batch at the bank with two payments."""
    batch = sheet(till)
    rows = [pay(till, batch, 0, 1000), pay(till, batch, 1, 2000)]
    advance(till, batch, "checked", "noticed", "approved", "sent")
    return batch, rows


def page(client: Client, address: str) -> str:
    """A page that opens."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_fund_shows_what_it_had_promised_paid_and_left(till: Till, enter: Enter) -> None:
    """Each number a door: moves, batches, payments."""
    batch, (one, _) = sent(till)
    record_results(sheet=batch, results=[Result(one.pk, "paid", LATER)], by=till.checker, at=NOW)
    text = page(enter(till.world, "chair"), f"/funds/{till.fund.pk}/")
    assert re.findall(r">([\d,]+\.\d\d)</a>", text)[:4] == ["10,000.00", "2,000.00", "1,000.00", "7,000.00"]
    door = re.search(r'href="(/register/ledger\.payment/\?[^"]+)"', text)
    assert door is not None
    rows = page(enter(till.world, "chair"), door[1].replace("&amp;", "&"))
    assert "共1行" in rows and "金额（元） 1,000.00" in rows


def test_a_batch_is_carried_through_by_hand(till: Till, enter: Enter) -> None:
    """Each sees the own button and, in words, that the next step is somebody else's."""
    maker = enter(till.world, "maker")
    answer = maker.post(
        f"/funds/{till.fund.pk}/draft/", {"year": 2014, "title": "送温暖", "purpose": "慰问", "key": "k1"}
    )
    again = maker.post(
        f"/funds/{till.fund.pk}/draft/", {"year": 2014, "title": "送温暖", "purpose": "慰问", "key": "k1"}
    )
    assert answer.status_code == 302 and answer.url == again.url and Batch.objects.filter(fund=till.fund).count() == 1
    batch = Batch.objects.get(fund=till.fund)
    pay(till, batch)
    text = page(maker, answer.url)
    assert "审核通过" not in text and "由别的岗位办理" in text
    assert maker.post(f"{answer.url}advance/", {"to": "checked"}).status_code == 403
    checker = enter(till.world, "checker")
    assert "审核通过" in page(checker, answer.url)
    assert checker.post(f"{answer.url}advance/", {"to": "checked", "key": "k2"}).status_code == 302
    enter(till.world, "maker").post(f"{answer.url}advance/", {"to": "noticed", "notice_from": "2014-07-10"})
    early = enter(till.world, "chair").post(f"{answer.url}advance/", {"to": "approved"})
    assert early.status_code == 409 and "须公示5个工作日" in early.content.decode()
    assert Move.objects.filter(fund=till.fund).count() == 1


def test_the_banks_file_goes_out_whole_and_its_answer_comes_back(till: Till, enter: Enter) -> None:
    """Full accounts for the finance only, told in the journal; the answer by number, all or nothing."""
    batch, (one, two) = sent(till)
    client = enter(till.world, "checker")
    answer = client.post(f"/batches/{batch.pk}/bank.xlsx")
    book = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    cells = [str(cell.value) for row in book.iter_rows() for cell in row]
    assert one.account in cells and "县农商行" in cells
    plain = client.post(f"/batches/{batch.pk}/bank.csv").getvalue().decode("utf-8-sig")
    assert plain.splitlines()[0] == "发放编号,收款账号,收款户名,开户银行,金额（元）,用途" and "1000.00" in plain
    assert "银行代发文件，共2行" in page(enter(till.world, "chair"), "/journal/")
    assert enter(till.world, "maker").post(f"/batches/{batch.pk}/bank.csv").status_code == 403
    client = enter(till.world, "checker")
    for rows, told in (((one.pk, "1000.00", "成功?", ""), "看不懂"), ((one.pk, "1001.00", "成功", ""), "金额与批次里的不同"),
                       ((999, "1.00", "成功", ""), "没有编号为999")):  # fmt: skip
        refused = upload(client, batch, rows)
        assert refused.status_code == 400 and told in refused.content.decode()
    assert {row.state for row in Payment.objects.filter(sheet=batch)} == {"sent"}
    assert (
        upload(client, batch, (one.pk, "1,000.00", "成功", ""), (two.pk, "2000", "退票", "户名不符")).status_code == 302
    )
    assert [row.state for row in Payment.objects.filter(sheet=batch).order_by("pk")] == ["paid", "bounced"]
    assert Move.objects.filter(fund=till.fund).order_by("-sequence")[0].balance_fen == 9000 * YUAN


def upload(client: Client, batch: Batch, *rows: tuple[object, ...]) -> object:
    """The bank's answer as a CSV file."""
    text = StringIO()
    text.write("发放编号,金额（元）,处理结果,原因\n")
    for row in rows:
        text.write(",".join(f'"{cell}"' for cell in row) + "\n")
    file = SimpleUploadedFile("results.csv", text.getvalue().encode())
    return client.post(f"/batches/{batch.pk}/results/", {"file": file})


def test_neighbours_and_clerks_see_no_money(till: Till, enter: Enter) -> None:
    """Funds are the county's; a town sees its own payments only, accounts masked."""
    batch, (one, _) = sent(till)
    for person in ("neighbour", "clerk", "siming", "hede"):
        assert enter(till.world, person).get(f"/batches/{batch.pk}/").status_code == 403
        assert enter(till.world, person).get("/funds/").status_code == 403
    text = page(enter(till.world, "hede"), f"/register/ledger.payment/{one.pk}/")
    assert one.account not in text and f"**** {one.account_tail}" in text
    assert enter(till.world, "siming").get(f"/register/ledger.payment/{one.pk}/").status_code == 404


def test_standings_and_payments_are_counted(till: Till) -> None:
    """By catalogue files: held today, not the revoked one; paid this year, in yuan, as known then."""
    world, chair = till.world, till.chair
    kept, lost = (
        grant_standing(holder=world.union[name], kind="star", level="two-star", on=TODAY, by=None, at=NOW)
        for name in ("合德纺织", "合德机械")
    )
    revoke_standing(standing=lost, reason="复查不合格", on=LATER, by=None, at=NOW + dt.timedelta(days=8))
    batch, (one, two) = sent(till)
    record_results(
        sheet=batch, results=[Result(one.pk, "paid", TODAY), Result(two.pk, "paid", TODAY)], by=till.checker, at=NOW
    )
    record_results(sheet=batch, results=[Result(two.pk, "bounced", LATER, reason="退")], by=till.checker,
                   at=NOW + dt.timedelta(days=9))  # fmt: skip
    county = chair.organisation
    then, now = Window.year_to(LATER, NOW + dt.timedelta(hours=1)), Window.year_to(LATER)
    assert figure("starred-homes", county, Window.year_to(TODAY)).top == 2
    assert (figure("starred-homes", county, then).top, figure("starred-homes", county, now).top) == (2, 1)
    assert (figure("aid-payments", county, then).top, figure("aid-payments", county, now).top) == (2, 1)
    assert (figure("aid-paid", county, then).top, figure("aid-paid", county, now).top) == (3000 * YUAN, 1000 * YUAN)
    assert figure("aid-paid", county, now).value == 1000
    assert list(rows_behind("aid-paid", "top", county, now)[1]) == [one]
    assert kept.pk


def test_a_sum_is_told_in_yuan_on_its_passport(till: Till, enter: Enter) -> None:
    """And its list adds up to it."""
    batch, (one, _) = sent(till)
    record_results(sheet=batch, results=[Result(one.pk, "paid", TODAY)], by=till.checker, at=NOW)
    client = enter(till.world, "chair")
    text = page(client, f"/figures/aid-paid/{till.chair.organisation_id}/")
    assert "1,000.00" in text and "“金额”之和" in text
    rows = page(client, f"/register/ledger.payment/?figure=aid-paid&side=top&as_of={TODAY}")
    assert "明细合计1,000.00，与口径卡上的1,000.00一致" in rows
