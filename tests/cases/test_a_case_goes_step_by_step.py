"""From application to archive: votes, panel, notice, decision; and everything that is refused on the way."""

import datetime as dt

import pytest

from tests.cases.conftest import Trial, at, key, panel_of
from tests.world import TODAY, World
from zhijia.cases.actions import open_case, recuse, score, seat_panel, take_step
from zhijia.cases.checks import check_every_case_stands_where_its_records_say, check_every_decision_can_be_made_again
from zhijia.cases.queries import awaiting
from zhijia.kit.problem import Conflict, Problem, Refused


def days(number: int) -> dt.timedelta:
    """So many."""
    return dt.timedelta(days=number)


def test_the_whole_way(trial: Trial, county: World) -> None:
    """Every step waits for the right people and the case is folded the same each time."""
    assert list(awaiting(county.post["hede"], TODAY)) == [trial.case]
    trial.check()
    assert not awaiting(county.post["hede"], TODAY) and list(awaiting(county.post["chair"], TODAY)) == [trial.case]
    trial.agree()
    assert trial.step == "panel"
    trial.panel("80", "82", "84", "99", "10")
    last = trial.card("chair").records[-1]
    assert last.data["panel"] == {"mean": "82.00", "counted": 3, "given": 5, "spread": "89", "wide": True}
    trial.publish()
    trial.day += days(8)
    trial.take("organiser")
    trial.take("chair", "grant")
    assert trial.step == "close"
    trial.take("hede")
    assert (trial.step, trial.case.open, trial.case.state) == ("", False, "CLOSED")
    assert not [*check_every_decision_can_be_made_again(), *check_every_case_stands_where_its_records_say()]


def test_a_limit_counts_working_days_and_warns(trial: Trial) -> None:
    """10 July 2014 is a Thursday: five working days end on the 17th."""
    state = trial.card("hede").state
    assert state.due_on == dt.date(2014, 7, 17) and not state.near and not state.overdue
    trial.day = dt.date(2014, 7, 15)
    assert trial.card("hede").state.near
    trial.day = dt.date(2014, 7, 18)
    assert trial.card("hede").state.overdue and trial.card("hede").state.days_left == -1


def test_a_year_without_its_calendar_stops_the_step(trial: Trial) -> None:
    """Working days are never guessed."""
    trial.day = dt.date(2035, 3, 1)
    with pytest.raises(Problem, match="2035 年的节假日安排尚未录入"):
        trial.check()


def test_a_refusal_ends_the_case_when_agreement_is_out_of_reach(trial: Trial) -> None:
    """Two of three must agree; after two refusals none can."""
    trial.check()
    trial.take("organiser", "refuse")
    assert trial.step == "agree"
    with pytest.raises(Refused, match="已经表决"):
        trial.take("organiser", "agree")
    trial.take("office", "refuse")
    assert (trial.step, trial.case.state) == ("", "REFUSED")


def test_the_same_click_twice_is_one_record(trial: Trial) -> None:
    """Same key, same answer; the key of another act is refused."""
    told = trial.told(answers={"visitors": "单国强"})
    first = take_step(by=trial.county.post["hede"], **told)
    assert take_step(by=trial.county.post["hede"], **told) == first
    assert trial.last == 2
    with pytest.raises(Conflict, match="与先前的另一次操作重复"):
        take_step(by=trial.county.post["organiser"], **{**told, "seen": 2, "outcome": "agree", "answers": {}})


def test_opening_twice_with_one_click_is_one_case(trial: Trial, county: World) -> None:
    """And a second application for the same thing is refused while the first is open."""
    told = {"procedure": "trial", "row": county.employer["四明镇未建"], "answers": {"reason": "难", "amount": "5"},
            "by": county.post["siming"], "on": TODAY, "at": at(TODAY)}  # fmt: skip
    first = open_case(key="once", **told)
    assert open_case(key="once", **told) == first
    with pytest.raises(Conflict, match="已有一个正在办理"):
        open_case(key="twice", **told)


def test_who_opened_the_page_before_another_acted_is_told(trial: Trial) -> None:
    """The second officer learns who was first and with what."""
    late = trial.told(answers={"visitors": "王芳"})
    trial.check()
    with pytest.raises(Conflict, match=r"单国强.*已先办理了“核实”"):
        take_step(by=trial.county.post["hede"], **late)


def test_only_those_of_the_step_may_act(trial: Trial) -> None:
    """The sentence says whose turn it is."""
    with pytest.raises(Refused, match="现在是“核实”，由工委主任办理"):
        trial.take("chair", answers={"visitors": "陈守正"})
    assert "由工委主任办理" in str(trial.card("chair").may.because)
    with pytest.raises(Refused, match="不在您的管理范围内"):
        trial.take("siming", answers={"visitors": "曾庆和"})


def test_nobody_checks_his_own_work(trial: Trial) -> None:
    """Who closed the notice may not decide."""
    trial.check()
    trial.agree()
    trial.panel("80", "80", "80", "80", "80")
    trial.publish()
    trial.day += days(8)
    trial.take("organiser")
    with pytest.raises(Refused, match="须由另外的人办理：您已办过“公示”"):
        trial.take("organiser", "grant")


def test_a_step_on_condition_is_taken_only_then(trial: Trial) -> None:
    """补充核查 follows one outcome alone."""
    trial.check()
    trial.agree()
    trial.panel("80", "80", "80", "80", "80")
    trial.publish()
    trial.day += days(8)
    trial.take("organiser")
    trial.take("chair", "more")
    assert trial.step == "again"
    trial.take("hede")
    assert trial.step == "close"


def test_a_panel_of_four_and_other_bad_panels_are_refused(trial: Trial, county: World) -> None:
    """At least five, an odd number, nobody twice, scores from 0 to 100, one each."""
    trial.check()
    trial.agree()
    organiser = county.post["organiser"]
    seven = panel_of(county, 7)
    for members, said in (
        (seven[:4], "至少5人，现为4人"),
        (seven[:6], "应为单数"),
        ([*seven[:4], seven[0]], "不能重复"),
    ):
        with pytest.raises(Problem, match=said):
            seat_panel(members=members, by=organiser, **trial.told())
    with pytest.raises(Problem, match="须先确定评审组"):
        trial.take("organiser")
    seat_panel(members=seven[:5], by=organiser, **trial.told())
    assert list(awaiting(seven[0], TODAY)) == [trial.case] and not awaiting(seven[6], TODAY)
    for points in ("101", "-1", "abc", "80.001", "NaN"):
        with pytest.raises(Problem, match="评分应为0到100之间"):
            score(score=points, text="", by=seven[0], **trial.told())
    score(score="80", text="", by=seven[0], **trial.told())
    with pytest.raises(Conflict, match="不能再改"):
        score(score="90", text="", by=seven[0], **trial.told())
    with pytest.raises(Refused, match="不在这个办件的评审组内"):
        score(score="90", text="", by=seven[6], **trial.told())
    with pytest.raises(Problem, match="还有4人没有评分"):
        trial.take("organiser")
    recuse(reason="与申请人是亲属", by=seven[1], **trial.told())
    for member in seven[2:5]:
        score(score="60", text="", by=member, **trial.told())
    trial.take("organiser")
    assert trial.card("chair").records[-1].data["panel"]["mean"] == "65.00"


def test_what_is_missing_or_unreadable_is_named(trial: Trial) -> None:
    """One sentence each, and nothing is written."""
    for answers, said in (({}, "请填写“走访人”"), ({"visitors": "王", "wealth": "1"}, "没有“wealth”这一项")):
        with pytest.raises(Problem, match=said):
            trial.take("hede", answers=answers)
    with pytest.raises(Problem, match="没有“grant”这个结果"):
        trial.take("hede", "grant", answers={"visitors": "王芳"})
    trial.check()
    with pytest.raises(Problem, match="请选择“会商”的结果：同意、不同意"):
        trial.take("organiser")
    with pytest.raises(Problem, match="还没有到"):
        take_step(by=trial.county.post["organiser"], **{**trial.told(), "on": TODAY + days(1), "outcome": "agree"})
    assert trial.last == 2


def test_bad_answers_do_not_open_a_case(trial: Trial, county: World) -> None:
    """Amount missing, no number, too small."""
    for amount, said in (("", "请填写“申请金额”"), ("三百", "应为数字"), ("0", "不能小于1")):
        with pytest.raises(Problem, match=said):
            open_case(
                procedure="trial", row=county.employer["合德机械"], answers={"reason": "难", "amount": amount},
                by=county.post["hede"], on=TODAY, at=at(TODAY), key=key(),
            )  # fmt: skip
