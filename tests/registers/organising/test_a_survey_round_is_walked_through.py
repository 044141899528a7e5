"""A round: visits set the register right, others' changes are not overwritten unseen, it closes when enough is seen."""

import datetime as dt
from typing import Any

import pytest

from tests.world import NOW, TODAY, World, record
from zhijia.indicators.queries import figure
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.registers.base.window import Window
from zhijia.registers.organising.drive.actions import VisitClash, close_round, open_rounds, record_visit
from zhijia.registers.organising.drive.queries.rounds import coverage_of, current_of, last_visit, sheets_of
from zhijia.registers.organising.employers import Employer

LATER = NOW + dt.timedelta(minutes=5)


def visit(world: World, firm: str, on: dt.date = TODAY, base: Any = None, who: str = "hede", **values: Any) -> Any:
    """Write a visit as an officer of 合德."""
    told = {
        "visited_on": on,
        "employees": 40,
        "women": 10,
        "migrants": 5,
        "operating_state": "1",
        "standing": "0",
        **values,
    }
    return record_visit(held=world.round, employer=world.employer[firm], values=told, base=base,
                        by=world.post[who], at=LATER, on=TODAY)  # fmt: skip


def seen(world: World, firm: str) -> dict[str, str]:
    """What a phone has before the eyes."""
    employer = Employer.objects.get(pk=world.employer[firm].pk)
    return current_of(employer, last_visit(world.round, employer.pk))


def test_a_visit_sets_the_register_of_workplaces_right_from_its_day(county: World) -> None:
    """80 employees become 96 on 10 July; the day before it was 80."""
    visit(county, "合德镇未建", employees=96, women=40)
    firm = county.employer["合德镇未建"]
    now = Employer.objects.get(pk=firm.pk)
    assert (now.employees, now.since) == (96, TODAY)
    then = Employer.objects.on(dt.date(2014, 7, 9)).get(version_of=firm.pk)
    assert then.employees == 80


def test_the_same_entry_sent_twice_is_one_visit(county: World) -> None:
    """A phone that got no answer sends again."""
    base = seen(county, "合德纺织")
    first = visit(county, "合德纺织", base=base, will="2")
    assert visit(county, "合德纺织", base=base, will="2").pk == first.pk
    assert first.versions.count() == 0


def test_a_second_entry_of_the_day_sets_the_first_right(county: World) -> None:
    """And keeps it in the history."""
    first = visit(county, "合德纺织", will="2")
    again = visit(county, "合德纺织", will="3")
    assert again.pk == first.pk and again.will == "3"
    assert [old.will for old in again.versions.all()] == ["2"]


def test_what_another_changed_meanwhile_is_shown_field_by_field(county: World) -> None:
    """Both answered the will and counted the employees; only what differs is asked; nothing was saved."""
    base = seen(county, "合德纺织")
    visit(county, "合德纺织", employees=44, will="2", obstacle="1")
    with pytest.raises(VisitClash) as caught:
        visit(county, "合德纺织", base=base, employees=47, will="2", next_step="再约时间")
    clash = caught.value
    assert {(one.name, one.theirs, one.mine) for one in clash.fields} == {
        ("employees", "44", "47"),
        ("obstacle", "1", ""),
    }
    assert last_visit(county.round, county.employer["合德纺织"].pk).employees == 44
    chosen = visit(county, "合德纺织", base=clash.current, employees=47, will="2", obstacle="1", next_step="再约时间")
    assert (chosen.employees, chosen.obstacle, chosen.next_step) == (47, "1", "再约时间")


def test_a_change_of_another_field_is_no_clash(county: World) -> None:
    """One counted, the other asked for the will: both are kept."""
    base = seen(county, "合德纺织")
    visit(county, "合德纺织", employees=44)
    with pytest.raises(VisitClash) as caught:
        visit(county, "合德纺织", base=base, will="2")
    assert [one.name for one in caught.value.fields] == ["employees"]
    visit(county, "合德纺织", base=base, employees=44, will="2")
    assert last_visit(county.round, county.employer["合德纺织"].pk).will == "2"


@pytest.mark.parametrize(
    ("firm", "values", "because"),
    [
        ("合德纺织", {"on": dt.date(2014, 7, 11)}, "今天之后"),
        ("合德纺织", {"on": dt.date(2014, 6, 2)}, "本轮摸排"),
        ("合德纺织", {"women": 41}, "多于职工总数"),
        ("四明木业", {}, "不在本轮摸排"),
    ],
)
def test_what_cannot_be_is_refused(county: World, firm: str, values: dict[str, Any], because: str) -> None:
    """One sentence, nothing written."""
    with pytest.raises(Problem, match=because):
        visit(county, firm, **values)
    assert last_visit(county.round, county.employer[firm].pk) is None


def test_the_next_town_may_not_write(county: World) -> None:
    """四明 has the verb, not the place."""
    with pytest.raises(Refused):
        visit(county, "合德纺织", who="siming")


def test_the_figure_of_coverage_is_the_round(county: World) -> None:
    """合德: four workplaces, one visited (twice). 四明 and the schools have no round and count below the line."""
    assert coverage_of(county.round, TODAY) == (1, 4)
    value = figure("survey-coverage", county.org["合德镇"], Window.year_to(TODAY))
    assert (value.top, value.bottom) == (1, 4)
    whole = figure("survey-coverage", county.org["县总"], Window.year_to(TODAY))
    assert (whole.top, whole.bottom) == (1, 8)
    before = figure("survey-coverage", county.org["合德镇"], Window.year_to(dt.date(2014, 6, 4)))
    assert before.top == 0


def test_a_newer_round_begins_from_nothing(county: World) -> None:
    """Visits of the round before no longer cover anything."""
    visit(county, "合德纺织")
    first = dt.date(2014, 7, 9)
    record(
        "organising.round", organisation=county.org["合德镇"], name="补查", starts_on=first, ends_on=TODAY, since=first
    )
    assert figure("survey-coverage", county.org["合德镇"], Window.year_to(TODAY)).top == 0
    assert figure("survey-coverage", county.org["合德镇"], Window.year_to(dt.date(2014, 7, 8))).top == 1


def test_a_round_closes_when_enough_was_visited(county: World) -> None:
    """Three of four is not 95 per cent; four of four is. Then nothing more is written into it."""
    for firm in ("合德纺织", "合德机械"):
        visit(county, firm, employees=99, women=9)
    with pytest.raises(Problem, match="走访了3个，应走访4个，未达到95%"):
        close_round(held=county.round, on=TODAY, by=county.post["hede"], at=LATER)
    visit(county, "合德商贸", employees=130)
    closed = close_round(held=county.round, on=TODAY, by=county.post["hede"], at=LATER)
    assert closed.state(TODAY) == "closed"
    county.round = closed
    with pytest.raises(Conflict, match="已于2014-07-10办结"):
        visit(county, "合德纺织", will="1")


def test_one_round_at_a_time(county: World) -> None:
    """A county round begins in every town chosen, or in none."""
    towns = [county.org["四明镇"], county.org["合德镇"]]
    told = {"name": "秋季摸排", "starts_on": TODAY, "ends_on": dt.date(2014, 9, 30)}
    with pytest.raises(Conflict, match="还没有办结"):
        open_rounds(committees=towns, by=county.post["organiser"], at=LATER, **told)
    made = open_rounds(committees=towns[:1], by=county.post["organiser"], at=LATER, **told)
    assert [str(one) for one in made] == ["四明镇 秋季摸排"]
    with pytest.raises(Refused):
        open_rounds(committees=[county.org["县教育"]], by=county.post["hede"], at=LATER, **told)


def test_the_most_urgent_come_first_with_their_reason(county: World) -> None:
    """The one without a union of 80 employees is P1; those founded stand at the end."""
    first, *rest = sheets_of(county.round, TODAY)
    assert (first.employer.name, first.ranked.level) == ("合德镇新星电子有限公司", "P1")
    assert "不少于50人" in str(first.ranked.reasons[0])
    assert {one.ranked.level for one in rest} == {"-"}
