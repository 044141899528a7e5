"""A credit code is put in order and checked wherever it is typed: at a workplace, at a union, alone or in bulk."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.world import LONG_AGO, NOW, World
from zhijia.kit.problem import Problem
from zhijia.registers.base.actions import correct_fact, record_fact
from zhijia.registers.base.bulk import record_facts
from zhijia.registers.base.register import register_of

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "credit_codes.yaml").read_text(encoding="utf-8"))
EMPLOYER, UNION = register_of("organising.employer"), register_of("organising.union")


@pytest.mark.parametrize("case", [case for case in CASES if "employer" in case], ids=str)
def test_at_a_workplace(case: dict[str, Any], county: World) -> None:
    """One at a time and in bulk alike."""
    values = {"organisation": county.org["合德镇"], "name": "合德酒厂", "unit_kind": "E", "employees": 5,
              "since": LONG_AGO, "uscc": case["code"]}  # fmt: skip
    if case["employer"]:
        row: Any = record_fact(EMPLOYER, values=values, by=None, at=NOW)
        assert row.uscc == case.get("kept", case["code"])
        return
    with pytest.raises(Problem, match=case["says"]):
        record_fact(EMPLOYER, values=values, by=None, at=NOW)
    with pytest.raises(Problem, match=case["says"]):
        record_facts(EMPLOYER, [values], by=None, at=NOW)


@pytest.mark.parametrize("case", [case for case in CASES if "union" in case], ids=str)
def test_at_a_union(case: dict[str, Any], county: World) -> None:
    """A union's own code begins with 8."""
    union = county.union["合德纺织"]

    def write() -> Any:
        values = {"uscc": case["code"], "contact": "王芳"}
        return correct_fact(UNION, row=union, values=values, by=None, at=NOW)

    if case["union"]:
        assert write().uscc == case.get("kept", case["code"])
        return
    with pytest.raises(Problem, match=case["says"]):
        write()
