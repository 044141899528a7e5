"""Founding and closing a union: node, record, workplaces and term come and go together."""

import datetime as dt
from typing import Any

import pytest

from tests.world import NOW, TODAY, World
from zhijia.indicators.queries import figure
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.registers.organising.actions import close_union, found_union
from zhijia.registers.organising.members import Member
from zhijia.registers.organising.terms import UnionTerm
from zhijia.registers.organising.unions import Union

FOUNDED = dt.date(2014, 7, 1)
WINDOW = Window.year_to(TODAY)


def found(world: World, **more: Any) -> Any:
    """A union for the electronics works of 合德."""
    given: dict[str, Any] = {
        "parent": world.org["合德镇"], "kind": "40", "name": "合德新星电子有限公司工会委员会", "unit_kind": "E", "founded_on": FOUNDED,
        "reply_no": "川工复〔2014〕31号", "employers": [world.employer["合德镇未建"]], "term_ends": dt.date(2017, 7, 1),
        "by": world.post["hede"], "at": NOW,
    }  # fmt: skip
    return found_union(**{**given, **more})


def test_one_founding_makes_node_record_coverage_and_term(county: World) -> None:
    """And the figures move by one."""
    before = figure("founding-rate", county.org["合德镇"], WINDOW).top
    union = found(county)
    employer = county.employer["合德镇未建"]
    employer.refresh_from_db()
    assert Organisation.objects.get_parent(union.organisation) == county.org["合德镇"]
    assert union.code == union.organisation.code
    assert (employer.union_id, employer.unionised_on, employer.organisation_id) == (
        union.pk,
        FOUNDED,
        union.organisation_id,
    )
    assert UnionTerm.objects.living().get(union=union).number == 1
    assert figure("founding-rate", county.org["合德镇"], WINDOW).top == before + 1
    assert figure("founding-rate", county.org["合德镇"], Window.year_to(dt.date(2014, 6, 30))).top == before


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"reply_no": " "}, "批复文号"),
        ({"kind": "20"}, "基层工会"),
        ({"term_ends": dt.date(2014, 1, 1)}, "届满日期"),
        ({"founded_on": dt.date(2009, 1, 1)}, "早于"),
    ],
)
def test_a_refused_founding_leaves_nothing(county: World, more: dict[str, Any], word: str) -> None:
    """No node, no record."""
    nodes, unions = Organisation.objects.count(), Union.objects.count()
    with pytest.raises(Problem, match=word):
        found(county, **more)
    assert (Organisation.objects.count(), Union.objects.count()) == (nodes, unions)


def test_a_workplace_has_one_union(county: World) -> None:
    """One already covered is refused, and a single union covers one workplace."""
    with pytest.raises(Conflict, match="已经建会"):
        found(county, employers=[county.employer["合德纺织"]])
    both = [county.employer["合德镇未建"], county.employer["合德机械"]]
    with pytest.raises(Problem, match="单独建会"):
        found(county, employers=both)


def test_only_the_own_part_of_the_tree(county: World) -> None:
    """The neighbour's chair founds nothing in 合德, nor takes its workplaces."""
    with pytest.raises(Refused):
        found(county, by=county.post["siming"])
    with pytest.raises(Refused):
        found(county, by=county.post["siming"], parent=county.org["四明镇"])


def test_closing_waits_for_the_members(county: World) -> None:
    """Members first; then workplaces fall back to the committee and the node ends."""
    union = county.union["合德纺织"]
    given = {"union": union, "reason": "企业注销", "on": FOUNDED, "by": county.post["hede"], "at": NOW}
    with pytest.raises(Conflict, match="3名在册会员"):
        close_union(**given)
    Member.objects.filter(organisation=county.org["合德纺织"]).update(state="RETAINED")
    close_union(**given)
    employer = county.employer["合德纺织"]
    employer.refresh_from_db()
    union.refresh_from_db()
    assert (employer.union_id, employer.organisation) == (None, county.org["合德镇"])
    assert union.state == "CLOSED"
    assert Organisation.objects.get(pk=union.organisation_id).valid_until == FOUNDED
    assert figure("grassroots-unions", county.org["合德镇"], WINDOW).top == 2
