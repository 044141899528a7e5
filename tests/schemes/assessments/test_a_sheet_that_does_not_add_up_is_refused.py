"""Sheets spoilt in one place: the file, the line and a sentence that says what would be right."""

import shutil
from pathlib import Path

import pytest

from zhijia.schemes.assessments.editions import Assessment, check_assessment
from zhijia.schemes.catalogue import read_catalogue
from zhijia.schemes.errors import CatalogueError
from zhijia.schemes.load import load_file

NAME = "workers-home-stars.2014.yaml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    title: 组织健全\n    points: 22\n", "    title: 组织健全\n    points: 23\n", "各项分值合计为22分，该章写的是23分"),
        ("{points: 2, judged: 看有没有经验", "{points: 1, judged: 看有没有经验", "最多可得1分，该项写的是2分"),
        ("    title: 台账特色\n    points: 4\n", "    title: 台账特色\n    points: 4\ntotal: 100\n", "YAML"),
        ("title: 职工之家星级评定\n", "title: 职工之家星级评定\ntotal: 110\n", "各章分值合计为100分，应为110分"),
        ("      - key: A2\n", "      - key: A1\n", "“A1”写了两次"),
        ("survey: contracts, steps", "survey: contract, steps", "没有调查题“contract”"),
        ("        evidence: 合同文本、审查意见书\n        applies: [E, J]", "        evidence: 合同文本、审查意见书\n        applies: [E, Q]", "没有类别“Q”"),
        ("    least: 85\n", "    least: 70\n", "须高于前一档"),
        ("criterion: G2, at_least", "criterion: G9, at_least", "是否想写“G"),
        ("steps: {95: 5, 90: 4, 85: 2.5, 80: 1}", "steps: {95: 6, 90: 4, 85: 2.5, 80: 1}", "超过该得分点的5分"),
        ("linear: {low: 60, high: 90}", "linear: {low: 90, high: 90}", "low 须小于 high"),
        ("figure: unions-replied, reached: 1}", "figure: unions-replied, survey: home, reached: 1}", "只能写一个"),
        ("judged: 看分类、时序和真实性", "judged: 看分类、时序和真实性, reached: 1", "只能写一个"),
        ("figure: unions-replied, reached: 1}", "figure: unions-replied, reachd: 1}", "是否想写“reached”"),
        ('good: ["4", "3"]\n    contracts', 'good: ["9"]\n    contracts', "good 须写 choices 里的键"),
    ],
)  # fmt: skip
def test_spoilt(repository: Path, tmp_path: Path, old: str, new: str, said: str) -> None:
    """The first fault is told."""
    path = tmp_path / NAME
    text = (repository / "catalogue" / "assessments" / NAME).read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        check_assessment(path, load_file(path, Assessment))
    assert caught.value.file == NAME and caught.value.line > 1
    assert said in str(caught.value)


def test_a_sheet_under_another_name_is_refused(repository: Path, tmp_path: Path) -> None:
    """The file is called like the edition inside."""
    folder = Path(shutil.copytree(repository / "catalogue", tmp_path / "catalogue"))
    (folder / "assessments" / NAME).rename(folder / "assessments" / "stars.2014.yaml")
    with pytest.raises(CatalogueError, match="与文件名不一致"):
        read_catalogue([folder])


def test_nothing_of_such_a_catalogue_is_used(repository: Path, tmp_path: Path) -> None:
    """The whole catalogue is refused, not the sheet left out."""
    folder = Path(shutil.copytree(repository / "catalogue", tmp_path / "catalogue"))
    path = folder / "assessments" / NAME
    path.write_text(path.read_text(encoding="utf-8").replace("    points: 24\n", "    points: 25\n"), encoding="utf-8")
    with pytest.raises(CatalogueError, match="各项分值合计为24分，该章写的是25分"):
        read_catalogue([folder])
