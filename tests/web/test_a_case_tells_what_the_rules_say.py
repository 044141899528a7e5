"""The page of an aid case: met, not met or open, every reason, what would help, and a place for each paper."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cases.aids import PAPERS, Aid
from tests.world import World

Enter = Callable[[World, str], Client]


def page(client: Client, aid: Aid) -> str:
    """As the officer sees it."""
    return client.get(f"/cases/{aid.case.pk}/").content.decode()


def test_an_open_case_names_what_is_missing_and_takes_it(county: World, enter: Enter) -> None:
    """The paper is handed in on the page; the rest is met."""
    aid, client = Aid(county), enter(county, "clerk")
    aid.hand_in(*[one for one in PAPERS if one != "income-proof"])
    text = page(client, aid)
    assert "还不能判断：还缺“家庭成员收入证明”，不能认定“家庭年收入”。" in text
    assert "怎样就能符合条件" in text and "补交“家庭成员收入证明”" in text
    sent = {"slot": "evidence.income-proof", "file": SimpleUploadedFile("收入.txt", "收入证明".encode())}
    assert client.post(f"/cases/{aid.case.pk}/evidence/", sent).status_code == 302
    text = page(client, aid)
    assert "条件齐备。" in text and "怎样就能符合条件" not in text
    assert "3,000元" in text and "深度困难，标准3,000元" in text


def test_the_values_seen_stand_beside_the_rule(county: World, enter: Enter) -> None:
    """27,800 below 28,800."""
    aid = Aid(county)
    aid.hand_in()
    text = page(enter(county, "hede"), aid)
    assert "家庭年纯收入低于28,800元" in text and "（现为27,800元）" in text


def test_a_refusal_gives_its_reason_and_no_false_hope(county: World, enter: Enter) -> None:
    """A second dwelling."""
    aid = Aid(county, dwellings="2")
    aid.hand_in()
    text = page(enter(county, "clerk"), aid)
    assert "属于不予受理的情形：住宅超过规定套数。" in text and "怎样就能符合条件" not in text


def test_in_english_the_reasons_are_sentences_too(county: World, enter: Enter) -> None:
    """Values and words of the catalogue with them."""
    aid, client = Aid(county, dwellings="2"), enter(county, "clerk")
    county.post["clerk"].user.language = "en"
    county.post["clerk"].user.save()
    text = page(client, aid)
    assert "Ruled out: More dwellings than allowed." in text
    assert "Proof of income of the family” is still missing" in text


def test_the_list_offers_what_may_be_begun_today(county: World, enter: Enter) -> None:
    """A clerk applies for aid; the chair, who keeps no register, begins nothing."""
    text = enter(county, "clerk").get("/cases/").content.decode()
    assert "申请：困难职工生活救助" in text and "申请：金秋助学" in text
    assert "申请：" not in enter(county, "chair").get("/cases/").content.decode()


def test_an_application_begins_on_its_form(county: World, enter: Enter) -> None:
    """Amounts in yuan; one that cannot be read is told beside the form."""
    client = enter(county, "clerk")
    address = f"/cases/new/living-aid/?subject={county.members[0].pk}"
    asked = client.get(address).content.decode()
    assert "家庭年收入" in asked and "经常使用机动车" in asked
    told = {
        "subject": county.members[0].name, "on": "2014-07-10", "key": "begin", "family": "3", "income": "五万", "cost": "0",
        "loss": "0", "dwellings": "1", "employed_since": "2010-01-01",
    }  # fmt: skip
    wrong = client.post(address, told)
    assert wrong.status_code == 422 and "“家庭年收入”应为数字，现为“五万”" in wrong.content.decode()
