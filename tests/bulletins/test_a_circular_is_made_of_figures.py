"""What the circular says comes from the registers; words come from officers; the checker tells the two apart."""

import pytest

from tests.world import NOW, TODAY, World
from zhijia.bulletins.actions import draft_bulletin, freeze_figures, issue_bulletin, write_slot
from zhijia.bulletins.content import read_reference
from zhijia.bulletins.models import Bulletin
from zhijia.bulletins.queries import content_of, paper_of, verdicts_of
from zhijia.indicators.queries import figure
from zhijia.kit.period import Period
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.orgs.models import Organisation
from zhijia.papers.paper import full_text
from zhijia.registers.base.window import Window

WINDOW = Window.year_to(Period.parse("2014-Q2").end)


def test_every_figure_of_the_paper_is_the_register_s(planned: World, circular: Bulletin) -> None:
    """Each bound indicator equals the figure computed afresh."""
    content = content_of(circular, TODAY)
    seen = 0
    for ref, frozen in content.figures.items():
        asked = read_reference(ref)
        if asked is None:
            continue
        now = figure(asked[0], Organisation.objects.get(pk=asked[1]), WINDOW)
        assert (frozen.top, frozen.bottom) == (now.top, now.bottom), ref
        seen += 1
    assert seen >= 6


def test_the_three_classes_name_the_units(planned: World, circular: Bulletin) -> None:
    """合德 built its one union, 四明 one of three, 县教育 has no such target."""
    text = full_text(paper_of(content_of(circular, TODAY), TODAY))
    assert "全面完成的1个：合德镇" in text
    assert "部分完成的1个：四明镇" in text
    assert "工资集体协商建制率" in text


def test_words_go_into_their_slot_with_bound_figures(planned: World, circular: Bulletin) -> None:
    """{new-unions} becomes the county's figure; a number typed by hand is reported by the checker."""
    chair = planned.post["chair"]
    write_slot(bulletin=circular, part="problems", text="全县新建{new-unions}，进度不快。", by=chair, at=NOW)
    content = content_of(circular, TODAY)
    assert "全县新建2家，进度不快。" in full_text(paper_of(content, TODAY))
    assert not _faults(circular, "unbound")
    write_slot(bulletin=circular, part="problems", text="全县新建88家。", by=chair, at=NOW)
    assert any("88" in verdict.evidence for verdict in _failed(circular))


def test_a_draft_needs_a_closed_period(planned: World, circular: Bulletin) -> None:
    """The third quarter is not over; a second draft of the second is refused; a clerk may not write one."""
    chair = planned.post["chair"]
    with pytest.raises(Problem, match="还没有结束"):
        draft_bulletin(layout="quarterly", period=Period.parse("2014-Q3"), by=chair, on=TODAY, at=NOW)
    with pytest.raises(Conflict):
        draft_bulletin(layout="quarterly", period=Period.parse("2014-Q2"), by=chair, on=TODAY, at=NOW)
    with pytest.raises(Refused):
        draft_bulletin(layout="quarterly", period=Period.parse("2014-Q1"), by=planned.post["clerk"], on=TODAY, at=NOW)


def test_issuing_needs_frozen_figures_and_no_fault(planned: World, circular: Bulletin) -> None:
    """Not frozen: refused. A number typed by hand: refused with the checker's sentence, and nothing is numbered."""
    chair = planned.post["chair"]
    with pytest.raises(Problem, match="冻结"):
        issue_bulletin(bulletin=circular, by=chair, on=TODAY, at=NOW)
    freeze_figures(bulletin=circular, by=chair, on=TODAY, at=NOW)
    write_slot(bulletin=circular, part="problems", text="联系人身份证320924199001010012。", by=chair, at=NOW)
    with pytest.raises(Problem, match="校核"):
        issue_bulletin(bulletin=circular, by=chair, on=TODAY, at=NOW)
    circular.refresh_from_db()
    assert circular.number == "" and circular.paper is None


def _failed(bulletin: Bulletin) -> list:
    verdicts = verdicts_of(bulletin, content_of(bulletin, TODAY), TODAY)
    return [verdict for verdict in verdicts if verdict.verdict == "fail"]


def _faults(bulletin: Bulletin, word: str) -> list:
    return [verdict for verdict in _failed(bulletin) if word in verdict.id]
