"""Follow-ups: one way for resolutions, inspections, co-building and lists; closed with evidence, by the right hand."""

import datetime as dt
from typing import Any

import pytest

from tests.world import NOW, TODAY, World
from zhijia.evidence.actions import attach
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.registers.base.actions import correct_fact, void_fact
from zhijia.registers.organising.follow_rights import follow_steps_for
from zhijia.registers.organising.follow_steps import follow_step
from zhijia.registers.organising.following import follow, take_up
from zhijia.registers.organising.followups import FOLLOWUPS
from zhijia.registers.organising.meetings import MEETINGS

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
Item = Any


def took(item: Item, step: str, by: Any, **more: Any) -> Item:
    """One step today."""
    words = more.pop("words", "已按要求落实")
    return follow(item=item, step=follow_step(step), words=words, on=TODAY, by=by, at=NOW, **more)


def proved(item: Item, by: Any) -> None:
    """Evidence in the item's place."""
    attach(name="服务站照片.pdf", chunks=[PDF], subject=FOLLOWUPS.key, subject_id=item.pk, slot="proof",
           organisation=item.organisation, by=by, at=NOW)  # fmt: skip


def test_a_resolution_goes_from_progress_to_closing_with_evidence(county: World) -> None:
    item, hede = county.met["late"], county.post["hede"]
    assert took(item, "progress", hede, words="用房已选定").state == "DOING"
    with pytest.raises(Problem, match="还没有上传落实佐证"):
        took(item, "report", hede)
    done = took(item, "report", hede, files=[("服务站照片.pdf", [PDF])])
    assert (done.state, done.reported_on, done.reported_by) == ("REPORTED", TODAY, hede)
    closed = took(item, "accept", hede, words="同意销号")
    assert (closed.state, closed.closed_on, closed.accepted_by) == ("CLOSED", TODAY, hede)
    assert [row.progress for row in closed.versions.order_by("recorded_at", "pk")][:2] == ["", "用房已选定"]


@pytest.mark.parametrize("name", ["wrong", "found"])
def test_what_has_to_be_put_right_is_never_closed_by_those_who_did_it(county: World, name: str) -> None:
    item, hede = county.met[name], county.post["hede"]
    proved(item, hede)
    took(item, "report", hede)
    with pytest.raises(Refused, match="须由另一人验收销号"):
        took(item, "accept", hede)
    assert took(item, "accept", county.post["office"]).accepted_by == county.post["office"]


def test_an_item_is_voided_with_a_reason_by_those_who_accept(county: World) -> None:
    """The unit that answers for an item cannot make it go away; a meeting keeps its items and its printed minutes."""
    item, office, union = county.met["late"], county.post["office"], county.post["clerk"]
    with pytest.raises(Refused):
        void_fact(FOLLOWUPS, row=item, reason="不用办了", by=union, at=NOW)
    with pytest.raises(Problem, match="写明原因"):
        void_fact(FOLLOWUPS, row=item, reason=" ", by=office, at=NOW)
    meeting = item.meeting
    with pytest.raises(Problem, match="请先逐项作废"):
        void_fact(MEETINGS, row=meeting, reason="登记重复", by=office, at=NOW)
    void_fact(FOLLOWUPS, row=item, reason="与上一次会议重复登记", by=office, at=NOW)
    assert not FOLLOWUPS.model.objects.living().filter(pk=item.pk).exists()  # type: ignore[attr-defined]


def test_nor_by_the_person_named_as_owner(county: World) -> None:
    item, office = county.met["wrong"], county.post["office"]
    correct_fact(FOLLOWUPS, row=item, values={"owner": "林知微"}, by=office, at=NOW)
    proved(item, county.post["hede"])
    took(item, "report", county.post["hede"])
    with pytest.raises(Refused, match="责任人是林知微"):
        took(item, "accept", office)


def test_evidence_taken_away_before_acceptance_stops_it(county: World) -> None:
    from zhijia.evidence.actions import detach
    from zhijia.evidence.queries import attachment_for, standing_for

    item, hede = county.met["wrong"], county.post["hede"]
    proved(item, hede)
    took(item, "report", hede)
    (standing,) = standing_for(FOLLOWUPS.key, item.pk)
    detach(attachment=attachment_for(hede, standing.pk), reason="传错了", by=hede, at=NOW)
    with pytest.raises(Problem, match="销号凭佐证"):
        took(item, "accept", county.post["office"])


def test_a_closed_item_can_be_opened_again_with_a_new_day_and_a_reason(county: World) -> None:
    item, hede, office = county.met["wrong"], county.post["hede"], county.post["office"]
    proved(item, hede)
    took(item, "report", hede)
    took(item, "accept", office)
    with pytest.raises(Refused):
        took(item, "reopen", county.post["clerk"], due=dt.date(2014, 9, 30))
    with pytest.raises(Problem, match="请填写新的完成时限"):
        took(item, "reopen", office)
    again = took(item, "reopen", office, words="问题反弹", due=dt.date(2014, 9, 30))
    assert (again.state, again.closed_on, again.accepted_by, again.reopened) == ("DOING", None, None, 1)
    assert (again.due_on, again.first_due_on) == (dt.date(2014, 9, 30), dt.date(2014, 7, 31))


def test_a_rule_is_named_when_an_item_is_kept_up_for_good(county: World) -> None:
    item, hede, office = county.met["wrong"], county.post["hede"], county.post["office"]
    proved(item, hede)
    took(item, "report", hede)
    with pytest.raises(Problem, match="形成的制度文件"):
        took(item, "keep", office)
    kept = took(item, "keep", office, rule="机关干部下基层调研制度")
    assert (kept.state, kept.rule_made) == ("LASTING", "机关干部下基层调研制度")


def test_sent_back_it_has_to_be_reported_again(county: World) -> None:
    item, hede = county.met["wrong"], county.post["hede"]
    proved(item, hede)
    took(item, "report", hede)
    back = took(item, "return", county.post["office"], words="佐证不足")
    assert (back.state, back.reported_by) == ("DOING", None)


def test_an_extension_is_asked_before_the_last_day_and_keeps_the_first_one(county: World) -> None:
    office = county.post["office"]
    with pytest.raises(Problem, match="延期应在到期前提出"):
        took(county.met["late"], "extend", office, due=dt.date(2014, 8, 31))
    longer = took(county.met["far"], "extend", office, words="普查延长", due=dt.date(2015, 1, 20))
    assert (longer.due_on, longer.first_due_on, longer.extensions) == (dt.date(2015, 1, 20), dt.date(2014, 12, 20), 1)
    with pytest.raises(Refused):
        took(county.met["far"], "extend", county.post["organiser"], due=dt.date(2015, 2, 20))


def test_the_last_day_cannot_be_moved_by_a_correction(county: World) -> None:
    with pytest.raises(Problem, match="只能办理“延期”"):
        correct_fact(FOLLOWUPS, row=county.met["late"], values={"due_on": dt.date(2014, 12, 31)}, by=None, at=NOW)


def test_a_step_needs_words_and_the_right_state(county: World) -> None:
    item, hede = county.met["wrong"], county.post["hede"]
    with pytest.raises(Problem, match="请写明进展"):
        took(item, "progress", hede, words="  ")
    with pytest.raises(Conflict, match="现在的状态不能办理"):
        took(item, "accept", county.post["office"])


def test_an_item_has_one_source_and_a_day_after_it_was_raised(county: World) -> None:
    values = {"organisation": county.org["合德镇"], "item": "甲", "raised_on": TODAY, "due_on": TODAY}
    made = take_up(source=county.met["list"], origin="rectification", values=values, by=county.post["hede"], at=NOW)
    assert (made.origin, made.state) == ("rectification", "OPEN")
    with pytest.raises(Problem, match="只能写一个来源"):
        take_up(source=county.met["list"], origin="rectification",
                values={**values, "meeting": county.met["conference"]}, by=None, at=NOW)  # fmt: skip
    with pytest.raises(Problem, match="早于交办日期"):
        take_up(source=county.met["list"], origin="rectification",
                values={**values, "due_on": dt.date(2014, 7, 9)}, by=None, at=NOW)  # fmt: skip


def test_the_steps_offered_say_why_one_is_not_mine(county: World) -> None:
    item, hede = county.met["wrong"], county.post["hede"]
    proved(item, hede)
    took(item, "report", hede)
    item.refresh_from_db()
    offered = {step.key: answer for step, answer in follow_steps_for(item, hede)}
    assert set(offered) == {"accept", "keep", "return"} and not offered["accept"]
    assert "须由另一人" in str(offered["accept"].because)
