"""The neighbour's chair, the neighbour's clerk and a visitor try every address of the house with 合德's numbers.

They may be turned away or shown a page of their own; they must never see a name or number of 合德, nor break anything.
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.doors import Door, doors
from tests.world import NOW, World
from zhijia.evidence.actions import attach
from zhijia.registers.base.register import registers

DOORS = doors()
TURNED_AWAY = {302, 403, 404, 405}
STRANGERS = ("siming", "neighbour", None)


@pytest.fixture
def secrets(county: World) -> list[str]:
    """What only 合德 may see, with a piece of evidence put to its first member."""
    member = county.members[0]
    attach(
        name="合德入会申请.txt", chunks=[b"plain words of an application"], subject="organising.member",
        subject_id=member.pk, slot="application", organisation=member.organisation, by=county.post["clerk"], at=NOW,
    )  # fmt: skip
    members = [each for each in county.members if str(each.organisation).startswith("合德")]
    return [
        "合德纺织", "合德机械", "合德商贸", "合德镇新星", "合德入会申请", "plain words",
        *(each.id_number for each in members), *(each.masked_id[:3] + each.masked_id[-4:] for each in members),
        *(f"成员{number}<" for number in (11, 12, 13, 21, 22, 23, 31, 32, 33)),
        *(f">成员{number}" for number in (11, 12, 13, 21, 22, 23, 31, 32, 33)),
    ]  # fmt: skip


def knocking(county: World, who: str | None) -> Client:
    """One of the three, ready to knock."""
    client = Client(raise_request_exception=False)
    if who:
        client.force_login(county.post[who].user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_no_door_opens_on_the_neighbour(door: Door, county: World, secrets: list[str]) -> None:
    """GET and POST, with and without words that ask for 合德, by each of the three in turn."""
    url = door.url(county)
    hede = county.org["合德镇"]
    for who in STRANGERS:
        client = knocking(county, who)
        sent = {"reason": "x", "purpose": "x", "form": "csv", "full": "1", "row": [county.members[0].pk], "set": "is_migrant=1",
                "organisation": hede.pk, "union": hede.pk, "file": SimpleUploadedFile("x.txt", b"some text")}  # fmt: skip
        answers = [
            client.get(url),
            client.get(url, {"org": hede.pk, "q": "hede"}),
            client.get(url, {"org": hede.code, "typed": "合德"}),
            client.get(url, headers={"HX-Request": "true"}),
            client.post(url, sent),
        ]
        for response in answers:
            assert response.status_code < 500, (who, url, response.status_code)
            if response.status_code in TURNED_AWAY:
                continue
            body = b"".join(response.streaming_content if response.streaming else [response.content]).decode(
                "utf-8", "replace"
            )
            seen = [secret for secret in secrets if secret in body]
            assert not seen, (who, url, seen)
        if who is None:
            assert {response.status_code for response in answers} <= {200, 302, 400, 401, 403, 404, 405, 422}


@pytest.mark.parametrize("who", ["siming", "neighbour"])
def test_every_register_is_closed_to_the_neighbour(county: World, client: Client, secrets: list[str], who: str) -> None:
    """Lists, records, exports and prints of each register, asked for 合德's own rows by number and by figure."""
    client.force_login(county.post[who].user, backend="django.contrib.auth.backends.ModelBackend")
    hede = county.org["合德镇"].pk
    for register in registers():
        base = f"/register/{register.key}/"
        inside = register.model._default_manager.all().within(county.org["合德镇"].path)  # type: ignore[attr-defined]
        for row in inside:
            for tail in ("", "counted/", "correct/", "change/", "void/"):
                assert client.get(f"{base}{row.pk}/{tail}").status_code in {403, 404}, (register.key, row.pk, tail)
        for asked in ("", "?size=100", "print/", "export/", "lines/?q=合德", f"?org={hede}", f"?figure=members&org={hede}&as_of=2014-07-10"):  # fmt: skip
            body = client.get(base + asked).content.decode()
            leaked = [secret for secret in secrets if secret in body and secret not in asked]
            assert not leaked or client.get(base + asked).status_code in TURNED_AWAY, (register.key, asked, leaked)
        response = client.post(f"{base}export/", {"form": "csv"})
        if response.status_code == 200:
            body = b"".join(response.streaming_content).decode()
            assert not [secret for secret in secrets if secret in body], register.key


def test_evidence_is_closed_to_the_neighbour(county: World, client: Client, secrets: list[str]) -> None:
    """Neither the file nor its removal page."""
    for who in ("siming", "neighbour"):
        client.force_login(county.post[who].user, backend="django.contrib.auth.backends.ModelBackend")
        from zhijia.evidence.models import Attachment

        number = Attachment.objects.get(name="合德入会申请.txt").pk
        for tail in ("", "?open=1", "remove/"):
            assert client.get(f"/evidence/{number}/{tail}").status_code == 404
        assert client.post(f"/evidence/{number}/remove/", {"reason": "x"}).status_code == 404
