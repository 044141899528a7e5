"""A batch goes through its states by different hands, after its notice, and never beyond what its fund has."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from tests.ledger.county import YUAN, Till, advance, open_till, pay, sheet
from tests.world import NOW, TODAY, World
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.ledger.actions import (
    Account,
    Result,
    add_quota,
    advance_batch,
    drop_payment,
    open_fund,
    record_results,
    release_payment,
)
from zhijia.ledger.models import BatchStep, Move, Outcome, Payment

LATER = TODAY + dt.timedelta(days=8)


@pytest.fixture
def till(county: World) -> Till:
    """Ten thousand yuan."""
    return open_till(county)


def left(till: Till) -> int:
    """What the fund can still promise, in yuan."""
    last = Move.objects.filter(fund=till.fund, year=2014).order_by("-sequence").first()
    return last.balance_fen // YUAN if last else 0


def states(batch: object) -> list[str]:
    """The states a batch went through."""
    return list(BatchStep.objects.filter(sheet=batch).order_by("number").values_list("state", flat=True))


def test_a_batch_is_paid_item_by_item(till: Till) -> None:
    """Approved money is committed, bounced money comes back, the batch closes when every item has its outcome."""
    batch = sheet(till)
    one, two = pay(till, batch, 0, 1000), pay(till, batch, 1, 2000)
    advance(till, batch, "checked", "noticed", "approved")
    assert left(till) == 7000
    advance(till, batch, "sent")
    record_results(sheet=batch, by=till.checker, at=NOW, results=[
        Result(one.pk, "paid", LATER, receipt="B1"), Result(two.pk, "bounced", LATER, reason="户名不符")])  # fmt: skip
    assert left(till) == 9000
    assert {row.pk: row.state for row in Payment.objects.filter(sheet=batch)} == {one.pk: "paid", two.pk: "bounced"}
    advance(till, batch, "closed")
    assert states(batch) == ["drafted", "checked", "noticed", "approved", "sent", "closed"]


def test_the_result_file_may_come_twice(till: Till) -> None:
    """What is written already is passed over."""
    batch = sheet(till)
    one = pay(till, batch)
    advance(till, batch, "checked", "noticed", "approved", "sent")
    results = [Result(one.pk, "paid", LATER)]
    assert len(record_results(sheet=batch, results=results, by=till.checker, at=NOW)) == 1
    assert record_results(sheet=batch, results=results, by=till.checker, at=NOW) == []
    with pytest.raises(Problem, match="没有编号为999的发放"):
        record_results(sheet=batch, results=[Result(999, "paid", LATER)], by=till.checker, at=NOW)


def test_more_than_the_fund_has_is_refused(till: Till) -> None:
    """With the fund's name; the batch stays where it was."""
    batch = sheet(till)
    pay(till, batch, 0, 9000)
    pay(till, batch, 1, 1001)
    advance(till, batch, "checked", "noticed")
    with pytest.raises(Conflict, match="“金秋助学资金”2014年可用余额不足"):
        advance(till, batch, "approved")
    assert left(till) == 10_000 and states(batch)[-1] == "noticed"
    add_quota(fund=till.fund, year=2014, amount_fen=YUAN, document="追加", on=TODAY, by=till.checker, at=NOW)
    advance(till, batch, "approved")
    assert left(till) == 0


def test_quota_already_promised_cannot_be_taken_back(till: Till) -> None:
    """Only what is still there."""
    with pytest.raises(Conflict, match="可用余额不足"):
        add_quota(
            fund=till.fund, year=2014, amount_fen=-10_001 * YUAN, document="收回", on=TODAY, by=till.checker, at=NOW
        )


def test_without_its_notice_nothing_is_approved(till: Till) -> None:
    """Neither without a notice, nor before its last day is over."""
    batch = sheet(till)
    pay(till, batch)
    advance(till, batch, "checked")
    with pytest.raises(Conflict, match="须公示5个工作日"):
        advance(till, batch, "approved")
    step = advance_batch(sheet=batch, to="noticed", on=TODAY, by=till.maker, at=NOW)
    assert step.notice_until == dt.date(2014, 7, 17)
    with pytest.raises(Conflict, match="须公示5个工作日"):
        advance_batch(sheet=batch, to="approved", on=step.notice_until, by=till.chair, at=NOW)
    advance_batch(sheet=batch, to="approved", on=dt.date(2014, 7, 18), by=till.chair, at=NOW)


def test_a_notice_may_not_be_cut_short(till: Till) -> None:
    """The county's number of working days is the least."""
    batch = sheet(till)
    pay(till, batch)
    advance(till, batch, "checked")
    with pytest.raises(Problem, match="至少到2014-07-17"):
        advance_batch(sheet=batch, to="noticed", on=TODAY, by=till.maker, at=NOW, notice_until=dt.date(2014, 7, 16))


def test_three_different_persons(till: Till) -> None:
    """Who made it does not check it, who checked it does not approve it: a person, not a post."""
    batch = sheet(till)
    pay(till, batch)
    second = type(till.maker).objects.create(user=till.maker.user, role="county-finance",
                                             organisation=till.maker.organisation, since=TODAY)  # fmt: skip
    with pytest.raises(Conflict, match=r"须由三个人分别办理|有您经办的发放"):
        advance_batch(sheet=batch, to="checked", on=TODAY, by=second, at=NOW)
    with pytest.raises(Conflict, match="须由本人登录办理"):
        advance_batch(sheet=batch, to="checked", on=TODAY, by=None, at=NOW)
    with pytest.raises(Refused):
        advance_batch(sheet=batch, to="checked", on=TODAY, by=till.maker, at=NOW)
    assert states(batch) == ["drafted"]


def test_steps_are_taken_in_order(till: Till) -> None:
    """No leap, no return, no empty batch, no payment after the draft."""
    batch = sheet(till)
    with pytest.raises(Conflict, match="没有要发放的人"):
        advance(till, batch, "checked")
    one = pay(till, batch)
    with pytest.raises(Conflict, match="按顺序"):
        advance(till, batch, "sent")
    advance(till, batch, "checked", "noticed")
    with pytest.raises(Conflict, match="已经送审"):
        pay(till, batch, 1)
    advance(till, batch, "approved", "sent")
    with pytest.raises(Conflict, match="没有银行结果"):
        advance(till, batch, "closed")
    with pytest.raises(Conflict, match="不允许登记“剔除”"):
        drop_payment(payment=one, reason="去世", on=TODAY, by=till.maker, at=NOW)


def test_money_goes_where_the_fund_allows(till: Till) -> None:
    """Kind, way of payment, cap; earmarked money is not paid in cash."""
    batch = sheet(till)
    with pytest.raises(Conflict, match="“金秋助学资金”不能用于“以奖代补”"):
        pay(till, batch, kind="subsidy")
    with pytest.raises(Conflict, match="超过核定上限"):
        pay(till, batch, cap_fen=999 * YUAN)
    with pytest.raises(Conflict, match="应大于零"):
        pay(till, batch, yuan=0)
    with pytest.raises(Conflict, match="不得发放现金"):
        open_fund(key="x", title="省级专项", source="2", kinds=["living"], methods=["cash"], document="x", on=TODAY,
                  by=None, at=NOW)  # fmt: skip


def test_a_held_payment_waits_for_somebody_else(till: Till) -> None:
    """The account of another family is refused; put down as held, only a checker's reason lets it go."""
    batch, shared = sheet(till), till.world.members[0]
    first = pay(till, batch, 0)
    account = Account(first.account, shared.name, "县农商行", authority="夫妻，附授权书")
    before = Payment.objects.count()
    with pytest.raises(Conflict, match="账号另有家庭在用，请核对后以暂缓方式登记"):
        pay(till, batch, 1, account=account)
    assert Payment.objects.count() == before
    second = pay(till, batch, 1, account=account, held="夫妻共用，待入户核实")
    advance(till, batch, "checked", "noticed")
    with pytest.raises(Conflict, match="暂缓发放"):
        advance(till, batch, "approved")
    with pytest.raises(Refused):
        release_payment(payment=second, reason="已核", on=TODAY, by=till.maker, at=NOW)
    release_payment(payment=second, reason="同住父母代收，已入户核实", on=TODAY, by=till.checker, at=NOW)
    advance(till, batch, "approved")


def test_somebody_elses_account_needs_an_authority(till: Till) -> None:
    """And an account looks like one."""
    batch = sheet(till)
    with pytest.raises(Problem, match="请填写代领授权"):
        pay(till, batch, account=Account("6222000012345678", "别人"))
    with pytest.raises(Problem, match="8至30位数字"):
        pay(till, batch, account=Account("12a", till.world.members[0].name))
    with pytest.raises(Problem, match="须填收款账号"):
        pay(till, batch, account=None)
    assert pay(till, batch, method="goods", account=None).account_sealed == ""


def test_the_database_says_no_by_itself(till: Till) -> None:
    """Rows put past the actions: an approval without its money, a balance out of thin air, an outcome too early."""
    batch = sheet(till)
    one = pay(till, batch)
    advance(till, batch, "checked", "noticed")
    with pytest.raises(IntegrityError), transaction.atomic():
        BatchStep.objects.create(sheet=batch, number=4, came_from="noticed", state="approved", on=LATER, person=1)
    with pytest.raises(IntegrityError, match="ledger_move_balance"), transaction.atomic():
        Move.objects.create(
            fund=till.fund, year=2014, sequence=2, kind="quota", amount_fen=1, balance_fen=10**9, on=TODAY
        )
    with pytest.raises(IntegrityError, match="ledger_outcome_too_early"), transaction.atomic():
        Outcome.objects.create(payment=one, number=1, state="paid", on=TODAY, recorded_at=NOW)
