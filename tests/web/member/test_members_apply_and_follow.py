"""From the telephone to the union and back: applying, adding a paper, what the union decided and what would help."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.member.phone import come_in
from tests.world import NOW, TODAY, World
from zhijia.accounts.queries import posts_of
from zhijia.evidence.models import Attachment
from zhijia.kit.identity.id_number import make_id
from zhijia.registers.organising.members import Member
from zhijia.registers.organising.membership import step_of, take_step

NEW = "13912345678"
NUMBER = make_id("320924", TODAY.replace(year=1990), 5, "male")


def applied(county: World, client: Client, **more: object) -> object:
    """An application to 合德纺织 from a number nobody knows."""
    come_in(client, NEW)
    union = county.org["合德纺织"].pk
    return client.post("/my/join/", {"name": "新来的", "id_number": NUMBER, "union": union, **more})


def test_an_application_reaches_the_union(county: World, client: Client) -> None:
    """With its paper; the page tells by when an answer is due, and the union's clerk approves it by the usual step."""
    file = SimpleUploadedFile("申请书.txt", "入会申请".encode())
    assert applied(county, client, file=file).status_code == 302
    row = Member.objects.get(name="新来的")
    assert (row.state, row.mobile, row.organisation) == ("APPLIED", NEW, county.org["合德纺织"])
    assert Attachment.objects.get(subject_id=row.pk).slot == "application"
    text = client.get("/my/").content.decode()
    assert "已申请" in text and "前答复您" in text and "申请书.txt" in text
    clerk = county.post["clerk"]
    assert posts_of(clerk.user, TODAY).exists()
    take_step(member=row, step=step_of("approve"), on=TODAY, by=clerk, at=NOW)
    assert "申请入会" not in client.get("/my/").content.decode()


def test_a_refusal_says_why_and_what_would_help(county: World, client: Client) -> None:
    """The union's own words, the missing paper, and the way to ask again."""
    applied(county, client)
    row = Member.objects.get(name="新来的")
    assert "补交入会申请书" in client.get("/my/").content.decode()
    take_step(member=row, step=step_of("refuse"), on=TODAY, by=county.post["clerk"], at=NOW, reason="尚未签订劳动合同")
    text = client.get("/my/").content.decode()
    assert "尚未签订劳动合同" in text and "补交入会申请书" in text and "重新申请" in text and "申请入会" in text
    assert (
        client.post(f"/my/applications/{row.pk}/paper/", {"file": SimpleUploadedFile("a.txt", b"a")}).status_code == 409
    )


def test_asking_twice_and_bad_words_are_refused(county: World, client: Client) -> None:
    """In one sentence each; nothing is written."""
    before = Member.objects.count()
    for values, told in (({"id_number": "320924199001010000"}, "身份证号校验不符"), ({"name": ""}, "请填写姓名"),
                         ({"union": ""}, "请先选择"), ({"union": county.org["县总"].pk}, "请先选择")):  # fmt: skip
        answer = applied(county, client, **values)
        assert answer.status_code == 422 and told in answer.content.decode()
    assert Member.objects.count() == before
    applied(county, client)
    assert "请等答复" in applied(county, client).content.decode()
    other = make_id("320924", TODAY.replace(year=1991), 7, "male")
    assert "本人的手机号码" in applied(county, client, id_number=other).content.decode()
    assert Member.objects.count() == before + 1


def test_a_strangers_id_number_tells_nothing(county: World, client: Client) -> None:
    """Whoever types the number of a member sees an application of their own, not the other's membership."""
    known = county.members[0]
    assert applied(county, client, id_number=known.id_number).status_code == 302
    text = client.get("/my/").content.decode()
    assert known.joined_on.isoformat() not in text
    assert "米油慰问" not in client.get("/my/payments/").content.decode()


def test_a_union_is_found_by_a_part_of_its_name(county: World, client: Client) -> None:
    """Unions only, none for one sign."""
    come_in(client, NEW)
    assert "合德纺织" in client.get("/my/join/", {"q": "纺织"}).content.decode()
    assert "list-group-item" not in client.get("/my/join/", {"q": "纺"}).content.decode()
    assert "没有找到" in client.get("/my/join/", {"q": "县总工会"}).content.decode()
