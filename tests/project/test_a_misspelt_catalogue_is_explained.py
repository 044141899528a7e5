"""A fault in a catalogue file: file, line, key, what would be right. One sentence, exit 1, no traceback."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.project.terminal import run
from tests.world import TODAY
from zhijia.project.proof import Proof
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue, use_folders

RATE = (
    "indicator: test-rate\ntitle: 测试率\ntheme: organising\ndefinition: 用于测试。\nsource: 测试\ntrust: assumed\n"
    "unit: percent\nmeasures:\n  top: {count: organising.employer, where: [unionised], within: bottom}\n"
    "  bottom: {count: organising.employer, where: [operating]}\n"
)
PLAN = (
    "plan: test-plan\ntitle: 测试计划\nbasis: 测试\nlines:\n  - indicator: members\n    task: 发展会员\n"
    "  - indicator: member\n    task: 写错的指标\n"
)


@pytest.fixture
def county_folder(settings: LazySettings, tmp_path: Path) -> Iterator[Path]:
    """The county's own catalogue folder laid over the shipped one."""
    folders = [*settings.CATALOGUE_FOLDERS, tmp_path]
    settings.CATALOGUE_FOLDERS = folders
    use_folders(folders)
    yield tmp_path
    use_folders(folders[:-1])


def put(folder: Path, name: str, text: str) -> None:
    """Write a file of the county."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_shipped_catalogue_passes() -> None:
    """And says how much there is."""
    ran = run("catalogue", "check")
    assert ran.code == 0 and "indicators\t" in ran.out


def test_a_shipped_word_without_english_stops_the_check(settings: LazySettings) -> None:
    """Each is named with the file it belongs to; the county's own words are only told (see below)."""
    words = dict(catalogue().english)
    del words["建会率"]
    proof = Proof(replace(catalogue(), english=words), settings.CATALOGUE_FOLDERS, Window.year_to(TODAY))
    assert [str(problem) for problem in proof.untranslated()] == [
        "indicators/founding-rate 的“建会率”没有英文，请写到 english/indicators.yaml。"
    ]


def test_a_sound_file_of_the_county_passes(county_folder: Path) -> None:
    """The overlay is read."""
    put(county_folder, "indicators/test-rate.yaml", RATE)
    ran = run("catalogue", "check")
    assert ran.code == 0 and "indicators/test-rate 的“测试率”没有英文" in ran.err
    assert "测试率" in run("catalogue", "explain", "test-rate").out


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("trust:", "trsut:", 6, ("trsut", "是否想写“trust”")),
        ("trust: assumed", "trust: certain", 6, ("trust", "verified")),
        ("title: 测试率\n", "", 1, ("title", "必填")),
        ("unit: percent", "unit: 家", 1, ("percent",)),
        ("count: organising.employer, where: [operating]", "coutn: organising.employer", 10, ("coutn", "count")),
        ("where: [unionised]", "where: [unionized]", 9, ("unionized", "可用的条件")),
        ("organising.employer, where: [op", "organising.employr, where: [op", 8, ("organising.employr", "现有台账")),
        ("[unionised]", "[{unit_kind_is: ZZ}]", 9, ("unit_kind_is",)),
        ("within: bottom", "sum: name", 9, ("name", "整数")),
        ("within: bottom", "distinct: nothing", 8, ("nothing",)),
        ("[unionised]", "[{size: {parameter: no-such}}]", 9, ("no-such", "参数")),
        ("indicator: test-rate", "indicator: other-rate", 1, ("文件名",)),
        ("unit: percent", "unit: percent\nunit: 家", 8, ("两次",)),
        ("measures:", "measures: [", 0, ("YAML",)),
    ],
)
def test_each_fault_of_an_indicator_names_its_place(
    county_folder: Path, old: str, new: str, line: int, said: tuple[str, ...]
) -> None:
    """Line 0: wherever the parser gave up."""
    assert old in RATE
    put(county_folder, "indicators/test-rate.yaml", RATE.replace(old, new, 1))
    ran = run("catalogue", "check")
    assert ran.code == 1 and ran.out == ""
    first = ran.err.splitlines()[0]
    assert first.startswith(f"test-rate.yaml 第{line}行" if line else "test-rate.yaml 第"), ran.err
    assert all(word in first for word in said), ran.err


def test_a_plan_with_an_unknown_indicator(county_folder: Path) -> None:
    """The nearest indicator is offered."""
    put(county_folder, "plans/test-plan.yaml", PLAN)
    ran = run("catalogue", "check")
    assert ran.code == 1 and "test-plan.yaml 第7行" in ran.err and "members" in ran.err


def test_a_role_with_an_unknown_verb(county_folder: Path, repository: Path) -> None:
    """A misspelt permission never passes silently."""
    table = (repository / "catalogue" / "roles.yaml").read_text(encoding="utf-8")
    put(county_folder, "roles.yaml", table.replace("may: [desk.view,", "may: [desk.veiw,", 1))
    ran = run("catalogue", "check")
    assert ran.code == 1 and "desk.veiw" in ran.err and "desk.view" in ran.err


def test_an_unknown_indicator_cannot_be_explained() -> None:
    """One sentence."""
    ran = run("catalogue", "explain", "nonsense")
    assert ran.code == 1 and "nonsense" in ran.err


def test_schemas_are_written_and_compared(tmp_path: Path) -> None:
    """`--check` notices a file that no longer fits."""
    assert run("catalogue", "schema", "--out", str(tmp_path)).code == 0
    assert run("catalogue", "schema", "--out", str(tmp_path), "--check").code == 0
    (tmp_path / "plans.json").write_text("{}", encoding="utf-8")
    ran = run("catalogue", "schema", "--out", str(tmp_path), "--check")
    assert ran.code == 1 and "plans.json" in ran.err
