"""The list of workplaces that stay against a union: entered by visits, climbed by decisions with their letters."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from tests.world import NOW, TODAY, World, record
from zhijia.evidence.models import IssuedPaper
from zhijia.indicators.queries import figure
from zhijia.kit.deadlines import State
from zhijia.kit.problem import Conflict, NotFound, Problem, Refused
from zhijia.registers.base.dues import Asked, dues_for
from zhijia.registers.base.window import Window
from zhijia.registers.organising.drive.actions import enter_list, take_nail_step
from zhijia.registers.organising.drive.nails import NailUnit
from zhijia.registers.organising.drive.queries.nails import candidates, on_the_list

WINDOW = Window.year_to(TODAY)


def test_the_list_says_what_may_be_decided_and_why(county: World) -> None:
    """On the list since 24 June; ten days end on 4 July; on the tenth the information letter may go out."""
    (one,) = on_the_list(county.post["hede"], TODAY)
    assert (one.proposal.step, one.proposal.due) == ("N1", dt.date(2014, 7, 4))
    assert "可以决定下一步" in str(one.proposal.because)
    assert on_the_list(county.post["siming"], TODAY) == []
    assert NailUnit.objects.get(pk=county.nail.pk).level == "N0", "looking changes nothing"


def test_what_may_be_decided_and_what_must_be_walked_stands_on_the_desk(county: World) -> None:
    """The wait of the unit in 合德 is over, its round ends on 31 July; the neighbours and the unions are told nothing."""
    hede = county.post["hede"]
    (nail,) = dues_for(Asked(hede, TODAY), kind="nail").found
    assert (nail.due, nail.state, nail.number) == (dt.date(2014, 7, 4), State.OVERDUE, county.nail.pk)
    assert "可以决定下一步" in nail.what and nail.source
    assert dues_for(Asked(hede, TODAY), kind="round").found == []
    (walk,) = dues_for(Asked(hede, TODAY, until=dt.date(2014, 7, 31)), kind="round").found
    assert (walk.due, walk.what) == (dt.date(2014, 7, 31), "合德镇“夏季摸排”应走完并办结")
    for who in ("siming", "clerk"):
        assert dues_for(Asked(county.post[who], TODAY, until=dt.date(2014, 12, 31)), kind="nail").found == []


def test_a_letter_is_looked_at_before_it_is_issued(county: World, enter: Callable[[World, str], Client]) -> None:
    """The proposed step is shown at once, another when it is chosen; looking issues and changes nothing."""
    client, url = enter(county, "hede"), f"/nails/{county.nail.pk}/step/"
    page = client.get(url).content.decode()
    assert 'class="paper-preview"' in page and "组建工会" in page
    told = {"step": "NX", "on": "2014-07-09", "note": "", "reason": "", "preview": "1"}
    answer = client.post(url, told)
    page = answer.content.decode()
    assert answer.status_code == 200 and "不印发文书" in page
    assert 'role="alert"' not in page and 'value="2014-07-09"' in page and '<option value="NX" selected>' in page
    assert IssuedPaper.objects.count() == 0 and NailUnit.objects.get(pk=county.nail.pk).level == "N0"


def test_a_step_issues_its_letter_once(county: World) -> None:
    """Numbered by the office, kept as issued; who comes second is told."""
    hede = county.post["hede"]
    told = {"nail": county.nail, "step": "N1", "note": "等待期满", "on": TODAY, "by": hede, "at": NOW}
    done = take_nail_step(**told)
    assert (done.level, done.number) == ("N1", "海工告〔2014〕1号")
    paper = IssuedPaper.objects.get(number=done.number)
    assert paper.pdf[:4] == b"%PDF" and paper.issued_on == TODAY
    with pytest.raises(Conflict, match="已不在名单上"):
        take_nail_step(**told)
    assert IssuedPaper.objects.count() == 1


def test_steps_of_the_county_are_the_countys(county: World) -> None:
    """合德 may inform; pressing is for the county to decide."""
    with pytest.raises(Refused, match="由县总工会决定"):
        take_nail_step(nail=county.nail, step="N2", note="催建", on=TODAY, by=county.post["hede"], at=NOW)
    done = take_nail_step(nail=county.nail, step="N2", note="催建", on=TODAY, by=county.post["organiser"], at=NOW)
    assert done.number == "海工催〔2014〕1号"


@pytest.mark.parametrize(
    ("step", "note", "reason", "because"),
    [
        ("N3", "联合上门", "", "联合上门记录"),
        ("N6", "阻挠", "", "证据"),
        ("N4", "筹备金", "", "没有启用"),
        ("N2", " ", "", "情况说明"),
        ("NX", "出列", "", "写明原因"),
    ],
)
def test_what_is_missing_is_said(county: World, step: str, note: str, reason: str, because: str) -> None:
    """And nothing has changed."""
    with pytest.raises(Problem, match=because):
        take_nail_step(
            nail=county.nail, step=step, note=note, reason=reason, on=TODAY, by=county.post["organiser"], at=NOW
        )
    assert NailUnit.objects.get(pk=county.nail.pk).level == "N0"
    assert not IssuedPaper.objects.exists()


def test_a_joint_visit_needs_its_minutes(county: World) -> None:
    """Handed in with the step."""
    paper = ("minutes", "joint.txt", ["与组织部、市场监管局一同上门".encode()])
    done = take_nail_step(
        nail=county.nail, step="N3", note="三部门上门", on=TODAY, by=county.post["organiser"], at=NOW, paper=paper
    )
    assert done.level == "N3" and done.number == ""


def test_who_leaves_is_off_the_figure_and_may_come_back(county: World) -> None:
    """The history keeps every step with its day."""
    assert figure("nail-units", county.org["县总"], WINDOW).top == 1
    hede = county.post["hede"]
    gone = take_nail_step(
        nail=county.nail, step="NX", reason="L1", note="职工大会不同意", on=dt.date(2014, 7, 8), by=hede, at=NOW
    )
    assert figure("nail-units", county.org["县总"], WINDOW).top == 0
    assert figure("nail-units", county.org["县总"], Window.year_to(dt.date(2014, 7, 7))).top == 1
    back = enter_list(employer=county.employer["合德镇未建"].pk, note="再次走访仍抵触", on=TODAY, by=hede, at=NOW)
    assert back.pk == gone.pk and back.level == "N0" and back.reason == ""
    assert [old.level for old in back.versions.order_by("since")] == ["N0", "NX"]


def test_one_visit_is_not_enough(county: World) -> None:
    """四明's workplace said no once; the rule says how many are wanted."""
    first = dt.date(2014, 7, 1)
    held = record(
        "organising.round", organisation=county.org["四明镇"], name="摸排", starts_on=first, ends_on=TODAY, since=first
    )
    record("organising.visit", round=held, employer=county.employer["四明镇未建"], visited_on=first, since=first, will="5",
           employees=20)  # fmt: skip
    siming = county.post["siming"]
    (one,) = candidates(siming, TODAY)
    assert one.proposal.step == "" and "有1次，满2次" in str(one.proposal.because)
    with pytest.raises(Problem, match="满2次"):
        enter_list(employer=one.employer.pk, note="列入", on=TODAY, by=siming, at=NOW)
    with pytest.raises(NotFound):
        enter_list(employer=one.employer.pk, note="列入", on=TODAY, by=county.post["hede"], at=NOW)
