"""The public notice: never shorter than the rule, nothing personal on it, objections only while it hangs."""

import datetime as dt

import pytest

from tests.cases.conftest import Trial, at, key
from tests.world import TODAY
from zhijia.cases.actions import answer_objection, object_to_notice, publish_notice, return_case
from zhijia.cases.models import Notice
from zhijia.cases.queries import open_notice
from zhijia.kit.identity.id_number import make_id
from zhijia.kit.problem import Conflict, NotFound, Problem

DAY = dt.timedelta(days=1)


@pytest.fixture
def hung(trial: Trial) -> tuple[Trial, Notice]:
    """A case whose notice hangs from 10 to 17 July."""
    trial.check()
    trial.agree()
    trial.panel("80", "80", "80", "80", "80")
    return trial, trial.publish(token="token-of-the-test")


def objected(trial: Trial, notice: Notice, words: str = "情况不实", name: str = "", reach: str = "") -> int:
    """Somebody objects; the number of the record."""
    record = object_to_notice(
        notice=notice, words=words, name=name, reach=reach, on=trial.day, at=at(trial.day), key=key()
    )
    return int(record.sequence)


def test_a_notice_shorter_than_its_rule_is_refused(trial: Trial) -> None:
    """Five working days from Thursday the 10th end on Thursday the 17th."""
    trial.check()
    trial.agree()
    trial.panel("80", "80", "80", "80", "80")
    with pytest.raises(Problem, match="至少到2014-07-17，现为2014-07-16"):
        trial.publish(days=6)
    assert not Notice.objects.exists()
    trial.publish(days=7)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (make_id("320924", dt.date(1980, 1, 1), 12, "male"), "疑似身份证号"),
        ("320924800101123", "疑似身份证号"),
        ("联系 13812345678", "疑似手机号码"),
        ("6222 0212 3456 7890 123", "疑似银行卡号"),
        ("", "请填写公示的标题、内容"),
    ],
)
def test_a_leak_blocks_publishing(trial: Trial, words: str, said: str) -> None:
    """A number that identifies somebody, or nothing at all."""
    trial.check()
    trial.agree()
    trial.panel("80", "80", "80", "80", "80")
    with pytest.raises(Problem, match=said):
        publish_notice(
            title="拟办公示", lines=[("说明", words)], contact="县总 0515-2345678", opens=trial.day, closes=trial.day + 9 * DAY,
            place="web", token="t", by=trial.county.post["organiser"], **trial.told(),
        )  # fmt: skip
    assert not Notice.objects.exists()


def test_it_is_read_only_while_it_hangs(hung: tuple[Trial, Notice]) -> None:
    """Before, afterwards, and for a guessed link, nothing is told."""
    _, notice = hung
    assert open_notice("token-of-the-test", notice.closes_on) == notice
    for token, day in (
        ("token-of-the-test", notice.closes_on + DAY),
        ("token-of-the-test", TODAY - DAY),
        ("guess", TODAY),
    ):
        with pytest.raises(NotFound):
            open_notice(token, day)


def test_an_objection_must_be_answered_before_the_step_is_closed(hung: tuple[Trial, Notice]) -> None:
    """Objections land in the case; who objects is sealed."""
    trial, notice = hung
    number = objected(trial, notice, name="赵某", reach="13812345678")
    record = trial.card("organiser").records[-1]
    assert "13812345678" not in str(record.data) and "赵某" not in str(record.data) and record.by is None
    trial.day += 4 * DAY
    with pytest.raises(Problem, match="公示到2014-07-17结束"):
        trial.take("organiser")
    trial.day += 4 * DAY
    with pytest.raises(Problem, match="还有1条异议没有答复"):
        trial.take("organiser")
    organiser = trial.county.post["organiser"]
    with pytest.raises(Problem, match="请写明核实情况"):
        answer_objection(objection=number, upheld=False, answer="", by=organiser, **trial.told())
    answer_objection(objection=number, upheld=False, answer="经核实属实", by=organiser, **trial.told())
    with pytest.raises(NotFound, match="可能已有人答复"):
        answer_objection(objection=number, upheld=False, answer="再答", by=organiser, **trial.told())
    trial.take("organiser")
    assert trial.step == "decide"


def test_an_upheld_objection_takes_the_notice_down(hung: tuple[Trial, Notice]) -> None:
    """It has to hang anew, its whole time."""
    trial, notice = hung
    number = objected(trial, notice)
    organiser = trial.county.post["organiser"]
    answer_objection(objection=number, upheld=True, answer="名称有误", by=organiser, **trial.told())
    with pytest.raises(NotFound):
        open_notice(notice.token, trial.day)
    trial.day += 8 * DAY
    with pytest.raises(Problem, match="须先公示"):
        trial.take("organiser")
    trial.publish()


def test_a_late_objection_is_refused_and_told_where_to_go(hung: tuple[Trial, Notice]) -> None:
    """The day after the last."""
    trial, notice = hung
    trial.day = notice.closes_on + DAY
    with pytest.raises(Problem, match="不再受理异议；请直接向县总工会"):
        objected(trial, notice)
    trial.day = TODAY
    for words, said in (("  ", "请写明异议"), ("不" * 1001, "最多1000个字")):
        with pytest.raises(Problem, match=said):
            objected(trial, notice, words)


def test_two_notices_at_once_are_refused_and_a_return_takes_one_down(hung: tuple[Trial, Notice]) -> None:
    """One hangs at a time."""
    trial, notice = hung
    with pytest.raises(Conflict, match="公示已经发布"):
        trial.publish()
    return_case(to="agree", reason="需重新会商", by=trial.county.post["organiser"], **trial.told())
    with pytest.raises(NotFound):
        open_notice(notice.token, trial.day)
