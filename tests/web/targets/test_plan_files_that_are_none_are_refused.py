"""Files chosen on the page of plans: pictures, foreign formats and whole films are refused in one sentence."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.world import World
from zhijia.targets.models import Plan

Enter = Callable[[World, str], Client]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("计划.txt", PNG, "不是文本"),
        ("计划.docx", PNG, "计划.docx"),
        ("计划.pdf", b"%PDF-1.7 " + PNG, "不是 .txt 或 .docx"),
        ("计划.txt", "新建工会8家。".encode() * 2_600_000, "上限"),
    ],
    ids=["binary .txt", "binary .docx", ".pdf", "50 MB"],
)
def test_a_file_that_is_no_plan_is_refused_and_nothing_is_kept(
    county: World, enter: Enter, name: str, content: bytes, said: str
) -> None:
    """The page comes back with the title typed, one sentence, no plan."""
    asked = {"title": "工作要点", "year": "2014", "kind": "plan", "text": "", "file": SimpleUploadedFile(name, content)}
    answer = enter(county, "office").post("/plans/", asked)
    page = answer.content.decode()
    assert answer.status_code in (400, 413) and said in page, page[-2000:]
    assert "Traceback" not in page and "工作要点" in page
    assert not Plan.objects.exists()
