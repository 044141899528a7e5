"""The office drafts, writes, freezes and signs; a committee reads; a clerk sees only what was issued."""

from collections.abc import Callable

from django.test import Client

from tests.world import World
from zhijia.bulletins.models import Bulletin

Enter = Callable[[World, str], Client]


def test_from_draft_to_paper(planned: World, enter: Enter) -> None:
    """Every step answers, the issued files come as issued, a second signing is refused."""
    chair = enter(planned, "chair")
    assert "2014年第二季度" in chair.get("/bulletins/").content.decode()
    made = chair.post("/bulletins/new/", {"period": "2014-Q2"})
    page = made.url
    html = chair.get(page).content.decode()
    assert "全面完成的" in html and "/figures/new-unions/" in html
    chair.post(f"{page}write/", {"problems": "进度不快，仅{new-unions}。", "tone": "gentle"})
    assert "仅2家" in _plain(chair.get(page).content.decode())
    chair.post(f"{page}freeze/")
    answer = chair.post(f"{page}issue/", follow=True)
    found = Bulletin.objects.get()
    assert found.number in answer.content.decode()
    for kind, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        assert chair.get(f"{page}paper.{kind}").content.startswith(start)
    assert chair.post(f"{page}issue/").status_code == 409
    assert "一致" in chair.get(f"{page}restatement/").content.decode()


def test_the_attachments_come_after_the_page(planned: World, circular: Bulletin, enter: Enter) -> None:
    """The page names where they are; as a fragment they are bound figures, as a page they have their frame."""
    client, address = enter(planned, "chair"), f"/bulletins/{circular.pk}/attachments/"
    page = client.get(f"/bulletins/{circular.pk}/").content.decode()
    assert f'hx-get="{address}"' in page and 'class="attachment' not in page
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert 'class="attachment' in part and "/figures/new-unions/" in part and "<html" not in part
    assert 'class="page-title"' in client.get(address).content.decode()
    assert enter(planned, "siming").get(address).status_code == 404


def test_a_change_of_tone_is_told(planned: World, circular: Bulletin, enter: Enter) -> None:
    """Once, with the tone before and after; saving the same again tells nothing."""
    client = enter(planned, "chair")
    for _ in range(2):
        client.post(f"/bulletins/{circular.pk}/write/", {"tone": "strict"})
    page = client.get(f"/bulletins/{circular.pk}/").content.decode()
    assert page.count("点名分寸由“常规”改为“严格”") == 1


def test_a_draft_is_not_for_everybody(planned: World, circular: Bulletin, enter: Enter) -> None:
    """A committee and a clerk do not see a draft; neither may write."""
    for key in ("siming", "clerk"):
        client = enter(planned, key)
        assert circular.title not in client.get("/bulletins/").content.decode()
        assert client.get(f"/bulletins/{circular.pk}/").status_code == 404
        assert client.post(f"/bulletins/{circular.pk}/freeze/").status_code == 403


def test_the_year_out_of_range_is_said(planned: World, enter: Enter) -> None:
    """A period nobody can read gives one sentence and no draft."""
    client = enter(planned, "chair")
    answer = client.post("/bulletins/new/", {"period": "2014-Q9"})
    assert answer.status_code == 400 and "期间" in answer.content.decode()
    assert not Bulletin.objects.exists()


def _plain(html: str) -> str:
    import re

    return re.sub(r"<[^>]+>", "", html)
