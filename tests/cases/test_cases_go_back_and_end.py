"""Returned, changed after approval, withdrawn, appealed against, delegated."""

import datetime as dt

import pytest

from tests.cases.conftest import Trial, at, key
from tests.world import TODAY, World
from zhijia.cases.actions import answer_appeal, appeal, change_answers, delegate, end_case, return_case, take_back
from zhijia.cases.queries import awaiting
from zhijia.kit.problem import Conflict, Problem, Refused

DAY = dt.timedelta(days=1)


def test_a_case_returned_is_done_again_from_there(trial: Trial) -> None:
    """Only to a step done before, only with reasons, only by who has it now."""
    trial.check()
    organiser = trial.county.post["organiser"]
    with pytest.raises(Problem, match="退回须写明原因"):
        return_case(to="check", reason=" ", by=organiser, **trial.told())
    with pytest.raises(Problem, match="不能退回到这里"):
        return_case(to="panel", reason="缺材料", by=organiser, **trial.told())
    with pytest.raises(Refused):
        return_case(to="check", reason="缺材料", by=trial.county.post["hede"], **trial.told())
    trial.day += DAY
    return_case(to="check", reason="缺走访照片", by=organiser, **trial.told())
    card = trial.card("hede")
    assert trial.step == "check" and card.state.due_on == dt.date(2014, 7, 18)
    assert card.state.returned is not None and card.records[-1].text == "缺走访照片"
    trial.check()
    assert trial.step == "agree"


def test_votes_do_not_outlive_a_return(trial: Trial) -> None:
    """What one had agreed to before the return counts no more."""
    trial.check()
    trial.take("organiser", "agree")
    return_case(to="check", reason="金额有误", by=trial.county.post["chair"], **trial.told())
    trial.check()
    trial.take("office", "agree")
    assert trial.step == "agree"


def test_a_changed_answer_opens_the_step_that_approved_it(trial: Trial) -> None:
    """The amount was checked; the reason was not."""
    trial.check()
    hede = trial.county.post["hede"]
    change_answers(answers={"reason": "更困难"}, reason="补充", by=hede, **trial.told())
    assert trial.step == "agree"
    with pytest.raises(Problem, match="没有改动"):
        change_answers(answers={"amount": "800"}, reason="补充", by=hede, **trial.told())
    change_answers(answers={"amount": "900"}, reason="算错了", by=hede, **trial.told())
    assert trial.step == "check" and trial.case.answers["amount"] == "900"
    assert trial.card("hede").records[-1].data["old"] == {"amount": "800"}
    with pytest.raises(Problem, match="请写明修改的原因"):
        change_answers(answers={"amount": "700"}, reason="", by=hede, **trial.told())


def test_the_applicant_withdraws(trial: Trial) -> None:
    """Nothing can be done afterwards, and the thing may be applied for anew."""
    hede = trial.county.post["hede"]
    with pytest.raises(Refused, match="由相应步骤作出"):
        end_case(ending="REFUSED", reason="不办了", by=hede, **trial.told())
    with pytest.raises(Refused, match="没有“LOST”这种终止方式"):
        end_case(ending="LOST", reason="不办了", by=hede, **trial.told())
    end_case(ending="WITHDRAWN", reason="不办了", by=hede, **trial.told())
    assert not trial.case.__class__.objects.get(pk=trial.case.pk).open
    with pytest.raises(Refused, match="已经办结"):
        trial.check()


def refuse(trial: Trial) -> None:
    """Two posts refuse."""
    trial.check()
    trial.take("organiser", "refuse")
    trial.take("office", "refuse")


def test_an_appeal_upheld_goes_back_to_the_step_that_refused(trial: Trial) -> None:
    """Within fifteen days, by the applicant, answered by the chair with reasons."""
    refuse(trial)
    post = trial.county.post
    with pytest.raises(Refused, match="只有申请人"):
        appeal(reason="不服", by=post["office"], **trial.told())
    appeal(reason="核查有误", by=post["hede"], **trial.told())
    assert trial.card("chair").may_answer and trial.case.open
    with pytest.raises(Refused, match="申诉由县总工会主席答复"):
        answer_appeal(upheld=True, answer="属实", by=post["office"], **trial.told())
    answer_appeal(upheld=True, answer="属实", by=post["chair"], **trial.told())
    assert trial.step == "agree"


def test_an_appeal_is_heard_once_and_in_time(trial: Trial) -> None:
    """Dismissed is final; the sixteenth day is too late."""
    refuse(trial)
    hede = trial.county.post["hede"]
    appeal(reason="核查有误", by=hede, **trial.told())
    answer_appeal(upheld=False, answer="核查无误", by=trial.county.post["chair"], **trial.told())
    with pytest.raises(Problem, match="现在不能申诉"):
        appeal(reason="还是不服", by=hede, **trial.told())


def test_a_late_appeal_is_refused(trial: Trial) -> None:
    """Fifteen days from 10 July end on Friday the 25th."""
    refuse(trial)
    trial.day = dt.date(2014, 7, 26)
    with pytest.raises(Problem, match="现在不能申诉"):
        appeal(reason="迟了", by=trial.county.post["hede"], **trial.told())


def test_a_delegate_acts_only_on_the_days_named(trial: Trial, county: World) -> None:
    """The record says who acted and for whom; taken back, it is over."""
    hede, organiser = county.post["hede"], county.post["organiser"]
    made = delegate(
        to=organiser, since=TODAY + DAY, until=TODAY + 3 * DAY, reason="出差", by=hede, on=TODAY, at=at(TODAY)
    )
    with pytest.raises(Refused):
        trial.take("organiser", answers={"visitors": "周立新"})
    trial.day += DAY
    assert trial.case in awaiting(organiser, trial.day)
    trial.take("organiser", answers={"visitors": "周立新"})
    record = trial.card("hede").records[-1]
    assert (record.by, record.behalf) == (organiser, hede)
    take_back(delegation=made, by=hede, on=trial.day, at=at(trial.day))
    with pytest.raises(Conflict, match="已经结束"):
        take_back(delegation=made, by=hede, on=trial.day, at=at(trial.day))


def test_a_delegation_is_refused_when_it_makes_no_sense(county: World) -> None:
    """To oneself, to the neighbour, backwards, into the past, without a reason."""
    hede, organiser = county.post["hede"], county.post["organiser"]
    whole = {
        "to": organiser,
        "since": TODAY,
        "until": TODAY,
        "reason": "休假",
        "by": hede,
        "on": TODAY,
        "at": at(TODAY),
    }
    for change, said in (
        ({"to": hede}, "不能委托给自己"), ({"to": county.post["siming"]}, "不在本单位"),
        ({"until": TODAY - DAY}, "早于开始日期"), ({"since": TODAY - DAY}, "已经过去"), ({"reason": ""}, "写明委托的原因"),
    ):  # fmt: skip
        with pytest.raises(Problem, match=said):
            delegate(**{**whole, **change})
    assert key()
