"""Merging and renaming unions: the node, its register row and everything beside them together."""

import datetime as dt

import pytest

from tests.world import NOW, TODAY, World
from zhijia.indicators.queries import figures
from zhijia.kit.problem import Refused
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.registers.organising.merging import merge_unions, union_of
from zhijia.registers.organising.models import LegalCertificate, Member, Position, Union, UnionBody
from zhijia.registers.organising.renaming import rename_union
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
    assert union_of(source.organisation).state == "MERGED"
    assert count(county, "合德镇")["overdue-terms"] == before["overdue-terms"] - 1


def test_bodies_certificate_and_transfers_do_not_outlive_the_union(county: World) -> None:
    """Bodies end and the certificate is cancelled that day; whoever was on the way to the union goes to the new one."""
    source, into, far = (county.union[short] for short in ("合德纺织", "合德机械", "四明木业"))
    on_the_way = {"leaver": (county.members[0], into), "comer": (county.members[3], source)}
    on_the_way["stranger"] = (county.members[9], source)
    for member, to in on_the_way.values():
        Member.objects.filter(pk=member.pk).update(state="TRANSFER_OUT", destination=to.organisation)
    merge_unions(source=source, into=into, on=TODAY, by=county.post["organiser"], at=NOW)
    assert {body.ends_on for body in UnionBody.objects.living().filter(union=source)} == {TODAY}
    assert LegalCertificate.objects.living().get(union=source).cancelled_on == TODAY
    now = {who: Member.objects.living().get(pk=member.pk) for who, (member, _) in on_the_way.items()}
    assert {(row.state, row.organisation, row.destination) for row in (now["leaver"], now["comer"])} == {
        ("ACTIVE", into.organisation, None)
    }
    assert (now["stranger"].state, now["stranger"].organisation) == ("TRANSFER_OUT", far.organisation)
    assert now["stranger"].destination == into.organisation


def test_a_new_name_is_given_to_node_and_row_alike(county: World) -> None:
    renamed = rename_union(
        union=county.union["合德商贸"], name="合德百货联合工会委员会", on=TODAY, by=county.post["organiser"], at=NOW
    )
    assert renamed.organisation.name == renamed.name == "合德百货联合工会委员会"
    assert Union.objects.get(version_of=renamed).name == "合德商贸联合工会委员会"


def test_a_refusal_leaves_everything_as_it_was(county: World) -> None:
    before = count(county, "合德镇")
    with pytest.raises(Refused):
        merge_unions(
            source=county.union["合德纺织"], into=county.union["合德机械"], on=TODAY, by=county.post["hede"], at=NOW
        )
    assert count(county, "合德镇") == before
    assert Organisation.objects.get(pk=county.org["合德纺织"].pk).valid_until is None
