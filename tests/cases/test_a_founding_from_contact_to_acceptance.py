"""The fifteen steps: a founding counts at the reply, as standardised at the acceptance; its papers come from its facts."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import pytest
from docx import Document

from tests.cases.foundings import ANSWERS, Founding, at
from tests.world import TODAY, World
from zhijia.cases.actions import change_answers, end_case, open_case, return_case, take_step
from zhijia.cases.checks import check_every_case_stands_where_its_records_say, check_every_decision_can_be_made_again
from zhijia.cases.models import CasePaper
from zhijia.evidence import papers
from zhijia.indicators.queries import figures
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.registers.base.window import Window
from zhijia.registers.organising.models import Employer, Union, UnionTerm


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF engine has tests of its own."""
    monkeypatch.setattr(papers, "to_pdf", lambda paper, fonts: b"%PDF-")


@pytest.fixture
def founding(county: World) -> Iterator[Founding]:
    """新星电子, eighty employees, no union."""
    yield Founding(county)


def value(county: World, indicator: str, day: dt.date) -> Any:
    """A figure of the county."""
    place, window = county.org["县总"], Window.year_to(day)
    return figures([indicator], [window], [place], place)[indicator, place.pk, window]


def test_all_fifteen_steps(founding: Founding, county: World) -> None:
    """Counted at step ten, standardised at step fourteen, each on its own day."""
    before = value(county, "new-unions", TODAY).value
    founding.until("reply")
    assert value(county, "new-unions", founding.day).value == before
    replied = founding.day
    founding.go()
    employer = Employer.objects.get(pk=county.employer["合德镇未建"].pk)
    union = Union.objects.get(pk=employer.union_id)
    assert (union.founded_on, union.name, union.reply_no) == (
        replied,
        "合德镇新星电子有限公司工会委员会",
        "海工复〔2014〕3号",
    )
    assert union.requested_on == TODAY and UnionTerm.objects.get(union=union).ends_on == dt.date(2017, 7, 17)
    assert value(county, "new-unions", replied).value == before + 1
    assert founding.case.__class__.objects.get(pk=founding.case.pk).organisation == union.organisation
    share = value(county, "standardised-share", replied)
    founding.until("standard")
    founding.day += dt.timedelta(days=20)
    founding.go()
    assert value(county, "standardised-share", founding.day).top == share.top + 1
    assert Union.objects.get(pk=union.pk).standardised_on == founding.day
    founding.until("")
    assert founding.state.name == "CLOSED" and not founding.state.open
    assert not [*check_every_decision_can_be_made_again(), *check_every_case_stands_where_its_records_say()]


def test_the_papers_say_what_the_case_says(founding: Founding) -> None:
    """Request, reply to the group, reply on candidates, report, reply on the election; replies are numbered."""
    founding.until("seal")
    made = {one.code: one for one in CasePaper.objects.all()}
    assert list(made) == ["F2-02", "F2-03", "F2-07", "F2-09", "F2-10"]
    words = {code: text_of(one) for code, one in made.items()}
    assert "现有职工80人，其中女职工40人" in words["F2-02"] and "妥否，请批示。" in words["F2-02"]
    assert "海工复〔2014〕1号" in words["F2-03"] and "张明任组长" in words["F2-03"] and "此复。" in words["F2-03"]
    assert "同意张明为主席候选人" in words["F2-07"]
    assert "应到会62人，实到会58人" in words["F2-09"] and "请批" not in words["F2-09"]
    assert "收悉。经研究，批复如下" in words["F2-10"] and "2017年7月17日届满" in words["F2-10"]


def text_of(paper: CasePaper) -> str:
    """Every word of the .docx."""
    document = Document(io.BytesIO(bytes(paper.paper.docx)))
    return "\n".join(p.text for p in document.element.body.iter() if hasattr(p, "text") and isinstance(p.text, str))


def test_a_step_without_its_paper_is_refused(founding: Founding, county: World) -> None:
    """The sentence names the paper."""
    with pytest.raises(Problem, match="“宣传动员”还缺材料：走访记录"):
        take_step(by=county.post["hede"], answers=ANSWERS["contact"], **founding.told())


@pytest.mark.parametrize(
    ("step", "change", "said"),
    [
        ("request", {"group": "张明、李敏"}, "筹备组应为3至5人，现填2人"),
        ("request", {"group_head": "赵强"}, "组长赵强不在筹备组成员中"),
        ("request", {"union_parent": "320924200002"}, "不在合德镇工会工作委员会之下"),
        ("elect", {"present": "70"}, "多于应到会人数62"),
        ("elect", {"present": "41"}, "应到会62人，实到会41人，至少要到42人"),
        ("elect", {"votes": "31"}, "应到会62人，主席得票31票，至少要32票"),
    ],
)
def test_what_an_election_cannot_be_is_refused(
    founding: Founding, step: str, change: dict[str, str], said: str
) -> None:
    """Group, place, quorum, majority."""
    founding.until(step)
    with pytest.raises(Problem, match=said):
        founding.go(answers={**ANSWERS[step], **change})
    assert founding.state.step is not None and founding.state.step.key == step


def test_an_employer_with_a_union_cannot_begin(county: World) -> None:
    """Nor one whose founding is under way."""
    with pytest.raises(Conflict, match="已经建会"):
        Founding(county, "合德纺织")
    Founding(county)
    with pytest.raises(Conflict, match="已有一个正在办理的“建会办理”"):
        Founding(county)


def test_a_founded_union_is_not_taken_back_by_a_return(founding: Founding, county: World) -> None:
    """Back to a step after the reply, never before it; nor can it be withdrawn any more."""
    founding.until("standard")
    hede = county.post["hede"]
    with pytest.raises(Problem, match="“批复”已经生效"):
        return_case(to="elect", reason="重选", by=hede, **founding.told())
    with pytest.raises(Problem, match="“批复”已经生效"):
        change_answers(answers={"chair": "李敏"}, reason="换人", by=hede, **founding.told())
    with pytest.raises(Refused, match="不能再以“职工撤回”终止"):
        end_case(ending="WITHDRAWN", reason="不办了", by=hede, **founding.told())
    return_case(to="seal", reason="印模不清", by=hede, **founding.told())
    assert founding.state.step is not None and founding.state.step.key == "seal"


def test_a_new_chair_after_approval_goes_back_to_the_approval(founding: Founding, county: World) -> None:
    """The county had approved somebody else."""
    founding.until("report")
    change_answers(answers={"chair": "李敏"}, reason="张明调离", by=county.post["hede"], **founding.told())
    assert founding.state.step is not None and founding.state.step.key == "candidates"


@pytest.mark.parametrize("ending", ["WITHDRAWN", "REFUSED_BY_UNIT", "MERGED_INTO_JOINT"])
def test_the_three_ways_in_which_it_ends_without_a_union(founding: Founding, county: World, ending: str) -> None:
    """The employer stays without one and may begin again."""
    founding.until("recruit")
    end_case(ending=ending, reason="情况有变", by=county.post["hede"], **founding.told())
    assert founding.state.ending == ending and not founding.state.open
    assert Employer.objects.get(pk=county.employer["合德镇未建"].pk).union_id is None
    Founding(county)


def test_an_acceptance_with_a_gap_does_not_pass(founding: Founding, county: World) -> None:
    """Named by item; marks missing or invented are refused too."""
    founding.until("standard")
    hede = county.post["hede"]
    founding.hand_in(hede)
    whole = {
        "six-bodies": dict.fromkeys(("committee", "audit", "women", "congress", "mediation", "law"), "yes"),
        "eight-haves": dict.fromkeys(("leadership", "members", "plaque", "seal", "premises", "systems", "funds", "ledger", "affairs", "finance", "workplace"), "yes"),
    }  # fmt: skip
    for key, name, mark, said in (
        ("eight-haves", "plaque", "no", "“八有三公开”还有未达到的项目：有牌子"),
        ("six-bodies", "law", "exempt", "对这类单位没有豁免规定"),
        ("six-bodies", "law", "", "还没有选择"),
        ("six-bodies", "law", "perhaps", "只能选"),
        ("six-bodies", "poetry", "yes", "没有“poetry”这一项"),
    ):
        marks = {**whole, key: {**whole[key], name: mark}}
        with pytest.raises(Problem, match=said):
            take_step(by=hede, marks=marks, **founding.told())
    take_step(by=hede, marks={**whole, "six-bodies": {**whole["six-bodies"], "women": "exempt"}}, **founding.told())
    kept = founding.state.done["standard"].data["checklists"]["six-bodies"]
    assert kept["marks"]["women"] == "exempt" and kept["preset"] == "committee-first"


def test_a_union_without_a_clerk_is_helped_by_its_committee(founding: Founding, county: World) -> None:
    """And no longer once it has one."""
    from tests.world import LONG_AGO
    from zhijia.accounts.models import Post
    from zhijia.cases.queries import awaiting

    founding.until("seal")
    assert founding.case in awaiting(county.post["hede"], founding.day)
    union = founding.case.__class__.objects.get(pk=founding.case.pk).organisation
    clerk = Post.objects.create(user=county.post["shop"].user, role="union-clerk", organisation=union, since=LONG_AGO)
    assert founding.case not in awaiting(county.post["hede"], founding.day)
    assert founding.case in awaiting(clerk, founding.day)


def test_opening_needs_the_right_and_a_day_that_has_come(county: World) -> None:
    """A clerk of a union may not begin a founding in the town; nobody begins one tomorrow."""
    told = {"procedure": "founding", "row": county.employer["合德镇未建"], "answers": {}, "at": at(TODAY), "key": "k"}
    with pytest.raises(Refused):
        open_case(by=county.post["clerk"], on=TODAY, **told)
    with pytest.raises(Problem, match="还没有到"):
        open_case(by=county.post["hede"], on=TODAY + dt.timedelta(days=1), **told)
