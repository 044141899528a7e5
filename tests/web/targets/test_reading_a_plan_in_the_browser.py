"""Paste a speech, look at the proposals one by one, confirm, reject, undo, add by hand; refusals keep what was typed."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.targets.conftest import TEXT
from tests.world import World
from zhijia.targets.models import Clause, Plan, Target
from zhijia.targets.queries import clauses_of

Enter = Callable[[World, str], Client]
NEW = {"title": "工作要点", "year": "2014", "kind": "plan", "text": TEXT}


def test_from_text_to_target(county: World, enter: Enter) -> None:
    """The whole way without a script."""
    client = enter(county, "office")
    answer = client.post("/plans/", NEW, follow=True)
    page = answer.content.decode()
    plan = Plan.objects.get()
    assert "已处理 0/" in page and 'class="mark-clause' in page
    clause = clauses_of(plan)[0]
    given = {"value": "６", "unit": "家", "comparator": ">=", "due": "2014-09-30", "level": "county",
             "indicator": "new-unions", "subject": "新建工会"}  # fmt: skip
    answer = client.post(f"/plans/{plan.pk}/clauses/{clause.pk}/confirm/", given, follow=True)
    page = answer.content.decode()
    assert "已确认，生成1项目标" in page and "已处理 1/" in page
    assert Target.objects.get().value == 6
    answer = client.post(f"/plans/{plan.pk}/clauses/{clause.pk}/reopen/", follow=True)
    assert "已处理 0/" in answer.content.decode()


def test_the_likely_indicator_is_chosen_before(county: World, plan: Plan) -> None:
    """From the words of the clause."""
    found = {clause.indicator for clause in clauses_of(plan)}
    assert {"new-unions", "wage-bargaining-rate"} <= found


def test_a_refused_confirmation_keeps_what_was_typed(county: World, enter: Enter, plan: Plan) -> None:
    """Without an indicator: one sentence, nothing changed."""
    clause = clauses_of(plan)[0]
    given = {"value": "6", "unit": "家", "comparator": ">=", "level": "county", "indicator": "", "subject": "自己写的"}
    answer = enter(county, "office").post(f"/plans/{plan.pk}/clauses/{clause.pk}/confirm/", given)
    page = answer.content.decode()
    assert answer.status_code == 400 and "请先为条款" in page and "自己写的" in page
    assert not Target.objects.exists()


def test_a_clause_is_added_by_its_words_or_its_place(county: World, enter: Enter, plan: Plan) -> None:
    """Words that are not in the text are refused."""
    client = enter(county, "office")
    client.post(f"/plans/{plan.pk}/clauses/", {"words": "发展会员300人"})
    client.post(f"/plans/{plan.pk}/clauses/", {"start": "2", "end": "8", "words": "全县新建工会"})
    made = Clause.objects.filter(read__isnull=True)
    assert [clause.text for clause in made] == [TEXT[2:8], "发展会员300人"]
    answer = client.post(f"/plans/{plan.pk}/clauses/", {"words": "不在里面"})
    assert answer.status_code == 404 and "正文中找不到“不在里面”" in answer.content.decode()
    answer = client.post(f"/plans/{plan.pk}/clauses/", {"start": "5", "end": "99999"})
    assert answer.status_code == 400 and "没有选中正文中的文字" in answer.content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": ""}, "计划正文是空的"),
        ({"year": "1800"}, "年份“1800”超出范围"),
        ({"year": "甲午"}, "请填写四位年份"),
        ({"file": SimpleUploadedFile("空.txt", b"")}, "文件“空.txt”是空的"),
        ({"file": SimpleUploadedFile("图.txt", bytes(range(256)) * 9)}, "文件“图.txt”不是文本"),
        ({"file": SimpleUploadedFile("坏.docx", b"not a zip")}, "文件“坏.docx”不是能打开的"),
        ({"file": SimpleUploadedFile("大.txt", "工会".encode() * 9_000_000)}, "文件“大.txt”有"),
    ],
    ids=["empty", "year", "no-year", "empty-file", "binary-file", "broken-docx", "50-megabytes"],
)
def test_a_bad_text_is_refused_in_one_sentence(
    county: World, enter: Enter, change: dict[str, object], sentence: str
) -> None:
    """And nothing is kept."""
    answer = enter(county, "office").post("/plans/", {**NEW, **change})
    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    assert not Plan.objects.exists()


def test_fifty_megabytes_pasted_are_refused(county: World, enter: Enter) -> None:
    """One sentence here too."""
    answer = enter(county, "office").post("/plans/", {**NEW, "text": "工" * 17_000_000})
    assert answer.status_code == 400 and "请" in answer.content.decode()
    assert not Plan.objects.exists()


def test_a_file_keeps_its_line_ends_and_its_fingerprint(county: World, enter: Enter) -> None:
    """Offsets count in the file as it came."""
    upload = SimpleUploadedFile("要点.txt", f"一、目标\r\n{TEXT}\r\n".encode())
    enter(county, "office").post("/plans/", {**NEW, "text": "", "file": upload})
    plan = Plan.objects.get()
    assert plan.text.startswith("一、目标\r\n") and len(plan.source_sha256) == 64
    assert all(plan.text[clause.start : clause.end] == clause.text for clause in clauses_of(plan))


@pytest.mark.parametrize("who", ["hede", "siming", "clerk", "organiser"])
def test_others_do_not_read_plans(county: World, enter: Enter, plan: Plan, who: str) -> None:
    """Neither the list nor one of them, nor any decision."""
    client, clause = enter(county, who), clauses_of(plan)[0]
    for address in ("/plans/", f"/plans/{plan.pk}/"):
        assert client.get(address).status_code == 403
    for act in ("confirm", "reject", "reopen"):
        assert client.post(f"/plans/{plan.pk}/clauses/{clause.pk}/{act}/", {"reason": "x"}).status_code == 403
    clause.refresh_from_db()
    assert clause.state == "proposed"
