"""A clause becomes a target only by a person's hand, and keeps its words; every change keeps what was before."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.targets.conftest import TEXT, values_for
from tests.world import NOW, World
from zhijia.journal.models import Entry
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.targets.actions import (
    add_clause,
    confirm_clause,
    create_plan,
    drop_plan,
    reject_clause,
    reopen_clause,
    revise_target,
    withdraw_target,
)
from zhijia.targets.models import Clause, Plan, Target, TargetRevision
from zhijia.targets.queries import clauses_of, pieces_of

Make = Callable[..., Target]


def test_reading_a_plan_makes_no_target(county: World, plan: Plan) -> None:
    """Proposals wait."""
    assert plan.clauses.count() >= 3
    assert set(plan.clauses.values_list("state", flat=True)) == {"proposed"}
    assert not Target.objects.exists()


def test_the_pieces_of_the_page_are_the_text_itself(county: World, plan: Plan) -> None:
    """Nothing lost, nothing twice, each clause marked with its own words."""
    add_clause(plan=plan, start=2, end=12, by=county.post["office"])
    clauses = clauses_of(plan)
    pieces = pieces_of(plan, clauses)
    assert "".join(piece.text for piece in pieces) == TEXT
    words = {clause.pk: clause.text for clause in clauses}
    assert all(piece.text in words[piece.clause] for piece in pieces if piece.clause)


def test_a_confirmed_clause_becomes_the_county_target(county: World, target: Make) -> None:
    """With its clause, its confirmer and the milestones of the template."""
    made = target("new-unions", "6", "家")
    assert made.clause is not None and made.clause.state == "confirmed"
    assert made.confirmed_by == county.post["office"] and made.confirmed_at == NOW
    assert (made.value, made.organisation) == (6, county.org["县总"])
    assert made.milestones["09-30"] == "100"
    assert Entry.objects.filter(kind="target.set").exists()


def test_each_committee_gets_its_own_target(county: World, plan: Plan) -> None:
    """Level 每个单位."""
    clause = clauses_of(plan)[0]
    values = values_for("wage-bargaining-rate", "90", "%", level="committee")
    made = confirm_clause(clause=clause, values=values, by=county.post["office"], at=NOW)
    assert {one.organisation for one in made} == {county.org[name] for name in ("合德镇", "四明镇", "县教育")}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"indicator": ""}, "请先为条款“.*”选择指标"),
        ({"indicator": "no-such"}, "没有指标“no-such”"),
        ({"value": None}, "请填写条款“.*”的目标值"),
        ({"value": Decimal(-1)}, "目标值不能为负数，现为-1"),
        ({"unit": "%"}, "按“家”计数，条款写的是百分比"),
        ({"indicator": "founding-rate"}, "是百分比，目标值“家”不是"),
        ({"indicator": "founding-rate", "unit": "%", "value": Decimal(101)}, "不能超过100%，现为101%"),
    ],
)
def test_what_cannot_be_a_target_is_refused_in_one_sentence(
    county: World, plan: Plan, change: dict[str, object], sentence: str
) -> None:
    """And nothing has changed."""
    clause = clauses_of(plan)[0]
    values = values_for(indicator="new-unions", value="6", unit="家").__class__
    given = {**values_for("new-unions", "6", "家").__dict__, **change}
    with pytest.raises(Problem, match=sentence) as refused:
        confirm_clause(clause=clause, values=values(**given), by=county.post["office"], at=NOW)
    assert "\n" not in str(refused.value)
    clause.refresh_from_db()
    assert clause.state == "proposed" and not Target.objects.exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"year": 1900}, "年份“1900”超出范围"),
        ({"year": 2100}, "年份“2100”超出范围"),
        ({"text": " \n"}, "计划正文是空的"),
        ({"text": "工" * 400_001}, "超过上限400000字"),
        ({"title": " "}, "请填写计划标题"),
    ],
)
def test_a_bad_plan_is_refused(county: World, change: dict[str, object], sentence: str) -> None:
    """One sentence, nothing kept."""
    given: dict[str, object] = {"year": 2014, "title": "要点", "text": TEXT, **change}
    with pytest.raises(Problem, match=sentence):
        create_plan(by=county.post["office"], at=NOW, **given)  # type: ignore[arg-type]
    assert not Plan.objects.exists()


def test_nobody_below_the_county_reads_plans(county: World) -> None:
    """The committee's chair is refused."""
    with pytest.raises(Refused):
        create_plan(year=2014, title="要点", text=TEXT, by=county.post["hede"], at=NOW)


def test_a_rejection_needs_its_reason_and_can_be_undone(county: World, plan: Plan) -> None:
    """Rejected, taken up again."""
    clause, office = clauses_of(plan)[0], county.post["office"]
    with pytest.raises(Problem, match="写明原因"):
        reject_clause(clause=clause, reason=" ", by=office, at=NOW)
    assert reject_clause(clause=clause, reason="不是任务", by=office, at=NOW).state == "rejected"
    assert reopen_clause(clause=clause, by=office, at=NOW).state == "proposed"


def test_reopening_withdraws_the_target_and_keeps_its_history(county: World, target: Make) -> None:
    """Then the clause can be confirmed anew."""
    made = target("new-unions", "6", "家")
    assert made.clause is not None
    reopen_clause(clause=made.clause, by=county.post["office"], at=NOW)
    made.refresh_from_db()
    assert made.state == "withdrawn"
    again = confirm_clause(
        clause=made.clause, values=values_for("new-unions", "7", "家"), by=county.post["office"], at=NOW
    )
    assert again[0].value == 7
    assert list(made.revisions.values_list("kind", flat=True)) == ["set", "withdrawn"]


def test_two_targets_for_the_same_figure_are_refused(county: World, target: Make) -> None:
    """The second clause says where to go."""
    target("new-unions", "6", "家")
    with pytest.raises(Conflict, match="2014年已有“新建工会数”的目标，请在原目标上调整"):
        target("new-unions", "8", "家")
    assert Target.objects.count() == 1


def test_a_revision_keeps_old_value_reason_and_person(county: World, target: Make) -> None:
    """Full history."""
    made, chair = target("new-unions", "6", "家"), county.post["chair"]
    with pytest.raises(Problem, match="写明原因"):
        revise_target(target=made, value=Decimal(8), reason="", by=chair, at=NOW)
    with pytest.raises(Problem, match="都没有变化"):
        revise_target(target=made, value=Decimal(6), reason="再看看", by=chair, at=NOW)
    revise_target(target=made, value=Decimal(8), due=dt.date(2014, 10, 31), reason="市里追加", by=chair, at=NOW)
    last = TargetRevision.objects.last()
    assert last is not None
    assert (last.old_value, last.new_value, last.reason, last.by) == (6, 8, "市里追加", chair)
    assert (last.old_due, last.new_due) == (dt.date(2014, 9, 30), dt.date(2014, 10, 31))
    with pytest.raises(Refused):
        revise_target(target=made, value=Decimal(1), reason="太多", by=county.post["hede"], at=NOW)


def test_a_withdrawn_target_is_gone_for_good(county: World, target: Make) -> None:
    """It cannot be revised."""
    made = withdraw_target(target=target("new-unions", "6", "家"), reason="重复", by=county.post["chair"], at=NOW)
    with pytest.raises(Conflict, match="已经撤销"):
        revise_target(target=made, value=Decimal(8), reason="追加", by=county.post["chair"], at=NOW)


@pytest.mark.parametrize("missing", ["confirmed_by", "clause"])
def test_the_database_knows_no_target_without_confirmer_and_source(county: World, target: Make, missing: str) -> None:
    """Not even written past the actions."""
    made = target("new-unions", "6", "家")
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.filter(pk=made.pk).update(**{missing: None})
    with pytest.raises(IntegrityError), transaction.atomic():
        Clause.objects.filter(pk=made.clause_id).update(indicator="")


def test_a_plan_is_dropped_only_before_it_counts(county: World, plan: Plan, target: Make) -> None:
    """Afterwards its clauses have to be taken up again first."""
    target("new-unions", "6", "家")
    with pytest.raises(Conflict, match="已有确认的条款"):
        drop_plan(plan=plan, by=county.post["office"])
    other = create_plan(year=2014, title="另一份", text=TEXT, by=county.post["office"], at=NOW)
    drop_plan(plan=other, by=county.post["office"])
    assert not Plan.objects.filter(pk=other.pk).exists()
