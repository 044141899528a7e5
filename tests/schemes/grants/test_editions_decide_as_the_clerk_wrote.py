"""The worked examples of the handbook, and what a refusal says."""

from pathlib import Path

import pytest

from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.load import load_file
from zhijia.schemes.trying import Examples, Tried, try_out

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


def tried(path: Path) -> list[Tried]:
    """Every example of a file."""
    return [*try_out(load_file(path, Examples), catalogue())]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_example_comes_out_as_written(path: Path) -> None:
    """Verdict, sum and what is missing."""
    assert [(one.example.name, [str(fault) for fault in one.faults]) for one in tried(path) if one.faults] == []


def named(path: str, name: str) -> Tried:
    """One example."""
    return next(one for one in tried(Path(__file__).parent / path) if one.example.name.startswith(name))


def test_a_refusal_gives_its_reason_and_no_false_hope() -> None:
    """Two dwellings cannot be completed away."""
    found = named("living-aid.yaml", "H7").decision
    assert str(found.sentence) == "属于不予受理的情形：住宅超过规定套数。"
    assert found.changes == ()


def test_a_missing_paper_is_the_reason_and_the_remedy() -> None:
    """Not silently refused."""
    found = named("living-aid.yaml", "收入证明").decision
    assert str(found.sentence) == "还不能判断：还缺“家庭成员收入证明”，不能认定“家庭年收入”。"
    assert [[one.fact.key for one in some] for some in found.changes] == [["income-proof"]]


def test_a_registration_is_suggested_with_what_to_do() -> None:
    """Membership can be put right."""
    found = named("living-aid.yaml", "不是在册会员").decision
    assert [[one.how for one in some] for some in found.changes] == [["到所在工会办理入会或恢复会籍"]]
    found = named("autumn-study.2014.yaml", "没有建档").decision
    assert [[one.how for one in some] for some in found.changes] == [["先向所在工会申请困难职工建档"]]


def test_a_sum_tells_how_it_was_worked_out_and_what_cut_it() -> None:
    """The senior pupil of a family on file."""
    [grant] = named("autumn-study.yaml", "S2 乙").decision.grants
    assert grant.worked is not None
    assert str(grant.worked.how) == "在册家庭的高中阶段学生，标准3,000元（在册家庭高中阶段学生助学金3,000元）"
    assert grant.worked.cap == ""
