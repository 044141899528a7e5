"""Founding, renaming, merging and closing unions: the node, its register row and everything beside them together."""

import datetime as dt

import pytest
from tests.world import NOW, TODAY, World

from zhijia.indicators.queries import figures
from zhijia.kit.problem import Refused
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.registers.organising.founding import found_union, rename_union
from zhijia.registers.organising.merging import close_union, merge_unions, union_of
from zhijia.registers.organising.models import Employer, Member, Position, Union
from zhijia.registers.relations.models import Contract

KEYS = ("grassroots-unions", "members", "covered-employers", "overdue-terms", "wage-bargaining-rate")


def count(world: World, place: str, on: dt.date = TODAY) -> dict[str, int]:
    organisation = Organisation.objects.get(pk=world.org[place].pk)
    window = Window.year_to(on)
    found = figures(KEYS, [window], [organisation], world.org["县总"])
    return {key: found[key, organisation.pk, window].top for key in KEYS}


def test_a_merger_carries_members_workplaces_and_contracts_over(county: World) -> None:
    source, into = county.union["合德纺织"], county.union["合德机械"]
    before = count(county, "合德镇")
    assert merge_unions(source=source, into=into, on=TODAY, by=county.post["organiser"], at=NOW) == 3
    after = count(county, "合德镇")
    assert after["members"] == before["members"]
    assert after["grassroots-unions"] == before["grassroots-unions"] - 1
    assert after["wage-bargaining-rate"] == before["wage-bargaining-rate"] == 1
    the_day_before = count(county, "合德镇", dt.date(2014, 7, 9))
    assert [the_day_before[key] for key in KEYS[:4]] == [before[key] for key in KEYS[:4]]
    assert Member.objects.living().filter(organisation=into.organisation).count() == 6
    assert {c.organisation for c in Contract.objects.living().filter(employer__union=into)} == {into.organisation}
    assert not Position.objects.living().filter(organisation=source.organisation, ends_on__isnull=True).exists()
    assert Union.objects.get(pk=source.pk).state == "MERGED"
    assert count(county, "合德镇")["overdue-terms"] == before["overdue-terms"] - 1


def test_a_closed_union_leaves_its_members_retained_one_level_up(county: World) -> None:
    union = county.union["四明化工"]
    assert close_union(union=union, on=TODAY, by=county.post["organiser"], at=NOW) == 3
    kept = Member.objects.living().filter(state="RETAINED")
    assert {member.organisation for member in kept} == {county.org["四明镇"]}
    employer = Employer.objects.get(pk=county.employer["四明化工"].pk)
    assert (employer.union, employer.organisation) == (None, county.org["四明镇"])
    assert union_of(union.organisation).state == "CLOSED"


def test_founding_and_renaming_keep_node_and_row_alike(county: World) -> None:
    union = found_union(
        parent=county.org["合德镇"], kind="40", name="合德面粉有限公司工会委员会", unit_kind="E", on=dt.date(2014, 6, 3),
        by=county.post["organiser"], at=NOW, reply_no="川工复〔2014〕31号",
    )  # fmt: skip
    assert union.organisation.code == union.code
    renamed = rename_union(
        union=union, name="合德粮油有限公司工会委员会", on=TODAY, by=county.post["organiser"], at=NOW
    )
    assert renamed.organisation.name == renamed.name == "合德粮油有限公司工会委员会"
    assert count(county, "合德镇")["grassroots-unions"] == 4


def test_a_refusal_leaves_everything_as_it_was(county: World) -> None:
    before = count(county, "合德镇")
    with pytest.raises(Refused):
        merge_unions(
            source=county.union["合德纺织"], into=county.union["合德机械"], on=TODAY, by=county.post["hede"], at=NOW
        )
    assert count(county, "合德镇") == before
    assert Organisation.objects.get(pk=county.org["合德纺织"].pk).valid_until is None
