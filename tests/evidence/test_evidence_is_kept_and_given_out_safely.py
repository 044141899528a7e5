"""Evidence: what may be kept, how it is given out, who may take it away."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.world import World
from zhijia.evidence.models import Attachment, StoredFile
from zhijia.evidence.stored import path_of

Enter = Callable[[World, str], Client]
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 32


def zipped(*names: str) -> bytes:
    """A package with these parts."""
    out = io.BytesIO()
    with ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    return out.getvalue()


def put(client: Client, world: World, name: str, content: bytes, slot: str = "application", at: int = 0) -> Any:
    """Upload to a member of 合德纺织."""
    url = f"/evidence/organising.member/{world.members[at].pk}/"
    return client.post(url, {"slot": slot, "file": SimpleUploadedFile(name, content)})


def test_a_file_is_kept_under_its_hash_and_shown_in_its_place(county: World, enter: Enter) -> None:
    """With the hash on the page, in the history, and missing no more."""
    client = enter(county, "clerk")
    assert put(client, county, "入会申请.pdf", PDF).status_code == 302
    stored = StoredFile.objects.get()
    assert path_of(stored.sha256).read_bytes() == PDF
    page = client.get(f"/register/organising.member/{county.members[0].pk}/").content.decode()
    assert stored.sha256 in page
    assert "上传佐证“入会申请.pdf”" in page


def test_equal_files_share_one_store(county: World, enter: Enter) -> None:
    """Two facts, one content."""
    client = enter(county, "clerk")
    put(client, county, "a.pdf", PDF)
    put(client, county, "b.pdf", PDF, at=1)
    assert (StoredFile.objects.count(), Attachment.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PDF, "application/pdf"),
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 20, "image/jpeg"),
        (
            zipped("[Content_Types].xml", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            zipped("[Content_Types].xml", "xl/workbook.xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (zipped("OFD.xml"), "application/ofd"),
        ("会议记录".encode(), "text/plain"),
        ("会议记录".encode("gb18030"), "text/plain"),
    ],
)
def test_the_content_tells_the_type(county: World, enter: Enter, content: bytes, media_type: str) -> None:
    """Whatever the name says."""
    put(enter(county, "clerk"), county, "x.exe", content)
    assert StoredFile.objects.get().media_type == media_type


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "空的"),
        (b"MZ\x90\0\x03\0", "不是可以留存的类型"),
        (b"<html><script>alert(1)</script>", "不是可以留存的类型"),
        (b'<?xml version="1.0"?><svg onload="x"/>', "不是可以留存的类型"),
        (zipped("anything.txt"), "不是可以留存的类型"),
        (b"PK\x03\x04broken", "不是可以留存的类型"),
        (zipped("word/document.xml", "word/vbaProject.bin"), "宏"),
    ],
)
def test_what_may_not_be_kept_is_refused_in_a_sentence(
    county: World, enter: Enter, content: bytes, sentence: str
) -> None:
    """Named like a picture, it is still refused; no trace is left on disk."""
    answer = put(enter(county, "clerk"), county, "照片.jpg", content)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    assert not Attachment.objects.exists()
    assert not list(Path(settings.EVIDENCE_FOLDER).glob("incoming-*"))


def test_a_file_too_large_is_refused(county: World, enter: Enter, settings: Any) -> None:
    """By the limit of the house."""
    settings.EVIDENCE_MAX_BYTES = 1024 * 1024
    answer = put(enter(county, "clerk"), county, "big.pdf", PDF + b"0" * 1024 * 1024)
    assert answer.status_code == 400
    assert "1MB" in answer.content.decode()


def test_nothing_chosen_is_told(county: World, enter: Enter) -> None:
    """With a sentence."""
    answer = enter(county, "clerk").post(
        f"/evidence/organising.member/{county.members[0].pk}/", {"slot": "application"}
    )
    assert "先选择" in answer.content.decode()


def test_only_pictures_and_pdf_open_and_only_in_a_sandbox(county: World, enter: Enter) -> None:
    """Everything else is a download under its own name."""
    client = enter(county, "clerk")
    put(client, county, "申请.pdf", PDF)
    put(client, county, "记录.txt", b"plain words")
    for attachment in Attachment.objects.all():
        for asked in ("", "?open=1"):
            answer = client.get(f"/evidence/{attachment.pk}/{asked}")
            inline = asked and attachment.name.endswith(".pdf")
            assert answer["Content-Disposition"].startswith("inline" if inline else "attachment")
            assert answer["X-Content-Type-Options"] == "nosniff"
            assert answer["Content-Security-Policy"].startswith("sandbox")
            assert b"".join(answer.streaming_content) in (PDF, b"plain words")


def test_removal_wants_a_reason_and_keeps_the_trace(county: World, enter: Enter) -> None:
    """The page no longer gives it out."""
    client = enter(county, "clerk")
    put(client, county, "错.pdf", PDF)
    number = Attachment.objects.get().pk
    assert client.post(f"/evidence/{number}/remove/", {"reason": " "}).status_code == 400
    assert client.post(f"/evidence/{number}/remove/", {"reason": "传错了人"}).status_code == 302
    assert client.get(f"/evidence/{number}/").status_code == 404
    page = client.get(f"/register/organising.member/{county.members[0].pk}/").content.decode()
    assert "移除佐证“错.pdf”，原因：传错了人" in page


def test_evidence_moves_with_its_member(county: World, enter: Enter) -> None:
    """After a transfer the new union sees it, the old one no longer."""
    import datetime as dt

    from tests.world import NOW
    from zhijia.registers.organising.membership import step_of, take_step

    put(enter(county, "clerk"), county, "申请.pdf", PDF)
    number = Attachment.objects.get().pk
    take_step(member=county.members[0], step=step_of("move"), on=dt.date(2014, 7, 1), by=county.post["hede"], at=NOW,
              reason="调动", union=county.org["合德机械"])  # fmt: skip
    assert enter(county, "shop").get(f"/evidence/{number}/").status_code == 200
    assert enter(county, "clerk").get(f"/evidence/{number}/").status_code == 404


def test_a_reader_uploads_nothing(county: World, enter: Enter) -> None:
    """Nor does a post upload to a record outside."""
    assert put(enter(county, "shop"), county, "a.pdf", PDF, at=3).status_code == 403
    assert put(enter(county, "neighbour"), county, "a.pdf", PDF).status_code == 404
