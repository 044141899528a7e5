"""Scores of the small world: from registers, surveys and judgements; scope; queries that do not grow."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.doubled import double
from tests.world import NOW, TODAY, World
from zhijia.assessment.actions.judging import judge
from zhijia.assessment.actions.surveys import enter_paper_survey
from zhijia.assessment.models import Judgement
from zhijia.assessment.queries.scores import score_of, scores
from zhijia.kit.problem import NotFound, Problem, Refused

Enter = Callable[[World, str], Client]
YES = {"4": 20, "3": 12, "2": 1, "1": 0}


def asked(county: World, **counts: dict[str, int]) -> None:
    """A survey of 合德纺织 on paper: 40 members, all invited."""
    enter_paper_survey(organisation=county.org["合德纺织"], kind="E", members=40, invited=40, counts=counts,
                       by=county.post["hede"], on=TODAY, at=NOW)  # fmt: skip


def test_every_union_of_the_subtree_and_no_other(county: World) -> None:
    """The county sees six, a committee its own, a union itself."""
    seen = {
        key: [str(one.organisation) for one in scores(county.post[key], TODAY)] for key in ("chair", "hede", "clerk")
    }
    assert len(seen["chair"]) == 6 and seen["clerk"] == ["合德纺织"]
    assert seen["hede"] == ["合德纺织", "合德机械", "合德商贸"]
    with pytest.raises(NotFound, match="不在您的管理范围内"):
        score_of(county.post["hede"], county.org["四明木业"].pk, TODAY)


def test_points_come_from_the_registers(county: World) -> None:
    """合德纺织 by hand: reply 1 and a certificate to 31 July 2, term overdue by 100 days 1, congress with papers 4, two
    quarters disclosed 1.5, four of five proposals 1.5, wage contract of last September 5, nobody asked 0."""
    one = score_of(county.post["clerk"], county.org["合德纺织"].pk, TODAY)
    points = {key: one.sheet.line(key).points for key in ("A1", "A2", "B1", "B2", "B3", "C2", "D4")}
    assert points == {"A1": 3, "A2": 1, "B1": 4, "B2": Decimal("1.5"), "B3": Decimal("1.5"), "C2": 5, "D4": 0}
    assert one.sheet.open == 14, "seven to be judged, seven to be asked"


def test_a_veto_bars_in_the_list(county: World) -> None:
    """Wage arrears of 四明化工."""
    vetoed = [str(one.organisation) for one in scores(county.post["chair"], TODAY) if one.verdict.vetoes]
    assert vetoed == ["四明化工"]


def test_a_survey_on_paper_gives_its_points(county: World) -> None:
    """32 of 33 content: 97 percent."""
    asked(county, home=YES, contracts=YES)
    sheet = score_of(county.post["clerk"], county.org["合德纺织"].pk, TODAY).sheet
    assert (sheet.line("D4").points, sheet.line("C8").points, sheet.open) == (4, 3, 7)


def test_too_few_answers_do_not_count(county: World) -> None:
    """Two thirds of forty are 26.67; twenty-six are not enough on paper."""
    few = {"4": 26, "3": 0, "2": 0, "1": 0}
    asked(county, home=few, contracts=few)
    assert score_of(county.post["clerk"], county.org["合德纺织"].pk, TODAY).sheet.line("D4").points == 0


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"home": {"4": 41}, "contracts": YES}, "多于邀请的40人"),
        ({"home": {"9": 1}, "contracts": YES}, "没有这个选项"),
        ({"home": {"4": -1}, "contracts": YES}, "不能小于零"),
        ({"home": YES, "contracts": {"4": 1}}, "各题的答卷数应相同"),
    ],
)
def test_counts_that_cannot_be_are_refused(county: World, counts: dict[str, dict[str, int]], said: str) -> None:
    """Nothing is kept."""
    with pytest.raises(Problem, match=said):
        asked(county, **counts)


def test_the_town_judges_its_own_and_a_later_column_counts(county: World) -> None:
    """F3 by the town: fair; by the department: good. What the union says of itself does not count."""
    told = {"organisation": county.org["合德纺织"], "on": TODAY, "at": NOW}
    judge(column="1-self", levels={"F3": "excellent"}, by=None, **told)
    assert score_of(county.post["clerk"], county.org["合德纺织"].pk, TODAY).sheet.line("F3").points == 0
    judge(column="2-town", levels={"F3": "fair"}, by=county.post["hede"], **told)
    judge(column="3-dept", levels={"F3": "good"}, by=county.post["organiser"], **told)
    assert score_of(county.post["clerk"], county.org["合德纺织"].pk, TODAY).sheet.line("F3").points == Decimal("2.25")
    with pytest.raises(Refused):
        judge(column="2-town", levels={"F3": "poor"}, by=county.post["siming"], **told)


@pytest.mark.parametrize(
    ("levels", "said"), [({"F9": "good"}, "没有要人工评定的“F9”"), ({"F3": "great"}, "可选：优、良、中、差")]
)
def test_what_nobody_judges_is_refused(county: World, levels: dict[str, str], said: str) -> None:
    """Part or level."""
    with pytest.raises(Problem, match=said):
        judge(
            organisation=county.org["合德纺织"],
            column="2-town",
            levels=levels,
            by=county.post["hede"],
            on=TODAY,
            at=NOW,
        )
    assert not Judgement.objects.exists()


def test_queries_do_not_grow_with_the_unions(county: World) -> None:
    """The same for a county twice the size."""

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            scores(county.post["chair"], TODAY)
        return len(queries)

    before, unions = count(), len(scores(county.post["chair"], TODAY))
    double(county)
    assert len(scores(county.post["chair"], TODAY)) == unions + 12
    assert count() == before


def test_the_list_and_the_sheet(county: World, enter: Enter) -> None:
    """Filters narrow, a name opens its sheet with reasons, the rows and what would lift it."""
    client = enter(county, "chair")
    page = client.get("/stars/").content.decode()
    assert page.count('<th scope="row"><a href="/stars/') == 6 and "四明化工" in page
    only = client.get("/stars/?star=veto").content.decode()
    assert only.count('<th scope="row"><a href="/stars/') == 1 and "四明化工" in only
    assert "没有符合条件的工会" in client.get("/stars/?star=3").content.decode()
    ordered = client.get("/stars/?order=-score").content.decode()
    assert ordered.index("合德纺织</a>") < ordered.index("四明木业</a>")
    sheet = client.get(f"/stars/{county.org['合德纺织'].pk}/?lift=2").content.decode()
    assert "80%，在50%至90%之间按比例，得1.5分" in sheet and 'data-figure="proposals-closed"' in sheet
    assert "怎样达到“合格职工之家（二星）”" in sheet and "补台账还不够" in sheet


def test_a_day_that_is_none_is_said(county: World, enter: Enter) -> None:
    """One sentence, no traceback."""
    answer = enter(county, "chair").get("/stars/?as_of=2014-13-40")
    assert answer.status_code == 400 and "不合要求" in answer.content.decode()


def test_last_year_is_scored_as_it_was(county: World) -> None:
    """The congress of January is not yet held on 31 December."""
    one = score_of(county.post["clerk"], county.org["合德纺织"].pk, dt.date(2013, 12, 31))
    assert one.sheet.line("B1").points == 0
