"""A sheet of unions: parents by code, name or alias, also from earlier rows; workplaces come under them; undone as one."""

from pathlib import Path

import pytest

from tests.registers.imports.sheets import reasons, run, write_csv
from tests.world import NOW, World
from zhijia.orgs.models import Organisation
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.base.imports.undo import undo
from zhijia.registers.organising.models import Employer, Union

HEAD = ("工会编码", "工会名称", "组织类型", "单位名称", "上级工会", "别名")
ROWS = [
    ("T900", "兴桥镇工会工作委员会", "镇区工会工作委员会", "", "", "兴桥镇；兴桥"),
    ("U900", "兴桥米业有限公司工会委员会", "单独建", "兴桥米业有限公司", "兴桥镇", "米厂"),
    ("U901", "兴桥商贸联合工会", "联合基层工会", "兴桥超市；兴桥饭店", "T900", ""),
    ("B900", "米业一车间分会", "工会分会", "", "米厂", ""),
    ("", "合德粮油有限公司工会", "基层工会委员会", "合德粮油有限公司", "合德镇工会工作委员会", ""),
]


def test_the_whole_sheet(county: World, tmp_path: Path) -> None:
    tally, rows = run("unions", write_csv(tmp_path / "a.csv", [HEAD, *ROWS]))
    assert tally.accepted == 5, reasons(rows)
    mill = Organisation.objects.get(code="U900")
    assert Organisation.objects.get_parent(mill).name == "兴桥镇工会工作委员会"
    assert str(Organisation.objects.get(code="B900").path).startswith(mill.path)
    assert sorted(Employer.objects.filter(union__code="U901").values_list("name", flat=True)) == [
        "兴桥超市",
        "兴桥饭店",
    ]
    assert Union.objects.get(code="U901").unit_kind == "J"
    assert Union.objects.filter(organisation__code="T900").count() == 0
    given = Union.objects.get(name="合德粮油有限公司工会")
    assert given.code == given.organisation.code and given.code.startswith("320924")


def test_a_registered_workplace_is_covered_not_doubled(county: World, tmp_path: Path) -> None:
    row = ("U1", "合德镇新星电子有限公司工会", "单独建", "合德镇新星电子有限公司", "合德镇", "")
    run("unions", write_csv(tmp_path / "a.csv", [HEAD, row]))
    employer = Employer.objects.living().get(name="合德镇新星电子有限公司")  # type: ignore[attr-defined]
    assert employer.union.code == "U1" and employer.organisation.code == "U1"


BAD = [
    (("U9", "某厂工会", "单独建", "", "没有的镇", ""), "unknown_parent"),
    (("U9", "某厂工会", "单独建", "", "", ""), "bad_parent"),
    (("U9", "某厂工会", "什么会", "", "合德镇", ""), "bad_code"),
    (("320924400001", "某厂工会", "单独建", "", "合德镇", ""), "duplicate_existing"),
    (("U9", "合德纺织有限公司工会委员会", "单独建", "", "合德镇", ""), "duplicate_existing"),
    (("U8", "另一家工会", "单独建", "", "合德镇", ""), "duplicate_in_file"),
]


@pytest.mark.parametrize(("row", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_rows_sent_back(county: World, tmp_path: Path, row: tuple[str, ...], reason: str) -> None:
    first = ("U8", "先来的工会", "单独建", "", "合德镇", "")
    path = write_csv(tmp_path / "a.csv", [HEAD, first, row])
    assert reasons(run("unions", path, dry=True)[1])[1] == reason
    assert reasons(run("unions", path)[1])[1] == reason
    assert Organisation.objects.filter(name=row[1], code=row[0]).count() == 0


def test_a_town_sets_up_unions_below_itself_and_no_committees(county: World, tmp_path: Path) -> None:
    rows = [
        HEAD,
        *ROWS[:1],
        ("U1", "四明米业工会", "单独建", "", "四明镇", ""),
        ("U2", "合德米业工会", "单独建", "", "合德镇", ""),
    ]
    _, judged = run("unions", write_csv(tmp_path / "a.csv", rows), by=county.post["hede"])
    assert reasons(judged)[:2] == ["out_of_scope", "out_of_scope"] and judged[2].accepted


def test_undone_as_if_it_had_never_been_and_can_be_sent_again(county: World, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, *ROWS])
    run("unions", path)
    undone = undo(ImportBatch.objects.get(), by=None, at=NOW)
    assert undone.left == 0
    assert not Organisation.objects.filter(valid_until__isnull=True, code__in=["T900", "U900", "U901", "B900"]).exists()
    assert not Union.objects.living().filter(code="U900").exists()  # type: ignore[attr-defined]
    assert run("unions", path)[0].accepted == 5
