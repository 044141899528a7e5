"""The rules against duplicates: the same cost, student, illness or scheme is paid once, until that payment came to nothing."""

import datetime as dt

import pytest

from tests.ledger.county import Till, advance, open_till, pay, sheet
from tests.world import NOW, TODAY, World
from zhijia.kit.problem import Conflict
from zhijia.ledger import once
from zhijia.ledger.actions import Result, drop_payment, record_outside_aid, record_results
from zhijia.ledger.models import Claim, Payment

LATER = TODAY + dt.timedelta(days=8)
RULES = {
    "a": (once.same_cost(person="p1", receipt="票据001"), once.same_cost(person="p1", receipt="票据002")),
    "b": (once.school_year(student="s1", year="2014-2015"), once.school_year(student="s1", year="2015-2016")),
    "c": (once.illness_year(person="p1", illness="C34", year=2014), once.illness_year(person="p1", illness="C34", year=2015)),
    "once_per": (once.scheme_once(scheme="study", per=("s1", "2014")), once.scheme_once(scheme="study", per=("s2", "2014"))),
}  # fmt: skip


@pytest.fixture
def till(county: World) -> Till:
    """Ten thousand yuan."""
    return open_till(county)


@pytest.mark.parametrize("rule", RULES)
def test_the_same_matter_is_paid_once(till: Till, rule: str) -> None:
    """Whoever asks (another parent, another batch); another matter of the same person passes."""
    same, other = RULES[rule]
    pay(till, sheet(till), 0, once=[same])
    second = sheet(till, "第二批")
    with pytest.raises(Conflict, match="不能重复发放"):
        pay(till, second, 1, once=[same])
    pay(till, second, 1, once=[other])
    assert Payment.objects.filter(fund=till.fund).count() == 2


def test_what_another_body_gave_is_not_given_again(till: Till) -> None:
    """Rule (d)."""
    student = once.school_year(student="s1", year="2014-2015")
    record_outside_aid(once=student, name="张同学", body="县民政局", on=TODAY, by=till.maker, at=NOW)
    with pytest.raises(Conflict, match="不能重复发放"):
        pay(till, sheet(till), once=[student])


def test_a_payment_that_came_to_nothing_frees_its_matter(till: Till) -> None:
    """Dropped or bounced: it may be paid anew; paid and recovered later: again."""
    matter = once.scheme_once(scheme="study", per=("s1", "2014"))
    first = pay(till, batch := sheet(till), once=[matter])
    drop_payment(payment=first, reason="材料不全", on=TODAY, by=till.maker, at=NOW)
    second = pay(till, batch, once=[matter])
    advance(till, batch, "checked", "noticed", "approved", "sent")
    for state, reason in (("paid", ""), ("recovered", "未入学")):
        if state == "recovered":
            with pytest.raises(Conflict):
                pay(till, sheet(till, "太早"), once=[matter])
        record_results(sheet=batch, by=till.checker, at=NOW, results=[Result(second.pk, state, LATER, reason=reason)])
    pay(till, sheet(till, "第二批"), once=[matter])
    assert list(
        Claim.objects.filter(payment__fund=till.fund).order_by("attempt").values_list("attempt", flat=True)
    ) == [1, 2, 3]


def test_keys_betray_nobody(till: Till) -> None:
    """No part of what they were made of can be read."""
    key = once.illness_year(person="320924198001010011", illness="肺癌", year=2014).key
    assert "3209" not in key and "肺癌" not in key
    assert key.startswith("illness:")
