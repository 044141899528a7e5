"""A case decided by the conditions of its edition: open, refused or granted, with what was seen kept beside it."""

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings

from tests.cases.aids import PAPERS, Aid, at
from tests.world import TODAY, World
from zhijia.cases.actions import change_answers, open_case
from zhijia.cases.actions.judgement import judgement
from zhijia.cases.checks import check_every_decision_can_be_made_again
from zhijia.cases.editions import edition_of, limits_of
from zhijia.cases.models import StepRecord
from zhijia.cases.queries import notice_lines
from zhijia.cases.rules import state_of
from zhijia.kit.identity.masks import mask_name
from zhijia.kit.problem import Problem
from zhijia.schemes.catalogue import use_folders

POOR = {"student": "周晓", "born": "1996-05-01", "school_year": "2014", "tier": "first", "nature": "public",
        "group": "filed", "other_aid": "0"}  # fmt: skip


def test_it_stays_open_until_the_papers_are_there(county: World) -> None:
    """Unknown is told with the paper that is missing, and the smallest change is to hand it in."""
    aid = Aid(county)
    found = aid.card().decision
    assert found is not None and found.verdict is None
    assert [one.key for one in found.missing] == list(PAPERS)
    aid.hand_in("application", "household", "authorisation", "receipts")
    found = aid.card().decision
    assert found is not None
    assert [[one.fact.label for one in some] for some in found.changes] == [["家庭成员收入证明"]]


def test_what_is_open_cannot_be_granted(county: World) -> None:
    """The chair is told which paper is missing; nothing is written."""
    aid = Aid(county)
    aid.hand_in("application", "household", "authorisation", "receipts")
    aid.to_the_decision()
    before = StepRecord.objects.count()
    with pytest.raises(Problem, match="现在不能批准：还不能判断：还缺“家庭成员收入证明”"):
        aid.decide()
    assert StepRecord.objects.count() == before
    aid.hand_in("income-proof")
    [grant] = aid.decide().data["granted"]
    assert (grant["label"], grant["kind"], grant["fen"], grant["cap"]) == ("生活救助金", "living", 300000, "")
    assert grant["once"] == [f"organising.member:{aid.member.pk}", "2014"]


def test_a_family_with_two_dwellings_can_only_be_refused(county: World) -> None:
    """And the refusal ends the case, with the way of appeal."""
    aid = Aid(county, dwellings="2")
    aid.hand_in()
    aid.to_the_decision()
    with pytest.raises(Problem, match="住宅超过规定套数"):
        aid.decide()
    aid.decide("refuse")
    state = aid.card().state
    assert (state.ending, state.appeal_until) == ("REFUSED", dt.date(2014, 8, 4))


def test_facts_rules_and_numbers_are_kept_and_give_the_same_again(county: World, tmp_path: Path) -> None:
    """Also after the county has set a new living line."""
    aid = Aid(county)
    aid.hand_in()
    aid.to_the_decision()
    record = aid.decide()
    assert record.judged["parameters"]["aid.living-line"] == "800"
    assert record.judged["decision"]["verdict"] is True and record.judged["digest"] == aid.case.digest
    assert record.seen["house"]["member"] is True and record.seen["papers"] == list(PAPERS)
    assert [*check_every_decision_can_be_made_again()] == []
    (tmp_path / "parameters").mkdir()
    text = (settings.CATALOGUE_FOLDERS[0] / "parameters" / "aid.yaml").read_text(encoding="utf-8")
    (tmp_path / "parameters" / "aid.yaml").write_text(text.replace("value: 800", "value: 100"), encoding="utf-8")
    use_folders([*settings.CATALOGUE_FOLDERS, tmp_path])
    try:
        assert [*check_every_decision_can_be_made_again()] == []
    finally:
        use_folders(settings.CATALOGUE_FOLDERS)


def test_an_altered_fact_is_found_by_making_the_decision_again(county: World) -> None:
    """The same record with other facts no longer gives what was written beside it."""
    aid = Aid(county)
    record = StepRecord.objects.get(case=aid.case)
    record.seen["answers"]["dwellings"] = "2"
    edition = edition_of(aid.case)
    limits = limits_of(edition, aid.case.applied_on)
    after = state_of(edition, [record.plain], TODAY, limits)
    again = judgement(aid.case, edition, limits, after, record.seen)
    assert (record.judged["decision"]["verdict"], again["decision"]["verdict"]) == (None, False)


def test_changing_the_income_opens_the_review_again(county: World) -> None:
    """What the committee approved was another figure."""
    aid = Aid(county)
    aid.hand_in()
    aid.to_the_decision()
    change_answers(**aid.told("clerk"), answers={"income": "90000"}, reason="漏报配偶收入")
    card = aid.card()
    assert card.case.step == "screen"
    assert card.decision is not None and card.decision.verdict is False


def test_nobody_applies_outside_the_window(county: World) -> None:
    """Study aid of 2014 is taken from July to August."""
    told = {"procedure": "autumn-study", "row": county.members[0], "answers": POOR, "by": county.post["clerk"]}
    with pytest.raises(Problem, match="从2014-07-01受理到2014-08-31"):
        open_case(**told, on=dt.date(2014, 6, 30), at=at(TODAY), key="early")
    assert open_case(**told, on=TODAY, at=at(TODAY), key="in-time").open


def test_a_notice_masks_the_applicant(county: World) -> None:
    """On the web the name is masked and a small unit is only its town; the sum is a band."""
    aid = Aid(county)
    aid.hand_in()
    board, web = (dict(notice_lines(aid.card("office"), place, {})) for place in ("board", "web"))
    assert (board["申请人"], board["单位"], board["生活救助金"]) == (
        aid.member.name,
        "合德纺织有限公司工会委员会",
        "3000元",
    )
    assert web["申请人"] == mask_name(aid.member.name) != aid.member.name
    assert (web["单位"], web["生活救助金"]) == ("合德镇工会工作委员会", "2000—5000元")
