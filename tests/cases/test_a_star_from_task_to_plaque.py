"""A union's star by eight people: task, pre-score, self, application, town, department, panel of five, notice, plaque."""

import datetime as dt
from itertools import count
from typing import Any

import pytest

from tests.cases.foundings import at
from tests.schemes.assessments.test_stars_are_scored_as_the_clerk_reads_them import TABLE
from tests.world import TODAY, World
from zhijia.assessment.actions.surveys import enter_paper_survey
from zhijia.assessment.checks import check_every_frozen_sheet_can_be_made_again
from zhijia.assessment.models import FrozenSheet
from zhijia.assessment.queries import evidence
from zhijia.assessment.queries.scores import score_of
from zhijia.cases.actions import open_case, publish_notice, return_case, take_step
from zhijia.cases.actions.panels import recuse, score, seat_panel
from zhijia.cases.models import Case
from zhijia.evidence import papers
from zhijia.kit.problem import Problem, Refused
from zhijia.ledger.queries.standings import held_on
from zhijia.schemes.assessments.evidence import Seen, Value

_keys = count(1)
PANEL = ("office", "organiser", "siming", "education", "chair")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF engine has tests of its own; the figures of a good year stand in for those of the small world."""
    monkeypatch.setattr(papers, "to_pdf", lambda paper, fonts: b"%PDF-")

    def good_year(own: Any, asked: Any, judged: Any) -> Seen:
        pairs = {key: str(one).split("/") for key, one in TABLE["base"].items()}
        return Seen({key: Value(*map(int, pair)) for key, pair in pairs.items()}, asked or {}, judged or {})

    monkeypatch.setattr("zhijia.assessment.queries.scores.seen_of", good_year)
    assert evidence.seen_of is not good_year


class Rating:
    """One case on its day."""

    def __init__(self, county: World) -> None:
        """Opened by the organising department about 合德机械, which has a chair."""
        self.county, self.day = county, TODAY
        members = {"4": 30, "3": 8, "2": 1, "1": 0}
        enter_paper_survey(organisation=county.org["合德机械"], kind="E", members=40, invited=40,
                           counts={"home": members, "contracts": members}, by=county.post["hede"], on=TODAY, at=at(TODAY))  # fmt: skip
        self.case: Case = open_case(procedure="star", row=county.union["合德机械"], answers={}, by=county.post["organiser"],
                                    on=TODAY, at=at(TODAY), key="star")  # fmt: skip

    def told(self, who: str) -> dict[str, Any]:
        """A click of somebody."""
        self.case.refresh_from_db()
        return {"case": self.case, "by": self.county.post[who], "on": self.day, "at": at(self.day), "key": f"star-{next(_keys)}",
                "seen": self.case.records.count()}  # fmt: skip

    def to_the_panel(self) -> None:
        """Six steps by five people."""
        take_step(**self.told("organiser"), answers={"target": "3"})
        take_step(**self.told("shop"))
        take_step(**self.told("shop"), answers={**columns("self", "excellent"), "account": "全年建家"})
        take_step(**self.told("shop"))
        take_step(**self.told("hede"), outcome="recommend", answers=columns("town", "good"))
        take_step(**self.told("office"), outcome="pass", answers=columns("dept", "good"))

    def scored(self) -> None:
        """Five members, of whom one stands back."""
        seat_panel(**self.told("organiser"), members=[self.county.post[key] for key in PANEL])
        for key, given in zip(PANEL, ("60", "70", "80", "90"), strict=False):
            score(**self.told(key), score=given, text="")
        recuse(**self.told("chair"), reason="曾任该公司党委书记")
        take_step(**self.told("organiser"))

    def announced(self, star: str) -> None:
        """Hung out for five working days."""
        publish_notice(**self.told("organiser"), title="拟命名职工之家公示", lines=[("单位", "合德机械")], contact="县总 0515-12345678",
                       opens=self.day, closes=self.day + dt.timedelta(days=10), place="board", token="t" * 32,
                       answers={"star": star})  # fmt: skip


def columns(prefix: str, level: str) -> dict[str, str]:
    """One level for all four judged parts."""
    return {f"{prefix}_{key}": level for key in ("A8", "F3", "G1", "G2")}


def test_from_task_to_plaque(county: World) -> None:
    """Three stars at a first rating; sheets fixed at four stages can be made again; the papers are there."""
    rating = Rating(county)
    rating.to_the_panel()
    rating.scored()
    assert rating.case.records.filter(step="panel", verb="done").get().data["made"]["mean"] == "75.00"
    rating.announced("3")
    rating.day += dt.timedelta(days=11)
    take_step(**rating.told("organiser"))
    take_step(**rating.told("chair"), outcome="name")
    take_step(**rating.told("organiser"))
    rating.case.refresh_from_db()
    assert not rating.case.open
    named = rating.case.records.get(step="name").data["made"]
    assert (named["star"], named["subsidy"]) == (3, 3000)
    stages = list(FrozenSheet.objects.order_by("id").values_list("stage", "star"))
    assert stages == [("prescored", 0), ("submitted", 0), ("checked", 3), ("decided", 3)]
    assert list(check_every_frozen_sheet_can_be_made_again()) == []
    held = held_on(rating.day).filter(kind="star")
    assert [(one.organisation.short_name, one.level, one.until.year) for one in held] == [
        ("合德机械", "three-star", 2017)
    ]
    codes = [paper.code for record in rating.case.records.all() for paper in record.papers.all()]
    assert codes == ["F3-02", "F3-07", "F3-08"]
    record = score_of(county.post["chair"], county.org["合德机械"].pk, rating.day).record
    assert (record.rated, record.star) == (True, 3)


def test_no_more_is_announced_than_was_reached(county: World) -> None:
    """Four stars are not to be had at a first rating."""
    rating = Rating(county)
    rating.to_the_panel()
    rating.scored()
    rating.announced("4")
    rating.day += dt.timedelta(days=11)
    with pytest.raises(Problem, match="可评3星，不能公示为4星"):
        take_step(**rating.told("organiser"))


def test_a_panel_of_four_is_refused(county: World) -> None:
    """Five at least, and an odd number."""
    rating = Rating(county)
    rating.to_the_panel()
    with pytest.raises(Problem, match="至少5人"):
        seat_panel(**rating.told("organiser"), members=[county.post[key] for key in PANEL[:4]])


def test_the_town_sends_it_back_and_a_stranger_may_not_act(county: World) -> None:
    """What was fixed before stays; the next application is fixed beside it."""
    rating = Rating(county)
    for who, answers in (
        ("organiser", {"target": "3"}),
        ("shop", {}),
        ("shop", {**columns("self", "good"), "account": "建家"}),
    ):
        take_step(**rating.told(who), answers=answers)
    take_step(**rating.told("shop"))
    with pytest.raises(Refused):
        take_step(**rating.told("siming"), outcome="recommend", answers=columns("town", "good"))
    return_case(**rating.told("hede"), to="self", reason="请补充场地照片")
    rating.case.refresh_from_db()
    assert rating.case.step == "self"


def test_a_federation_is_not_rated(county: World) -> None:
    """Grassroots unions only."""
    row = county.union["合德机械"]
    row.kind = "31"
    with pytest.raises(Problem, match="不是"):
        open_case(procedure="star", row=row, answers={}, by=county.post["organiser"], on=TODAY, at=at(TODAY), key="x")
