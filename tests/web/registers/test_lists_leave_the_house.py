"""Export and print: the filtered rows and columns, masked, harmless to spreadsheets, with a line in the journal."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from openpyxl import load_workbook

from tests.world import World, record
from zhijia.journal.models import Entry

Enter = Callable[[World, str], Client]
MEMBERS = "/register/organising.member/"


def body(answer: Any) -> bytes:
    """All bytes of a streamed answer."""
    return b"".join(answer.streaming_content)


def rows_of(content: bytes) -> list[list[str]]:
    """Rows of a csv file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_csv_has_the_filtered_rows_and_chosen_columns(county: World, enter: Enter) -> None:
    """Numbers masked."""
    url = f"{MEMBERS}export/?sex=2&columns=name,masked_id,joined_on"
    rows = rows_of(body(enter(county, "hede").post(url, {"form": "csv"})))
    assert rows[0] == ["姓名", "证件号码", "入会时间"]
    assert sorted(row[0] for row in rows[1:]) == ["成员12", "成员22", "成员32"]
    assert all("****" in row[1] for row in rows[1:])


def test_an_xlsx_is_in_the_form_offices_accept(county: World, enter: Enter) -> None:
    """Title, who reports, head with 序号, rows, signatures."""
    answer = enter(county, "hede").post(f"{MEMBERS}export/", {"form": "xlsx"})
    sheet = load_workbook(io.BytesIO(body(answer))).active
    assert sheet is not None
    assert sheet["A1"].value == "会员"
    assert "合德镇工会工作委员会" in str(sheet["A2"].value)
    assert sheet["A3"].value == "序号"
    assert [sheet.cell(row, 1).value for row in range(4, 13)] == list(range(1, 10))
    assert str(sheet.cell(13, 1).value).startswith("单位负责人")


def test_formulas_are_made_harmless(county: World, enter: Enter) -> None:
    """In both forms."""
    record("organising.position", organisation=county.org["合德纺织"], name="=HYPERLINK(1)", role="chair", body="UC",
           starts_on=county.members[0].since, since=county.members[0].since)  # fmt: skip
    client, url = enter(county, "clerk"), "/register/organising.position/export/?q=hyperlink"
    assert rows_of(body(client.post(url, {"form": "csv"})))[1][0] == "'=HYPERLINK(1)"
    sheet = load_workbook(io.BytesIO(body(client.post(url, {"form": "xlsx"})))).active
    assert sheet is not None
    assert sheet["B4"].data_type == "s"
    assert sheet["B4"].value != "=HYPERLINK(1)"


def test_full_numbers_want_right_and_purpose(county: World, enter: Enter) -> None:
    """And the journal keeps both."""
    client, url = enter(county, "clerk"), f"{MEMBERS}export/"
    assert client.post(url, {"form": "csv", "full": "1"}).status_code == 400
    rows = rows_of(body(client.post(url, {"form": "csv", "full": "1", "purpose": "换发会员证"})))
    assert county.members[0].id_number in {row[1] for row in rows}
    line = Entry.objects.filter(kind="register.exported").latest("id")
    assert (line.detail["rows"], line.detail["purpose"]) == ("3", "换发会员证")
    assert enter(county, "hede").post(url, {"form": "csv", "full": "1", "purpose": "x"}).status_code == 403


def test_who_may_not_export_does_not(county: World, enter: Enter) -> None:
    """Neither page nor file; an unknown form is named."""
    client = enter(county, "shop")
    assert client.get(f"{MEMBERS}export/").status_code == 403
    assert client.post(f"{MEMBERS}export/", {"form": "csv"}).status_code == 403
    assert enter(county, "clerk").post(f"{MEMBERS}export/", {"form": "pdf"}).status_code == 400


def test_the_printed_list_says_who_when_and_that_numbers_are_masked(county: World, enter: Enter) -> None:
    """Across the page when it is wide."""
    wide = "name,masked_id,sex,birth_date,organisation,state,joined_on,masked_mobile"
    page = enter(county, "clerk").get(f"{MEMBERS}print/?columns={wide}").content.decode()
    assert 'class="across"' in page
    assert "打印人：王芳" in page
    assert "证件号码已遮蔽" in page
    assert "成员13" in page
    narrow = enter(county, "clerk").get(f"{MEMBERS}print/?columns=name").content.decode()
    assert 'class="upright"' in narrow


def test_the_command_writes_what_the_post_may_see(county: World, tmp_path: Any, capsys: Any) -> None:
    """Whole or not at all."""
    out = tmp_path / "members.csv"
    call_command("export", "organising.member", "--as", "hede", "--out", str(out), "--json")
    assert len(rows_of(out.read_bytes())) == 10
    call_command("export", "organising.member", "--org", county.org["合德纺织"].code, "--out", str(out))
    assert len(rows_of(out.read_bytes())) == 4
    sheet = tmp_path / "members.xlsx"
    call_command("export", "organising.member", "--as", "clerk", "--out", str(sheet))
    assert load_workbook(sheet).active is not None


@pytest.mark.parametrize(
    "words",
    [
        ["no.such", "--out", "x.csv"],
        ["organising.member", "--out", "x.pdf"],
        ["organising.member", "--as", "nobody", "--out", "x.csv"],
        ["organising.member", "--as", "hede", "--org", "320924200002", "--out", "x.csv"],
        ["organising.member", "--as", "shop", "--out", "x.csv"],
        ["organising.member", "--out", "no/such/folder/x.csv"],
    ],
)
def test_the_command_refuses_in_one_sentence(
    county: World, tmp_path: Any, capsys: Any, monkeypatch: Any, words: list[str]
) -> None:
    """Exit code 1, nothing written."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        call_command("export", *words)
    assert stop.value.code == 1
    assert capsys.readouterr().err.strip().endswith("。")
    assert list(tmp_path.iterdir()) == []
