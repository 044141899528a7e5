"""Nothing is merged in silence: a code is proof, a name only a hint, a person decides and may take it back."""

import pytest

from tests.world import NOW, TODAY, World, record
from zhijia.kit.identity.credit_code import make_credit_code
from zhijia.kit.problem import Conflict, NotFound, Problem, Refused
from zhijia.registers.organising.drive.actions import accept_coded, decide_listed, register_new, undo_decision
from zhijia.registers.organising.drive.actions.visits import record_visit
from zhijia.registers.organising.drive.queries.lists import Compared, compared, listed_row
from zhijia.registers.organising.employers import Employer

CODE, OTHER = (make_credit_code("9", "1", "320924", f"MA00000{n}") for n in (1, 2))


def listed(world: World, name: str, **values: object) -> object:
    """One more row of the tax office."""
    told = {"organisation": world.org["合德镇"], "source": "TAX", "received_on": TODAY, "since": TODAY, **values}
    return record("organising.listed", name=name, **told)


def found(world: World, name: str, who: str = "hede") -> Compared:
    """How a row compares."""
    return next(one for one in compared(world.post[who]) if one.row.name == name)


def test_by_name_alone_it_is_only_a_candidate(county: World) -> None:
    """The world's listed row ends in 有限责任公司, the register's in 有限公司."""
    one = found(county, "合德镇新星电子有限责任公司")
    assert (one.kind, [str(each) for each in one.candidates]) == ("candidate", ["合德镇新星电子有限公司"])
    assert county.listed.employer_id is None


def test_a_credit_code_is_proof_and_two_codes_are_two_workplaces(county: World) -> None:
    """Whatever the names say."""
    firm = county.employer["合德镇未建"]
    firm.uscc = CODE
    firm.save()
    listed(county, "改名后的公司", uscc=CODE)
    listed(county, "合德镇新星电子厂", uscc=OTHER)
    assert found(county, "改名后的公司").by_code == firm
    assert found(county, "合德镇新星电子厂").kind == "new"


def test_the_same_fills_blanks_and_may_be_taken_back(county: World) -> None:
    """Nothing known is overwritten; undone, the blanks are blank again and the row waits."""
    row = listed(county, "合德新星电子", uscc=CODE, address="人民路1号", phone="01088886666")
    firm = Employer.objects.get(pk=county.employer["合德镇未建"].pk)
    firm.address = "老街2号"
    firm.save()
    hede = county.post["hede"]
    said = decide_listed(row=row, decision="SAME", employer=firm, on=TODAY, by=hede, at=NOW)
    now = Employer.objects.get(pk=firm.pk)
    assert (now.uscc, now.address, now.phone) == (CODE, "老街2号", "01088886666")
    undo_decision(row=said, by=hede, at=NOW.replace(hour=10))
    again = Employer.objects.get(pk=firm.pk)
    assert (again.uscc, again.address, again.phone) == ("", "老街2号", "")
    assert found(county, "合德新星电子").row.decision == "OPEN"


def test_a_new_one_enters_the_register_and_may_be_taken_back_until_work_is_built_on_it(county: World) -> None:
    """A visit is such work."""
    row = listed(county, "合德海棠木业有限公司", employees=33)
    hede = county.post["hede"]
    said = decide_listed(row=row, decision="NEW", on=TODAY, by=hede, at=NOW)
    assert (said.employer.employees, said.employer.organisation) == (33, county.org["合德镇"])
    opened = undo_decision(row=said, by=hede, at=NOW.replace(hour=10))
    assert not Employer.objects.living().filter(name=row.name).exists()
    said = decide_listed(row=opened, decision="NEW", on=TODAY, by=hede, at=NOW.replace(hour=11))
    values = {"visited_on": TODAY, "employees": 33, "women": 0, "migrants": 0, "operating_state": "1", "standing": "0"}
    record_visit(held=county.round, employer=said.employer, values=values, by=hede, at=NOW.replace(hour=12), on=TODAY)
    with pytest.raises(Conflict, match="不能撤回"):
        undo_decision(row=said, by=hede, at=NOW.replace(hour=13))


def test_many_at_once_are_still_a_persons_click(county: World) -> None:
    """All with a code; all new ones. The candidate is left for the eye."""
    firm = county.employer["合德镇未建"]
    firm.uscc = CODE
    firm.save()
    for number in range(3):
        listed(county, f"合德海棠{'木石玉'[number]}业有限公司")
    listed(county, "随便什么", uscc=CODE)
    hede = county.post["hede"]
    assert accept_coded(found=compared(hede), on=TODAY, by=hede, at=NOW) == 1
    assert register_new(found=compared(hede), on=TODAY, by=hede, at=NOW) == 3
    assert [one.row.name for one in compared(hede)] == ["合德镇新星电子有限责任公司"]


def test_the_quicker_decision_stands(county: World) -> None:
    """The second officer is told."""
    hede = county.post["hede"]
    decide_listed(row=county.listed, decision="LATER", on=TODAY, by=hede, at=NOW)
    decide_listed(row=county.listed, decision="NEW", on=TODAY, by=hede, at=NOW)
    with pytest.raises(Conflict, match="已经有人认定"):
        decide_listed(row=county.listed, decision="NEW", on=TODAY, by=hede, at=NOW)


def test_the_next_town_sees_none_of_it(county: World) -> None:
    """Neither row nor right; a code that stands elsewhere is told without its name."""
    siming = county.post["siming"]
    assert compared(siming) == []
    with pytest.raises(NotFound):
        listed_row(siming, county.listed.pk)
    with pytest.raises((Refused, Problem)):
        decide_listed(row=county.listed, decision="NEW", on=TODAY, by=siming, at=NOW)
    Employer.objects.filter(pk=county.employer["合德镇未建"].pk).update(uscc=CODE)
    listed(county, "四明某厂", uscc=CODE, organisation=county.org["四明镇"])
    assert found(county, "四明某厂", "siming").kind == "elsewhere"
