"""Workplaces, posts, terms and contracts: codes by label, numbers with units, links by name or code."""

from pathlib import Path

import pytest

from tests.registers.imports.sheets import reasons, run, write_csv, write_xlsx
from tests.world import World
from zhijia.registers.organising.models import Employer, Position, UnionTerm
from zhijia.registers.relations.models import Contract

FIRMS = ("单位名称", "统一社会信用代码", "所属组织", "单位性质", "职工总数", "女职工数", "两新组织")


def test_workplaces(county: World, tmp_path: Path) -> None:
    rows = [
        FIRMS,
        ("合德饲料有限公司", "", "合德镇", "企业", "1,200人", "３００", "√"),
        ("合德饲料有限公司", "", "合德镇", "企业", "5", "1", ""),
        ("合德镇新星电子有限公司", "", "合德镇", "企业", "80", "", ""),
        ("合德油厂", "91320924000000000X", "合德镇", "企业", "5", "", ""),
        ("合德酒厂", "", "合德镇", "大企业", "5", "", ""),
        ("合德酒厂", "", "合德镇", "企业", "许多", "", ""),
        ("合德酒厂", "", "合德镇", "企业", "5", "9", ""),
        ("合德酒厂", "", "", "企业", "5", "", ""),
        ("", "", "合德镇", "企业", "5", "", ""),
    ]
    _, judged = run("employers", write_csv(tmp_path / "a.csv", rows))
    assert reasons(judged) == ["", "duplicate_in_file", "duplicate_existing", "not_accepted", "bad_code", "bad_number",
                               "not_accepted", "unknown_union", "missing_name"]  # fmt: skip
    firm = Employer.objects.get(name="合德饲料有限公司")
    assert (firm.employees, firm.women, firm.two_new, firm.unit_kind) == (1200, 300, True, "E")


def test_contracts_stand_where_their_workplace_stands(county: World, tmp_path: Path) -> None:
    head = ("单位", "合同类别", "签订日期", "生效日期", "期满日期", "覆盖职工数")
    name = county.employer["四明木业"].name
    rows = [head, (name, "工资专项集体合同", "2014-05-01", "2014-05-01", "2015-04-30", "12"),
            (name, "工资专项集体合同", "2014-05-01", "2014-05-01", "2015-04-30", "12"),
            ("没有的单位", "工资专项集体合同", "2014-05-01", "2014-05-01", "2015-04-30", ""),
            (name, "工资专项集体合同", "2014-05-01", "2014-05-01", "2014-04-30", "")]  # fmt: skip
    before = Contract.objects.count()
    _, judged = run("contracts", write_csv(tmp_path / "a.csv", rows))
    assert reasons(judged) == ["", "duplicate_in_file", "unknown_link", "not_accepted"]
    assert Contract.objects.count() == before + 1
    assert str(Contract.objects.latest("pk").organisation) == "四明木业"
    _, outside = run("contracts", write_csv(tmp_path / "b.csv", rows[:2]), dry=True, by=county.post["hede"])
    assert reasons(outside) == ["out_of_scope"]


def test_terms_and_posts(county: World, tmp_path: Path) -> None:
    terms = [("工会名称", "届次", "本届起始日期", "届满日期"), ("合德机械", "2", "2014-03-18", "2017-03-17"),
             ("合德机械有限公司工会", "1", "2011-03-18", "2014-03-17")]  # fmt: skip
    _, judged = run("terms", write_csv(tmp_path / "t.csv", terms))
    assert reasons(judged) == ["", "duplicate_existing"]
    assert UnionTerm.objects.get(batch__isnull=False).organisation.code == "320924400002"
    posts = [
        ("姓名", "所属工会", "机构", "职务", "任职日期", "专职"),
        ("孙 一凡", "合德机械", "工会委员会", "主席", "2014.6.1", "是"),
    ]
    _, judged = run("positions", write_csv(tmp_path / "p.csv", posts))
    held = Position.objects.latest("pk")
    assert reasons(judged) == [""] and (held.name, held.role, held.full_time) == ("孙一凡", "chair", True)


def test_what_breaks_in_the_middle_leaves_nothing(
    county: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [FIRMS, *[(f"合德{n}厂", "", "合德镇", "企业", "5", "", "") for n in range(30)]]
    monkeypatch.setattr("zhijia.registers.base.bulk.ROWS_PER_BATCH", 10)
    monkeypatch.setattr("zhijia.registers.base.imports.vault.note_progress", lambda number, done: 1 // (done < 20))
    before = Employer.objects.count()
    with pytest.raises(ZeroDivisionError):
        run("employers", write_xlsx(tmp_path / "a.xlsx", {"单位": rows}))
    assert Employer.objects.count() == before
    monkeypatch.undo()
    assert run("employers", tmp_path / "a.xlsx")[0].accepted == 30
