"""Cases in the browser's eyes: the list, the page, its forms, the papers, delegation, and the public notice."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.cases.foundings import ANSWERS, Founding, at
from tests.world import NOW, TODAY, World
from zhijia.cases.actions import object_to_notice, publish_notice
from zhijia.cases.models import Case, Notice, StepRecord
from zhijia.evidence import papers
from zhijia.web import clock

Enter = Callable[[World, str], Client]


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the small world, and no PDF engine."""
    monkeypatch.setattr(clock, "now", lambda: timezone.localtime(NOW))
    monkeypatch.setattr(papers, "to_pdf", lambda paper, fonts: b"%PDF-")


def hidden(html: str) -> dict[str, str]:
    """The key and what was seen, of the form that takes the step."""
    form = re.search(r'action="/cases/\d+/step/".*?</form>', html, re.DOTALL)
    assert form, "no form for the step"
    return dict(re.findall(r'name="(key|seen)" value="([^"]*)"', form[0]))


def test_a_founding_begins_on_the_page_of_the_employer(county: World, enter: Enter) -> None:
    """The button is there for who may, the form is filled in, the case is found on both pages afterwards."""
    client, employer = enter(county, "hede"), county.employer["合德镇未建"]
    page = client.get(f"/register/organising.employer/{employer.pk}/").content.decode()
    assert f"/cases/new/founding/?subject={employer.pk}" in page
    form = client.get(f"/cases/new/founding/?subject={employer.pk}").content.decode()
    assert "合德镇新星电子有限公司" in form
    line = re.search(r'name="subject" value="([^"]*)"', form)
    assert line
    told = {"subject": line[1], "on": "2014-07-10", "key": "once"}
    first = client.post("/cases/new/founding/", told)
    assert first.status_code == 302 and client.post("/cases/new/founding/", told).url == first.url
    case = Case.objects.get()
    assert case.number in client.get(f"/register/organising.employer/{employer.pk}/").content.decode()
    again = client.post("/cases/new/founding/", {**told, "key": "other"})
    assert again.status_code == 422 and "已有一个正在办理的" in again.content.decode()


def test_the_step_is_taken_with_its_paper_in_one_form(county: World, enter: Enter) -> None:
    """Refused without it, with what was typed still there; a second click is the same record."""
    founding, client = Founding(county), enter(county, "hede")
    url = f"/cases/{founding.case.pk}/"
    page = client.get(url).content.decode()
    assert "请您办理" in page and "走访记录" in page and "尚缺" in page
    sent = {**hidden(page), "will": "1", "text": "已走访", "on": "2014-07-10"}
    refused = client.post(f"{url}step/", sent)
    assert refused.status_code == 422
    assert "还缺材料：走访记录" in refused.content.decode() and "已走访" in refused.content.decode()
    file = SimpleUploadedFile("走访.txt", "见面三人".encode())
    assert client.post(f"{url}step/", {**sent, "file-visit": file}).status_code == 302
    assert client.post(f"{url}step/", sent).status_code == 302
    assert StepRecord.objects.filter(case=founding.case, verb="done").count() == 1
    page = client.get(url).content.decode()
    assert "走访.txt" in page and "已走访" in page and "建会请示" in page


def test_who_is_not_asked_reads_why(county: World, enter: Enter) -> None:
    """And sees no form."""
    founding = Founding(county).until("prep")
    client = enter(county, "hede")
    page = client.get(f"/cases/{founding.case.pk}/").content.decode()
    assert "现在是“批复筹备组”，由县总工会组织部办理" in page and "step/" not in page
    refused = client.post(f"/cases/{founding.case.pk}/step/", {"key": "k", "seen": "3"})
    assert refused.status_code in {403, 422}


def test_papers_are_handed_out_as_issued(county: World, enter: Enter) -> None:
    """Both forms, to those who see the case; a stranger finds none."""
    founding = Founding(county).until("recruit")
    client = enter(county, "hede")
    page = client.get(f"/cases/{founding.case.pk}/").content.decode()
    links = re.findall(r'href="(/cases/\d+/papers/\d+\.docx)"', page)
    assert len(links) == 2 and client.get(links[0]).content.startswith(b"PK")
    assert client.get(links[0].replace(".docx", ".exe")).status_code == 404
    stranger = enter(county, "siming")
    assert stranger.get(links[0]).status_code == 404 and stranger.get(f"/cases/{founding.case.pk}/").status_code == 404


def test_evidence_of_a_case_is_for_those_who_see_the_case(county: World, enter: Enter) -> None:
    """The clerk of another union of the same town does not."""
    founding = Founding(county).until("request")
    client = enter(county, "hede")
    link = re.search(r"/evidence/\d+/", client.get(f"/cases/{founding.case.pk}/").content.decode())
    assert link and client.get(link[0]).status_code == 200
    assert enter(county, "siming").get(link[0]).status_code == 404


def test_the_list_narrows_and_tells_what_is_overdue(county: World, enter: Enter) -> None:
    """What stands in the address is what is shown."""
    founding = Founding(county, day=dt.date(2014, 6, 20)).until("prep")
    client = enter(county, "organiser")
    mine = client.get("/cases/").content.decode()
    assert founding.case.number in mine and "逾期" in mine
    assert (
        founding.case.number in client.get("/cases/?show=overdue&procedure=founding&step=prep&q=新星").content.decode()
    )
    for narrowed in ("show=done", "q=没有的", "step=reply", "procedure=other"):
        assert founding.case.number not in client.get(f"/cases/?{narrowed}").content.decode()
    desk = client.get("/").content.decode()
    assert "待办理：合德镇新星电子有限公司，批复筹备组" in desk and "逾期" in desk


def test_delegation_is_given_and_taken_back_on_its_page(county: World, enter: Enter) -> None:
    """The colleague finds the work on the list meanwhile."""
    founding = Founding(county)
    client = enter(county, "hede")
    sent = {"to": county.post["organiser"].pk, "since": "2014-07-10", "until": "2014-07-12", "reason": "出差"}
    assert client.post("/cases/delegations/give/", sent).status_code == 302
    assert "生效中" in client.get("/cases/delegations/").content.decode()
    assert founding.case.number in enter(county, "organiser").get("/cases/").content.decode()
    number = re.search(
        r"/cases/delegations/(\d+)/end/", enter(county, "hede").get("/cases/delegations/").content.decode()
    )
    assert number and client.post(number[0]).status_code == 302
    assert founding.case.number not in enter(county, "organiser").get("/cases/").content.decode()
    assert client.post("/cases/delegations/give/", {**sent, "to": "abc"}).status_code == 400


@pytest.fixture
def published(county: World) -> tuple[Founding, Notice]:
    """The candidates' notice on the open web."""
    founding = Founding(county, day=TODAY).until("nominate")
    hede = county.post["hede"]
    notice = publish_notice(
        title="主席候选人公示", lines=[("主席候选人", "张*")], contact="合德镇工委 0515-2345678", opens=founding.day,
        closes=founding.day + dt.timedelta(days=7), place="web", token="a-long-token", by=hede,
        answers=ANSWERS["nominate"], **founding.told(),
    )  # fmt: skip
    return founding, notice


def test_anyone_with_the_link_reads_the_notice_and_objects(published: tuple[Founding, Notice], client: Client) -> None:
    """No sign-in, no index, nothing of the case but what is published; the objection lands in the case."""
    founding, _ = published
    response = client.get("/notice/a-long-token/")
    page = response.content.decode()
    assert response.status_code == 200 and "张*" in page and "还有7天结束" in page and "0515-2345678" in page
    assert (
        "noindex" in page and "noindex" in response["X-Robots-Tag"] and response["Cache-Control"] == "private, no-store"
    )
    assert founding.case.number not in page and "合德镇新星电子" not in page and "张明" not in page
    sent = {"words": "候选人是经理的亲属", "reach": "13812345678", "key": "mine"}
    assert "已收到您的异议" in client.post("/notice/a-long-token/", sent).content.decode()
    client.post("/notice/a-long-token/", sent)
    assert StepRecord.objects.filter(verb="objected").count() == 1
    empty = client.post("/notice/a-long-token/", {"words": " ", "key": "other"})
    assert empty.status_code == 422 and "请写明异议的内容" in empty.content.decode()


def test_the_objection_is_answered_on_the_page_of_the_case(
    published: tuple[Founding, Notice], county: World, enter: Enter
) -> None:
    """Who objected is shown to the one who answers."""
    founding, notice = published
    object_to_notice(notice=notice, words="情况不实", name="赵某", reach="", on=TODAY, at=at(TODAY), key="o")
    client = enter(county, "hede")
    page = client.get(f"/cases/{founding.case.pk}/").content.decode()
    assert "情况不实" in page and "赵某" in page
    assert "赵某" not in enter(county, "chair").get(f"/cases/{founding.case.pk}/").content.decode()
    form = re.search(r'action="(/cases/\d+/objections/\d+/)".*?</form>', page, re.DOTALL)
    assert form
    told = dict(re.findall(r'name="(key|seen)" value="([^"]*)"', form[0]))
    client = enter(county, "hede")
    assert client.post(form[1], {**told, "decision": "dismissed", "answer": "经核实无此情况"}).status_code == 302
    assert "经核实无此情况" in client.get(f"/cases/{founding.case.pk}/").content.decode()


def test_a_notice_that_is_over_tells_nothing(
    published: tuple[Founding, Notice], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It closes itself; a guessed link is answered alike."""
    monkeypatch.setattr(clock, "now", lambda: timezone.localtime(NOW + dt.timedelta(days=8)))
    for link in ("/notice/a-long-token/", "/notice/guessed/"):
        response = client.get(link)
        assert response.status_code == 404 and "公示期已经结束" in response.content.decode()
        assert "张*" not in response.content.decode() and "noindex" in response["X-Robots-Tag"]
    assert client.post("/notice/a-long-token/", {"words": "晚了"}).status_code == 404


def test_the_notice_is_published_masked_by_its_place(county: World, enter: Enter) -> None:
    """On the web the names are masked; a short one is refused with what was typed still there."""
    founding, client = Founding(county).until("nominate"), enter(county, "hede")
    url = f"/cases/{founding.case.pk}/publish/"
    page = client.get(url, {**ANSWERS["nominate"], "place": "web"}).content.decode()
    assert "<dd>张*</dd>" in page and "张*、李*、王*" in page
    assert "<dd>张明</dd>" in client.get(url, {**ANSWERS["nominate"], "place": "board"}).content.decode()
    told = dict(re.findall(r'name="(key|seen)" value="([^"]*)"', page))
    sent = {
        **told,
        **ANSWERS["nominate"],
        "place": "web",
        "title": "公示",
        "contact": "合德镇工委",
        "opens": "2014-07-10",
    }
    short = client.post(url, {**sent, "closes": "2014-07-12"})
    assert short.status_code == 422 and "公示期不能少于7天" in short.content.decode()
    assert client.post(url, {**sent, "closes": "2014-07-17"}).status_code == 302
    notice = Notice.objects.get()
    assert ["主席候选人", "张*"] in notice.lines and len(notice.token) == 40
