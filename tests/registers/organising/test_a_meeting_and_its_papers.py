"""A meeting from topics to minutes: its state follows its dates, its papers are frozen, what they say then stands."""

import datetime as dt

import pytest

from tests.world import NOW, TODAY, World
from zhijia.bulletins.house import lexicon
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.papers.check import Facts, check_paper
from zhijia.papers.paper import full_text
from zhijia.registers.base.actions import correct_fact
from zhijia.registers.organising.burden import papers_issued, system_meetings
from zhijia.registers.organising.convening import issue_minutes, issue_notice
from zhijia.registers.organising.meeting_papers import minutes_of, notice_of
from zhijia.registers.organising.meeting_years import duties
from zhijia.registers.organising.meetings import MEETINGS

WORKDAY = dt.date(2014, 7, 11)


def test_the_state_follows_the_dates(county: World) -> None:
    assert (county.met["conference"].state, county.met["planned"].state) == ("HELD", "CALLED")
    approved = correct_fact(
        MEETINGS, row=county.met["planned"], at=NOW, by=county.post["hede"],
        values={"proposed_on": dt.date(2014, 7, 5), "approved_on": dt.date(2014, 7, 8)},
    )  # fmt: skip
    assert approved.state == "APPROVED"


def test_the_minutes_are_issued_once_and_then_the_content_stands(county: World) -> None:
    meeting, office = county.met["conference"], county.post["office"]
    kept = issue_minutes(meeting=meeting, by=office, on=TODAY, at=NOW)
    assert (kept.state, kept.minutes_no, kept.minuted_on) == ("MINUTED", "海工纪〔2014〕1号", TODAY)
    assert bytes(kept.minutes.pdf)[:5] == b"%PDF-"
    with pytest.raises(Conflict, match="已经印发"):
        issue_minutes(meeting=meeting, by=office, on=TODAY, at=NOW)
    with pytest.raises(Problem, match="会议内容不能再改"):
        correct_fact(MEETINGS, row=meeting, values={"resolved": "会议决定另议"}, by=office, at=NOW)
    assert correct_fact(MEETINGS, row=meeting, values={"remark": "已归档"}, by=office, at=NOW).remark == "已归档"


def test_the_minutes_say_who_was_there_and_who_does_what_by_when(county: World) -> None:
    text = full_text(minutes_of(county.met["conference"], "海工纪〔2014〕1号", TODAY))
    assert "2014年3月12日，方卫国主持召开海川县政府与县总工会第八次联席会议。现纪要如下：" in text
    assert "1. 合德镇落实职工服务站用房，由合德镇负责，2014年6月30日前完成。" in text
    assert "出席：方卫国、陈守正、林知微、单国强" in text and "请假：曾庆和" in text


def test_a_committee_has_its_own_series_and_may_not_issue_the_countys(county: World) -> None:
    hede = county.post["hede"]
    kept = issue_notice(meeting=county.met["planned"], by=hede, on=TODAY, at=NOW)
    assert kept.notice.number == "合德镇工通〔2014〕1号"
    with pytest.raises(Refused):
        issue_minutes(meeting=county.met["conference"], by=hede, on=TODAY, at=NOW)


def test_minutes_of_a_meeting_not_held_and_notices_without_topics_are_refused(county: World) -> None:
    with pytest.raises(Problem, match="还没有登记召开日期"):
        issue_minutes(meeting=county.met["planned"], by=county.post["hede"], on=TODAY, at=NOW)
    bare = correct_fact(MEETINGS, row=county.met["planned"], values={"agenda": ""}, by=None, at=NOW)
    with pytest.raises(Problem, match="计划召开日期或议题"):
        issue_notice(meeting=bare, by=county.post["hede"], on=TODAY, at=NOW)


def test_the_checker_finds_no_fault_in_the_two_papers(county: World) -> None:
    notice = notice_of(county.met["planned"], "合德镇工通〔2014〕1号", WORKDAY, county.post["hede"])
    minutes = minutes_of(county.met["conference"], "海工纪〔2014〕1号", WORKDAY)
    for paper in (notice, minutes):
        found = check_paper(paper, Facts(lexicon=lexicon()))
        assert [each.evidence for each in found if each.verdict == "fail"] == []


def test_dates_out_of_order_and_a_meeting_without_people_are_refused(county: World) -> None:
    with pytest.raises(Problem, match="“召开日期”不能早于“方案批准日期”"):
        correct_fact(MEETINGS, row=county.met["conference"], values={"held_on": dt.date(2014, 2, 27)}, by=None, at=NOW)
    with pytest.raises(Problem, match="请填写主持人和出席人员"):
        correct_fact(MEETINGS, row=county.met["conference"], values={"chair": ""}, by=None, at=NOW)


def test_the_years_minimum_is_computed_for_each_unit(county: World) -> None:
    joint = {str(duty.organisation): duty for duty in duties(county.post["chair"], 2014, TODAY) if duty.kind == "JOINT"}
    assert (joint["县总"].met, joint["县总"].held, joint["县总"].first) == (True, 1, dt.date(2014, 3, 12))
    assert {name for name, duty in joint.items() if not duty.met} == {"合德镇", "四明镇", "县教育"}
    assert not any(duty.met for duty in duties(county.post["chair"], 2013, TODAY))
    assert {str(duty.organisation) for duty in duties(county.post["hede"], 2014, TODAY)} == {"合德镇"}


def test_the_burden_meter_knows_from_when_its_limits_hold(county: World) -> None:
    assert (system_meetings(county.post["chair"], 2014, TODAY).limit, papers_issued(2014, TODAY)[0].limit) == (
        None,
        None,
    )
    issue_minutes(meeting=county.met["conference"], by=county.post["office"], on=TODAY, at=NOW)
    load, series = papers_issued(2015, dt.date(2015, 5, 1))
    assert (load.count, load.before) == (0, 1) and series == [("海工纪", 0, 1)]
    later = papers_issued(2025, dt.date(2025, 5, 1))[0]
    assert (later.limit, later.over) == (0, False) and later.rule is not None and "减负" in later.rule.source
    assert system_meetings(county.post["chair"], 2025, dt.date(2025, 5, 1)).limit == 1
