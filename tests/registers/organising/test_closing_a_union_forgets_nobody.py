"""A union closes when its workplace ends: each member has a place to go, and everything of the union ends that day."""

import datetime as dt
from typing import Any

import pytest

from tests.world import NOW, World
from zhijia.indicators.monthly_return import monthly_return
from zhijia.kit.period import Period
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.orgs.models import Organisation
from zhijia.registers.organising.closing import close_with_members, members_to_settle
from zhijia.registers.organising.models import Employer, LegalCertificate, Member, Position, UnionBody, UnionTerm
from zhijia.registers.relations.models import Contract

DAY = dt.date(2014, 7, 8)


def close(world: World, fates: dict[int, Any], who: str = "hede", **more: Any) -> Any:
    """合德纺织 goes bankrupt."""
    given: dict[str, Any] = {"union": world.union["合德纺织"], "cause": "5", "reason": "企业破产", "on": DAY,
                             "fates": fates, "by": world.post[who], "at": NOW}  # fmt: skip
    return close_with_members(**(given | more))


def chosen(world: World) -> dict[int, Any]:
    """One goes to 合德机械, two are retained."""
    first, second, third = world.members[:3]
    return {first.pk: world.org["合德机械"], second.pk: None, third.pk: None}


def test_everything_ends_and_everybody_has_a_place(county: World) -> None:
    """Members, workplace, contracts, term, officers, bodies, certificate, node."""
    union, node = county.union["合德纺织"], county.org["合德纺织"]
    assert len(members_to_settle(union)) == 3
    close(county, chosen(county))
    rows = [Member.objects.living().get(pk=member.pk) for member in county.members[:3]]
    assert [(row.state, str(row.organisation)) for row in rows] == [
        ("ACTIVE", "合德机械"), ("RETAINED", "合德镇"), ("RETAINED", "合德镇")
    ]  # fmt: skip
    employer = Employer.objects.living().get(pk=county.employer["合德纺织"].pk)
    assert (employer.union_id, employer.operating_state, str(employer.organisation)) == (None, "5", "合德镇")
    contracts = Contract.objects.living().filter(employer=employer)
    assert {contract.ended_on for contract in contracts} == {DAY} and len(contracts) == 2
    assert not Position.objects.living().filter(organisation=node, ends_on__isnull=True).exists()
    assert UnionTerm.objects.living().get(union=union).until == DAY
    assert {body.ends_on for body in UnionBody.objects.living().filter(union=union)} == {DAY}
    assert LegalCertificate.objects.living().get(union=union).cancelled_on == DAY
    assert Organisation.objects.get(pk=node.pk).valid_until == DAY
    july = monthly_return(county.org["合德镇"], Period.parse("2014-07"), dt.date(2014, 7, 31), deep=True)
    assert [line.difference for line in (july.total, *july.lines)] == [0] * (1 + len(july.lines))
    assert (july.total.opening.top, july.total.closing.top) == (9, 7)


@pytest.mark.parametrize(
    ("more", "says"),
    [({"cause": ""}, "选择缘由"), ({"reason": " "}, "写明原因"), ({"who": "clerk"}, "由上一级工会办理")],
)
def test_what_is_missing_is_told_and_nothing_changes(county: World, more: dict[str, Any], says: str) -> None:
    """Cause, reason, the right level; and a member without a fate."""
    with pytest.raises(Problem, match=says):
        close(county, chosen(county), **more)
    fates = chosen(county)
    fates.pop(county.members[1].pk)
    with pytest.raises(Problem, match=f"1名会员没有决定去向，例如“{county.members[1].name}”"):
        close(county, fates)
    assert Member.objects.living().filter(organisation=county.org["合德纺织"], state="ACTIVE").count() == 3
    assert Organisation.objects.get(pk=county.org["合德纺织"].pk).valid_until is None


def test_a_stranger_closes_nothing_and_nobody_twice(county: World) -> None:
    """Another town's chair is refused; a closed union is not closed again; members go to unions only."""
    with pytest.raises(Refused):
        close(county, chosen(county), "siming")
    with pytest.raises(Problem, match="不是基层工会"):
        close(county, dict.fromkeys(chosen(county), county.org["合德镇"]))
    closed = close(county, chosen(county))
    with pytest.raises(Conflict, match="已经撤销"):
        close(county, {}, union=closed)
