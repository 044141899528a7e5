"""Assignment orders in the browser: split, draft, issue, sign for, object, report, supervise, close."""

import hashlib
import re
from collections.abc import Callable
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from docx import Document
from pypdf import PdfReader

from tests.web.targets.conftest import Campaign
from tests.world import World
from zhijia.evidence.models import IssuedPaper
from zhijia.kit.problem import Conflict
from zhijia.targets.models import Objection, Order, SupervisionSlip, Target

Enter = Callable[[World, str], Client]


def said(answer: object) -> str:
    """The page in words."""
    return answer.content.decode()  # type: ignore[attr-defined]


def test_split_on_the_page_and_the_sum_check(county: World, split: Campaign, enter: Enter) -> None:
    """Wrong sums come back with what was typed; right ones are kept."""
    client, address = enter(county, "office"), f"/targets/{split.whole.pk}/"
    assert "合计与总目标一致" in said(client.get(address))
    wrong = {f"part-{county.org[name].pk}": value for name, value in (("合德镇", "5"), ("四明镇", "3"))}
    answer = client.post(f"{address}split/", {"key": "by-hand", **wrong})
    assert answer.status_code == 400
    assert "各单位合计8，与总目标6相差2" in said(answer) and 'value="5"' in said(answer)
    assert set(Target.objects.filter(parent=split.whole).values_list("value", flat=True)) == {2, 4}
    answer = client.post(f"{address}split/", {"key": "by-hand", **dict.fromkeys(wrong, "3")}, follow=True)
    assert "已分解到2个单位" in said(answer)
    answer = client.post(f"{address}split/", {"key": "by-hand", **dict.fromkeys(wrong, "three")})
    assert answer.status_code == 400 and "应为数字，现为“three”" in said(answer)


def test_a_key_shows_its_figures(county: World, split: Campaign, enter: Enter) -> None:
    """Employers without a union, each number a door."""
    page = said(enter(county, "office").get(f"/targets/{split.whole.pk}/?key=employers-without-union"))
    assert 'data-figure="unfounded-large"' in page and 'value="3"' in page


def test_drafts_are_previewed_and_issued_with_numbers(county: World, split: Campaign, enter: Enter) -> None:
    """In register order; the paper carries number, unit, value and base."""
    client = enter(county, "chair")
    assert "已起草2份交办单" in said(client.post("/orders/draft/", {"year": "2014"}, follow=True))
    draft = Order.objects.get(organisation=county.org["合德镇"])
    assert "2014年度重点工作交办单" in said(client.get(f"/orders/{draft.pk}/"))
    client.post(f"/orders/{draft.pk}/requirements/", {"requirements": "按月更新台账\n有困难及时反馈"})
    assert "已签发2份交办单" in said(client.post("/orders/issue/", {"year": "2014"}, follow=True))
    assert [order.number for order in Order.objects.order_by("organisation__path")] == [
        "海工交〔2014〕1号", "海工交〔2014〕2号",
    ]  # fmt: skip
    docx = client.get(f"/orders/{draft.pk}/paper.docx").content
    paper = Document(BytesIO(docx))
    words = "".join(paragraph.text for paragraph in paper.paragraphs)
    words += "".join(cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    for expected in ("海工交〔2014〕1号", "合德镇工会工作委员会", "单国强", "2家", "9月30日100%", "按月更新台账"):
        assert expected in words.replace("\n", ""), expected
    assert client.get(f"/orders/{draft.pk}/paper.pdf").content.startswith(b"%PDF")


def test_issued_bytes_never_change(county: World, campaign: Campaign, enter: Enter) -> None:
    """Neither by a revision nor by a hand in the database."""
    order, client = campaign.orders["合德镇"], enter(county, "chair")
    before = client.get(f"/orders/{order.pk}/paper.docx").content
    part = Target.objects.get(order=order, indicator="new-unions")
    client.post(f"/targets/{part.pk}/revise/", {"value": "3", "reason": "园区新增企业"})
    assert client.get(f"/orders/{order.pk}/paper.docx").content == before
    kept = IssuedPaper.objects.get(order=order)
    assert kept.docx_sha256 == hashlib.sha256(before).hexdigest()
    assert "园区新增企业" in said(client.get(f"/orders/{order.pk}/"))
    with pytest.raises(Conflict, match="已经印发"):
        kept.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        IssuedPaper.objects.filter(pk=kept.pk).update(docx=b"other")


def test_issuing_twice_or_nothing_gives_a_sentence(county: World, campaign: Campaign, enter: Enter) -> None:
    """And takes no number."""
    client, order = enter(county, "chair"), campaign.orders["合德镇"]
    answer = client.post(f"/orders/{order.pk}/issue/")
    assert answer.status_code == 409 and "海工交〔2014〕1号已经签发" in said(answer)
    assert "没有可签发的交办单草稿" in said(client.post("/orders/issue/", {"year": "2014"}))
    assert "没有待交办的目标" in said(client.post("/orders/draft/", {"year": "2014"}))


def test_sign_object_answer(county: World, campaign: Campaign, enter: Enter) -> None:
    """The unit signs, objects in time; the county accepts and the target is revised with its reason."""
    order = campaign.orders["合德镇"]
    part = Target.objects.get(order=order, indicator="new-unions")
    client = enter(county, "hede")
    early = client.post(f"/orders/{order.pk}/object/", {"target": part.pk, "reason": "没有企业"})
    assert early.status_code == 400 and "请先签收" in said(early)
    assert "已签收海工交〔2014〕1号" in said(client.post(f"/orders/{order.pk}/sign/", follow=True))
    assert client.post(f"/orders/{order.pk}/sign/").status_code == 409
    client.post(f"/orders/{order.pk}/object/", {"target": part.pk, "reason": "两家企业停产", "proposed": "1"})
    twice = client.post(f"/orders/{order.pk}/object/", {"target": part.pk, "reason": "再提"})
    assert twice.status_code == 409
    assert "有异议" in said(client.get("/orders/"))
    objection = Objection.objects.get()
    assert client.post(f"/orders/objections/{objection.pk}/", {"decision": "accept", "answer": "x"}).status_code == 403
    client = enter(county, "chair")
    answer = client.post(f"/orders/objections/{objection.pk}/", {"decision": "accept", "answer": "", "value": "1"})
    assert answer.status_code == 400 and "请填写处理意见" in said(answer)
    client.post(f"/orders/objections/{objection.pk}/", {"decision": "accept", "answer": "情况属实", "value": "1"})
    part.refresh_from_db()
    assert part.value == 1
    assert part.revisions.order_by("pk").last().reason == "情况属实"


def test_objections_end_after_three_working_days(
    county: World, campaign: Campaign, enter: Enter, settings: object
) -> None:
    """Signed on Thursday 10 July: Tuesday the 15th is the last day."""
    import datetime as dt

    order = campaign.orders["合德镇"]
    part = Target.objects.get(order=order, indicator="new-unions")
    client = enter(county, "hede")
    client.post(f"/orders/{order.pk}/sign/")
    settings.TODAY = dt.date(2014, 7, 16)  # type: ignore[attr-defined]
    late = client.post(f"/orders/{order.pk}/object/", {"target": part.pk, "reason": "晚了"})
    assert late.status_code == 400 and "异议期到2014-07-15为止" in said(late)
    settings.TODAY = dt.date(2014, 7, 15)  # type: ignore[attr-defined]
    assert client.post(f"/orders/{order.pk}/object/", {"target": part.pk, "reason": "及时"}).status_code == 302


def test_feedback_and_closing(county: World, campaign: Campaign, enter: Enter) -> None:
    """Closed only when the figures say so."""
    order, client = campaign.orders["合德镇"], enter(county, "hede")
    client.post(f"/orders/{order.pk}/sign/")
    client.post(f"/orders/{order.pk}/feedback/", {"text": "已走访三家企业", "difficulty": "", "expected": "2014-08-30"})
    bad = client.post(f"/orders/{order.pk}/feedback/", {"text": "x", "expected": "soon"})
    assert bad.status_code == 400 and "应为日期" in said(bad)
    client = enter(county, "chair")
    assert "已走访三家企业" in said(client.get(f"/orders/{order.pk}/"))
    answer = client.post(f"/orders/{order.pk}/close/")
    assert answer.status_code == 400 and "还有2项任务没有完成" in said(answer)


def test_a_supervision_slip_is_proposed_and_numbered(county: World, campaign: Campaign, enter: Enter) -> None:
    """Behind by more than a tenth: yellow or red, not stored before it is issued, once a day."""
    client, order = enter(county, "chair"), campaign.orders["四明镇"]
    page = said(client.get("/orders/"))
    assert "签发督办单" in page and re.search("(黄|红)色", page) and not SupervisionSlip.objects.exists()
    part = Target.objects.get(order=order, indicator="new-unions")
    client.post(f"/targets/{part.pk}/slip/")
    slip = SupervisionSlip.objects.get()
    assert slip.number == "海工督〔2014〕1号" and "应完成64.3%，实际完成25.0%" in slip.reason
    pdf = client.get(f"/orders/slips/{slip.pk}/paper.pdf").content
    text = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "海工督〔2014〕1号" in text and "应完成64.3%" in text and part.order.number in text
    assert client.get(f"/orders/slips/{slip.pk}/paper.docx").content[:2] == b"PK"
    assert client.post(f"/targets/{part.pk}/slip/").status_code == 409
    assert "海工督〔2014〕1号" in said(enter(county, "siming").get("/orders/"))


@pytest.mark.parametrize("who", ["siming", "neighbour", "clerk"])
def test_another_committee_sees_and_does_nothing(county: World, campaign: Campaign, enter: Enter, who: str) -> None:
    """Orders, papers, targets, objections of 合德."""
    client, order = enter(county, who), campaign.orders["合德镇"]
    part = Target.objects.get(order=order, indicator="new-unions")
    for address in (
        f"/orders/{order.pk}/",
        f"/orders/{order.pk}/paper.docx",
        f"/orders/{order.pk}/paper.pdf",
        f"/targets/{part.pk}/",
    ):
        assert client.get(address).status_code in {403, 404}, address
    for act in ("sign", "object", "feedback", "close", "issue", "drop", "requirements"):
        assert client.post(
            f"/orders/{order.pk}/{act}/", {"target": part.pk, "reason": "x", "text": "x"}
        ).status_code in {403, 404}
    for act in ("split", "revise", "withdraw", "slip"):
        assert client.post(f"/targets/{part.pk}/{act}/", {"value": "1", "reason": "x"}).status_code in {403, 404}
    order.refresh_from_db()
    assert order.signed_on is None and order.feedback.count() == 0
    if who == "siming":
        assert "合德" not in said(client.get("/orders/"))


def test_a_committee_sees_no_drafts(county: World, split: Campaign, enter: Enter) -> None:
    """Only what was issued."""
    enter(county, "chair").post("/orders/draft/", {"year": "2014"})
    draft = Order.objects.get(organisation=county.org["合德镇"])
    client = enter(county, "hede")
    assert client.get(f"/orders/{draft.pk}/").status_code == 404
    assert "草稿" not in said(client.get("/orders/"))
