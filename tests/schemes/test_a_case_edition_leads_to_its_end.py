"""The shipped founding procedure, and editions that lead nowhere: file, line, key and what would be right."""

import shutil
from pathlib import Path

import pytest

from zhijia.schemes.catalogue import Catalogue, read_catalogue
from zhijia.schemes.errors import CatalogueError


@pytest.fixture
def folder(repository: Path, tmp_path: Path) -> Path:
    """A copy of the shipped catalogue that may be spoilt."""
    return Path(shutil.copytree(repository / "catalogue", tmp_path / "catalogue"))


def spoilt(folder: Path, old: str, new: str) -> CatalogueError:
    """The fault after one change of wording in the founding edition."""
    path = folder / "foundings" / "founding.2014.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_catalogue([folder])
    line = text[: text.index(old)].count("\n") + 1
    assert (caught.value.file, caught.value.line) == ("founding.2014.yaml", line)
    return caught.value


def test_founding_takes_fifteen_steps_and_counts_at_the_tenth(folder: Path) -> None:
    """The reply makes the founding count; the acceptance is a figure of its own."""
    read: Catalogue = read_catalogue([folder])
    edition = read.cases["founding.2014"]
    marks = {step.marks: at for at, step in enumerate(edition.steps, 1) if step.marks}
    assert len(edition.steps) == 15 and marks == {"founded": 10, "standardised": 14}
    codes = [paper.code for step in edition.steps for paper in step.papers]
    assert codes == [f"F2-{number:02}" for number in range(1, 15)]
    assert set(edition.endings) == {"WITHDRAWN", "REFUSED_BY_UNIT", "MERGED_INTO_JOINT"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: confirm, by: [committee-chair]", "kind: confirm, by: [commitee-chair]", "是否想写“committee-chair”"),
        ("hold_days: founding.notice-days", "hold_days: founding.notice-day", "是否想写“founding.notice-days”"),
        ("days: founding.seal-days", "days: founding.seal-dayz", "是否想写“founding.seal-days”"),
        ("kind: confirm,", "kind: confirm, since: nowhere,", "之前的步骤起算"),
        ("kind: confirm,", "kind: confirm, when: {step: reply, outcome: maybe},", "永远走不到"),
        ("kind: confirm,", "kind: confirm, hold_days: 7,", "公示（notice）须写 hold_days"),
        ("kind: confirm, by: [committee-chair]", "kind: confirm, by: [union-clerk]", "不设在这一级"),
        ("kind: confirm,", "kind: confirm, lable: 归档,", "是否想写“label”"),
        ("{label: 职工撤回, before: reply,", "{label: 职工撤回, before: answer,", "没有步骤“answer”"),
        ("kind: confirm,", "kind: confirm, apart: [nowhere],", "须写它之前的步骤"),
        ("kind: confirm,", "kind: confirm, votes: 2,", "votes 写 any、all"),
        ("kind: confirm,", "kind: panel,", "评审（panel）须写 panel"),
        ("kind: confirm,", "kind: checklist,", "须写 checklists"),
        ("kind: confirm,", "kind: confirm, ends: {refuse: GONE},", "终止须在 endings 里"),
        ("kind: confirm,", "kind: confirm, approves: [wealth],", "没有问过的项"),
        ("kind: confirm,", "kind: confirm, stand_in: [county-organizer],", "是否想写“county-organiser”"),
        ("{key: close,", "{key: seal,", "写了两次"),
        ("hold_days: founding.notice-days", "hold_days: 3", "公示3天，少于规定的5天"),
        ("kind: confirm,", "kind: panel, panel: {least: 4, spread: 20},", "评审组人数须为单数"),
        ("kind: confirm,", "kind: confirm, when: {field: wealth, lt: 3},", "没有“wealth”这一项"),
        ("kind: confirm,", "kind: confirm, when: {field: chair, lt: 3},", "不能比较大小"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_named_where_it_stands(folder: Path, old: str, new: str, said: str) -> None:
    """An unknown role, level, parameter or key; a step nobody reaches; days counted from nowhere."""
    assert said in str(spoilt(folder, old, new))


def test_a_procedure_without_steps_is_refused(folder: Path) -> None:
    """Nobody could ever begin it."""
    path = folder / "foundings" / "founding.2014.yaml"
    head = path.read_text(encoding="utf-8").split("steps:")[0]
    path.write_text(head + "steps: []\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match="一个步骤也没有"):
        read_catalogue([folder])


def test_an_edition_is_named_by_its_file(folder: Path) -> None:
    """Next year's edition is a new file, never a changed one."""
    (folder / "foundings" / "founding.2014.yaml").rename(folder / "foundings" / "founding.2015.yaml")
    with pytest.raises(CatalogueError, match=r"founding\.2014"):
        read_catalogue([folder])
