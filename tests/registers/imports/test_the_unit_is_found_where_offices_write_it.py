"""The union may stand in a column, a title, a section line, the sheet's name, or be given; it is never guessed."""

from pathlib import Path

import pytest

from tests.registers.imports.sheets import HEAD, line, reasons, run, write_csv, write_xlsx
from tests.world import World
from zhijia.orgs.models import Organisation
from zhijia.registers.base.imports.places import Places
from zhijia.registers.organising.models import Member

BARE = tuple(name for name in HEAD if name != "所在单位")


def bare(seq: int) -> list[object]:
    return [cell for name, cell in zip(HEAD, line(seq), strict=True) if name != "所在单位"]


def unions_of() -> list[str]:
    return [str(member.organisation) for member in Member.objects.order_by("pk").select_related("organisation")]


@pytest.mark.parametrize(
    "written",
    [
        "合德纺织有限公司工会委员会",
        "合德纺织有限公司工会",
        "合德纺织有限公司",
        " 合德纺织 有限公司 ",
        "合德纺织",
        "320924400001",
        "合德棉纺厂",
    ],
)
def test_by_name_with_or_without_its_ending_by_alias_or_code(world: World, tmp_path: Path, written: str) -> None:
    Organisation.objects.filter(code="320924400001").update(aliases="合德棉纺厂；老棉纺")
    run("members", write_csv(tmp_path / "a.csv", [HEAD, line(1, 所在单位=written)]))
    assert unions_of() == ["合德纺织"]


@pytest.mark.parametrize(
    "title",
    ["合德纺织有限公司工会会员花名册", "海川县合德镇合德纺织有限公司工会会员名册（2014年）", "填报单位（盖章）：合德纺织有限公司",
     "一、合德纺织有限公司工会（共2人）", "2014年合德纺织有限公司工会委员会会员基本情况登记表"],
)  # fmt: skip
def test_in_a_title(world: World, tmp_path: Path, title: str) -> None:
    head = [*BARE, "所在单位"]
    run("members", write_csv(tmp_path / "a.csv", [[title], head, [*bare(1), ""], [*bare(2), ""]]))
    assert unions_of() == ["合德纺织", "合德纺织"]


def test_in_the_name_of_the_sheet_when_there_is_no_column(world: World, tmp_path: Path) -> None:
    sheets = {"合德纺织": [BARE, bare(1)], "合德机械有限公司": [BARE, bare(2)], "说明": [["请按时报送"]]}
    run("members", write_xlsx(tmp_path / "a.xlsx", sheets))
    assert unions_of() == ["合德纺织", "合德机械"]


def test_in_lines_between_the_rows(world: World, tmp_path: Path) -> None:
    rows = [
        HEAD,
        ["合德纺织有限公司工会"],
        line(1, 所在单位=""),
        ["小计", "1人"],
        ["二、合德机械有限公司工会"],
        line(2, 所在单位=""),
    ]
    run("members", write_csv(tmp_path / "a.csv", rows))
    assert unions_of() == ["合德纺织", "合德机械"]


def test_given_beside_the_file(world: World, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [BARE, bare(1)])
    assert reasons(run("members", path, dry=True)[1]) == ["unknown_union"]
    run("members", path, default=world.org["合德商贸"])
    assert unions_of() == ["合德商贸"]


def test_likeness_is_offered_never_taken(world: World) -> None:
    places = Places(Organisation.objects.all(), "", ("union",))
    for title in (
        "新合德纺织有限公司工会会员名册",
        "合德纺织有限公司第二车间会员名册",
        "合德纺织有限公司及合德机械有限公司",
    ):
        assert places.in_line(title) is None, title
    assert places.find("合德纺织有限责任公司").node is None
    assert world.org["合德纺织"] in places.near("合德纺纱有限公司工会")


def test_a_post_reaches_no_further_than_its_subtree(world: World, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, line(1), line(2, 所在单位="四明木业有限公司工会")])
    _, rows = run("members", path, by=world.post["hede"])
    assert reasons(rows) == ["", "out_of_scope"]
    assert unions_of() == ["合德纺织"]
