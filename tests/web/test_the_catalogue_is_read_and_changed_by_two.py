"""The catalogue on screen: rules as sentences, editions side by side, a new edition only by two persons."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cases.aids import Aid
from tests.world import World
from zhijia.cases.models import EditionDraft
from zhijia.schemes.catalogue import catalogue, use_folders

Enter = Callable[[World, str], Client]
SHIPPED = Path(settings.CATALOGUE_FOLDERS[0]) / "aid"


@pytest.fixture(autouse=True)
def county_folder(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """A county's own folder for one test; what is approved is written there."""
    folders = [*settings.CATALOGUE_FOLDERS, tmp_path]
    settings.COUNTY_CATALOGUE, settings.CATALOGUE_FOLDERS = tmp_path, folders
    use_folders(folders)
    yield tmp_path
    use_folders(folders[:-1])


def newer(*swaps: tuple[str, str], year: int = 2015) -> bytes:
    """The shipped edition as another year's, with some words changed."""
    text = (SHIPPED / "living-aid.2014.yaml").read_text(encoding="utf-8").replace("edition: 2014", f"edition: {year}")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def hand_in(client: Client, name: str, content: bytes) -> Any:
    """Upload a file."""
    return client.post("/catalogue/hand-in/", {"file": SimpleUploadedFile(name, content)})


def test_every_edition_reads_as_sentences(county: World, enter: Enter) -> None:
    """Conditions, steps, grants, and each number with its source and how far it is trusted."""
    client = enter(county, "clerk")
    assert "困难职工生活救助" in client.get("/catalogue/").content.decode()
    for name in catalogue().cases:
        assert client.get(f"/catalogue/{name}/").status_code == 200
    text = client.get("/catalogue/living-aid.2014/").content.decode()
    assert "家庭年纯收入低于低保标准800元×12×深度困难线1倍×家庭人口" in text
    assert "4. 审批：由县总工会主席办理，时限10个工作日" in text
    assert "多地工会困难职工认定标准" in text and "本系统约定，待县总确认" in text
    assert "同一申请人、年度只发一次" in text


def test_two_editions_differ_where_they_do(county: World, enter: Enter) -> None:
    """2025 left Sino-foreign programmes out and took new families in."""
    client = enter(county, "clerk")
    text = client.get("/catalogue/autumn-study.2025/beside/autumn-study.2024/").content.decode()
    assert "中外合作办学、高收费民办学校和自费出国不在资助范围" in text and "新就业形态劳动者子女" in text
    assert "其他部门或单位已给同类资助" not in text
    whole = client.get("/catalogue/autumn-study.2025/beside/autumn-study.2024/?show=all").content.decode()
    assert "其他部门或单位已给同类资助" in whole


def test_one_hands_in_another_approves(
    county: World, enter: Enter, county_folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    """From then on it holds, and a case of that year runs under it."""
    client = enter(county, "office")
    content = newer(("经常使用机动车, when", "经常使用小汽车, when"))
    made = hand_in(client, "living-aid.2015.yaml", content)
    draft = EditionDraft.objects.get()
    assert (made.status_code, draft.name, draft.state) == (302, "living-aid.2015", "waiting")
    assert "living-aid.2015" not in catalogue().cases
    assert "经常使用小汽车" in client.get(f"/catalogue/drafts/{draft.pk}/").content.decode()
    assert client.post(f"/catalogue/drafts/{draft.pk}/approve/").status_code == 403
    client = enter(county, "chair")
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"/catalogue/drafts/{draft.pk}/approve/").status_code == 302
    assert (county_folder / "aid" / "living-aid.2015.yaml").read_bytes() == content
    assert catalogue().cases["living-aid.2015"].refuse_if[-1].why == "经常使用小汽车"
    assert "已批准" in client.get(f"/catalogue/drafts/{draft.pk}/").content.decode()


def test_nobody_approves_what_he_handed_in(county: World, enter: Enter) -> None:
    """Also not one who holds both posts."""
    hand_in(enter(county, "office"), "living-aid.2015.yaml", newer())
    draft = EditionDraft.objects.get()
    EditionDraft.objects.update(by=county.post["chair"])
    client = enter(county, "chair")
    told = client.post(f"/catalogue/drafts/{draft.pk}/approve/")
    assert told.status_code == 403 and "须由另外的人批准" in told.content.decode()


def test_an_edition_in_use_is_refused_to_change(county: World, enter: Enter) -> None:
    """A case runs under it."""
    Aid(county)
    client = enter(county, "office")
    told = hand_in(client, "living-aid.2014.yaml", newer(("住宅超过规定套数", "住宅太多"), year=2014))
    assert told.status_code == 422 and "已有办件在用，不能改动" in told.content.decode()
    assert not EditionDraft.objects.exists()
    same = hand_in(client, "living-aid.2014.yaml", newer(year=2014))
    assert "与现行文件一样" in same.content.decode()


def test_a_refusal_needs_its_reason_and_tells_it(county: World, enter: Enter) -> None:
    """The one who handed it in reads why."""
    hand_in(enter(county, "office"), "living-aid.2015.yaml", newer())
    draft = EditionDraft.objects.get()
    client = enter(county, "chair")
    assert "请写明不批准的原因" in client.post(f"/catalogue/drafts/{draft.pk}/refuse/").content.decode()
    client.post(f"/catalogue/drafts/{draft.pk}/refuse/", {"reason": "标准未经会议研究"})
    assert "标准未经会议研究" in enter(county, "office").get("/catalogue/hand-in/").content.decode()
    assert "已经处理过" in enter(county, "chair").post(f"/catalogue/drafts/{draft.pk}/approve/").content.decode()


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("living-aid.2015.yaml", "hold_days: aid.notice-days", "hold_days: 2", "公示2天，少于规定的5天"),
        ("living-aid.2015.yaml", "{holds: member}", "{holds: membre}", "没有“membre”这一项"),
        ("living-aid.2015.yaml", "aid.max-dwellings}", "aid.max-dwelings}", "是否想写“aid.max-dwellings”"),
        ("living-aid.2015.yaml", "term: active", "term: activ", "没有的栏目“activ”"),
        ("living-aid.2015.yaml", "label: 公示, state", "lable: 公示, state", "是否想写“label”"),
        ("living-aid.2015.yaml", "steps:", "steps: []\nx:", "没有这个键"),
        ("living-aid.2016.yaml", "title", "title", "与文件名不一致"),
        ("../living-aid.2015.yaml", "title", "title", "与文件名"),
        ("notes.txt", "title", "title", "请改名后再上传"),
        ("living-aid.2015.yaml", "case: living-aid", "case: &a living-aid\nx: *a", "锚点和引用"),
        ("living-aid.2015.yaml", "case: living-aid", "case: [" + "[" * 60, "嵌套不能超过30层"),
        ("living-aid.2015.yaml", "case: living-aid", "case: {", "第"),
        ("living-aid.2015.yaml", "case: living-aid", "#" * 70_000 + "\ncase: living-aid", "最大64KB"),
    ],
)  # fmt: skip
def test_a_file_that_would_not_work_is_refused_in_one_sentence(
    county: World, enter: Enter, name: str, old: str, new: str, sentence: str
) -> None:
    """What is wrong, where, and what would be right; nothing is kept."""
    if name.startswith(".."):
        sentence = ""  # the browser's path is dropped, and the file itself is good
    told = hand_in(enter(county, "office"), name, newer((old, new)))
    assert told.status_code == (302 if not sentence else 422)
    assert sentence in told.content.decode()
    assert EditionDraft.objects.exists() is not bool(sentence)


def test_what_is_no_text_is_refused(county: World, enter: Enter) -> None:
    """A picture, say."""
    told = hand_in(enter(county, "office"), "living-aid.2015.yaml", b"\xff\xfe\x00\x01")
    assert told.status_code == 422 and "不是UTF-8文字" in told.content.decode()
