"""The officer's way: send a sheet, see what was understood, set right, confirm, take back; and every wrong turn."""

import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.registers.imports.sheets import HEAD, line, number, write_csv
from tests.world import World
from zhijia.journal.models import Entry
from zhijia.kit.sheet import Column, read_tables
from zhijia.registers.base.imports import vault
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.organising.models import Employer, Member

Enter = Callable[[World, str], Client]
MEMBER = "organising.member"


def send(client: Client, path: Path, register: str = MEMBER, name: str = "名册.csv", **more: str) -> ImportBatch:
    """Upload a sheet and give the batch it became."""
    file = SimpleUploadedFile(name, path.read_bytes())
    response = client.post("/imports/upload/", {"register": register, **more, "file": file})
    assert response.status_code == 302, response.content.decode()[-600:]
    return ImportBatch.objects.latest("pk")


@pytest.fixture
def batch(county: World, enter: Enter, tmp_path: Path) -> tuple[Client, ImportBatch]:
    """合德 has sent three rows: one good, one with a wrong number, one of a unit nobody knows."""
    client = enter(county, "hede")
    rows = [HEAD, line(1), line(2, 身份证号=number(2)[:17] + "·"), line(3, 所在单位="合德纺纱有限公司工会")]
    return client, send(client, write_csv(tmp_path / "a.csv", rows))


def test_nothing_is_saved_before_it_is_confirmed(batch: tuple[Client, ImportBatch]) -> None:
    client, sent = batch
    page = client.get(f"/imports/{sent.pk}/").content.decode()
    assert not Member.objects.filter(batch=sent.pk).exists()
    assert "1行可以入库" in page and "2行退回" in page and "证件号码应为18位" in page
    assert number(3) not in page and number(2)[:17] in page
    assert client.post(f"/imports/{sent.pk}/commit/").status_code == 302
    assert Member.objects.filter(batch=sent.pk).count() == 1
    assert Entry.objects.get(kind="import.committed").detail["accepted"] == "1"


def test_cells_headings_and_units_are_set_right_on_the_page(batch: tuple[Client, ImportBatch]) -> None:
    client, sent = batch
    page = client.get(f"/imports/{sent.pk}/").content.decode()
    field = re.search(r'name="(cell:[^"]+!3:masked_id)"', page)
    assert field and '<option value="320924400001">合德纺织有限公司工会委员会</option>' in page
    fixed = {field[1]: number(2), "unit:合德纺纱有限公司工会": "320924400001"}
    client.post(f"/imports/{sent.pk}/check/", fixed)
    sent.refresh_from_db()
    assert sent.counts["accepted"] == 3 and sent.counts["rejected"] == {}
    client.post(f"/imports/{sent.pk}/commit/")
    assert Member.objects.filter(batch=sent.pk).count() == 3


def test_a_column_nobody_could_know_is_shown_by_hand(county: World, enter: Enter, tmp_path: Path) -> None:
    client = enter(county, "hede")
    head = ["号码" if name == "身份证号" else name for name in HEAD]
    sent = send(client, write_csv(tmp_path / "a.csv", [head, line(1)]))
    page = client.get(f"/imports/{sent.pk}/").content.decode()
    assert "没有认出必填栏目" in page and "disabled" in page
    client.post(f"/imports/{sent.pk}/check/", {"map:masked_id": "号码"})
    sent.refresh_from_db()
    assert sent.counts["accepted"] == 1


def test_bad_rows_go_back_with_their_reasons_and_come_in_again(
    batch: tuple[Client, ImportBatch], tmp_path: Path
) -> None:
    client, sent = batch
    response = client.get(f"/imports/{sent.pk}/rejected/")
    back = tmp_path / "back.xlsx"
    back.write_bytes(b"".join(response.streaming_content))  # type: ignore[attr-defined]
    columns = [
        Column("name", "姓名", required=True),
        Column("id", "证件号码", required=True),
        Column("why", "错误说明"),
    ]
    rows = [row.cells for table in read_tables(back, columns) for row in table.rows]
    assert [row[0] for row in rows] == ["王小三", "王小四"]
    assert rows[1][1] == number(3) and "合德纺纱有限公司工会" in str(rows[1][2])


def test_taken_back_except_what_has_moved_on(batch: tuple[Client, ImportBatch], county: World) -> None:
    client, sent = batch
    client.post(f"/imports/{sent.pk}/check/", {"unit:合德纺纱有限公司工会": "320924400001"})
    client.post(f"/imports/{sent.pk}/commit/")
    moved = Member.objects.filter(batch=sent.pk).latest("pk")
    Member.objects.filter(pk=moved.pk).update(recorded_at=dt.datetime(2014, 7, 11, tzinfo=dt.UTC))
    page = client.post(f"/imports/{sent.pk}/undo/", follow=True).content.decode()
    assert "已撤回1行" in page and moved.name in page
    assert list(Member.objects.living().filter(batch=sent.pk)) == [moved]  # type: ignore[attr-defined]
    assert Entry.objects.filter(kind="fact.voided").count() == 1


def test_personal_numbers_never_lie_in_clear(batch: tuple[Client, ImportBatch]) -> None:
    _, sent = batch
    sealed = (vault.folder() / f"{sent.pk}.sealed").read_bytes()
    kept = sealed + f"{sent.counts}{sent.tables}{sent.plan_sealed}{sent.rows_sealed}".encode()
    for seq in (1, 2, 3):
        assert number(seq)[:17].encode() not in kept


def test_twice_committing_and_committing_what_was_taken_back(
    batch: tuple[Client, ImportBatch], django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    client, sent = batch
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/imports/{sent.pk}/commit/")
    assert not list(vault.folder().iterdir())
    count = Member.objects.count()
    assert client.post(f"/imports/{sent.pk}/commit/").status_code == 409
    client.post(f"/imports/{sent.pk}/undo/")
    for step in ("commit", "undo", "drop"):
        response = client.post(f"/imports/{sent.pk}/{step}/")
        assert response.status_code == 409 and "。" in response.content.decode()
    assert Member.objects.count() == count


def test_given_up_and_grown_old(batch: tuple[Client, ImportBatch], county: World, enter: Enter, tmp_path: Path) -> None:
    client, sent = batch
    client.post(f"/imports/{sent.pk}/drop/")
    assert client.post(f"/imports/{sent.pk}/commit/").status_code == 409
    old = send(client, write_csv(tmp_path / "b.csv", [HEAD, line(1)]))
    ImportBatch.objects.filter(pk=old.pk).update(at=old.at - dt.timedelta(days=8))
    assert client.post(f"/imports/{old.pk}/commit/").status_code == 409
    send(client, write_csv(tmp_path / "c.csv", [HEAD, line(2)]))
    old.refresh_from_db()
    assert old.state == "dropped" and not (vault.folder() / f"{old.pk}.sealed").exists()


@pytest.mark.parametrize("who", ["siming", "organiser", "neighbour"])
def test_somebody_elses_batch_is_not_there(
    batch: tuple[Client, ImportBatch], county: World, enter: Enter, who: str
) -> None:
    _, sent = batch
    client = enter(county, who)
    assert "名册.csv" not in client.get("/imports/").content.decode()
    for tail in ("", "rejected/", "progress/"):
        assert client.get(f"/imports/{sent.pk}/{tail}").status_code == 404
    for tail in ("check/", "commit/", "undo/", "drop/"):
        assert client.post(f"/imports/{sent.pk}/{tail}").status_code == 404


def test_a_post_that_may_not(county: World, enter: Enter, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, line(1)])
    for who in ("shop", "chair"):
        client = enter(county, who)
        file = SimpleUploadedFile("a.csv", path.read_bytes())
        assert client.post("/imports/upload/", {"register": MEMBER, "file": file}).status_code == 403
    client = enter(county, "hede")
    file = SimpleUploadedFile("a.csv", path.read_bytes())
    answer = client.post("/imports/upload/", {"register": "organising.nothing", "file": file})
    assert answer.status_code == 422
    outside = {"register": MEMBER, "organisation": "四明木业", "file": SimpleUploadedFile("a.csv", path.read_bytes())}
    assert client.post("/imports/upload/", outside).status_code == 422
    assert not ImportBatch.objects.exists()


FILES = {
    "empty": b"", "binary": b"\x00\x01\x02" * 400, "picture": b"\x89PNG\r\n\x1a\n" + b"0" * 200,
    "truncated": b"PK\x03\x04" + b"\x00" * 300, "wrong sheet": "日期,天气\n2014-07-01,晴\n".encode(),
    "only a head": ",".join(HEAD).encode() + b"\n",
}  # fmt: skip


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
def test_files_that_cannot_be_used(county: World, enter: Enter, content: bytes) -> None:
    client = enter(county, "hede")
    file = io.BytesIO(content)
    file.name = "a.csv"
    response = client.post("/imports/upload/", {"register": MEMBER, "file": file})
    page = response.content.decode()
    assert response.status_code == 400 and re.search(r'role="alert".*?。', page, re.DOTALL)
    assert not ImportBatch.objects.exists() and not list(vault.folder().glob("*.sealed"))


def test_a_file_above_the_limit(county: World, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhijia.web.desk.imports.upload_handler.MOST_BYTES", 1000)
    file = SimpleUploadedFile("a.csv", b"x" * 5000)
    response = enter(county, "hede").post("/imports/upload/", {"register": MEMBER, "file": file})
    assert response.status_code == 400 and "文件过大" in response.content.decode()


def test_the_token_is_asked_for(county: World, tmp_path: Path) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(county.post["hede"].user, backend="django.contrib.auth.backends.ModelBackend")
    file = SimpleUploadedFile("a.csv", b"x")
    assert client.post("/imports/upload/", {"register": MEMBER, "file": file}).status_code == 403


def test_the_empty_form_comes_back_filled(county: World, enter: Enter, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    client = enter(county, "hede")
    form = client.get("/imports/template/organising.employer/")
    book = load_workbook(io.BytesIO(b"".join(form.streaming_content)))  # type: ignore[attr-defined]
    sheet = book.worksheets[0]
    heads = {
        str(cell.value).strip("*"): cell.column for row in sheet.iter_rows(max_row=5) for cell in row if cell.value
    }
    filled = {"名称": "合德新厂", "单位性质": "企业", "职工总数": "120人", "所属组织": "合德镇"}
    for label, value in filled.items():
        sheet.cell(row=5, column=heads[label], value=value)
    path = tmp_path / "filled.xlsx"
    book.save(path)
    sent = send(client, path, "organising.employer", "单位.xlsx")
    assert sent.counts["accepted"] == 1, sent.counts
    client.post(f"/imports/{sent.pk}/commit/")
    assert Employer.objects.get(batch=sent.pk).employees == 120
