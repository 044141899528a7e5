"""The campaign month: days in the catalogue, figures from the registers, classes over both targets, told every Friday."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.world import NOW, TODAY, World, add_member
from zhijia.bulletins.actions import draft_bulletin, freeze_figures
from zhijia.bulletins.content import load
from zhijia.bulletins.queries import content_of, paper_of
from zhijia.indicators.queries import figure
from zhijia.kit.period import Period
from zhijia.kit.problem import Problem
from zhijia.papers.paper import full_text
from zhijia.registers.base.window import Window
from zhijia.targets.actions import ClauseValues, add_clause, confirm_clause, create_plan, split_target
from zhijia.targets.queries.campaigns import campaign_board, campaign_of
from zhijia.targets.rules import Outcome, campaign_score_of

TEXT = "突击月内新建基层工会两家，6月30日前完成。突击月内新发展会员六人，6月30日前完成。"
NAME = "founding-month.2014"
Enter = Callable[[World, str], Client]


@pytest.fixture
def campaign(county: World) -> World:
    """合德 and 四明 are to found one union and admit three members each. 四明 did both on 20 May."""
    chair = county.post["chair"]
    plan = create_plan(year=2014, title="工会组建突击月活动通知", text=TEXT, by=chair, at=NOW)
    for key, value, unit, part, (start, end) in (
        ("campaign-unions", 2, "家", 1, (0, 21)), ("campaign-members", 6, "人", 3, (21, len(TEXT))),
    ):  # fmt: skip
        plan.clauses.filter(state="proposed", start__lt=end, end__gt=start).delete()
        clause = add_clause(plan=plan, start=start, end=end, by=chair)
        values = ClauseValues(Decimal(value), None, unit, ">=", dt.date(2014, 6, 30), "突击月", key, "county")
        (whole,) = confirm_clause(clause=clause, values=values, by=chair, at=NOW)
        parts = {county.org[town]: Decimal(part) for town in ("合德镇", "四明镇")}
        split_target(target=whole, parts=parts, key="by-hand", by=chair, at=NOW)
    return county


def test_its_days_come_from_the_catalogue_for_the_year_asked(county: World) -> None:
    """Whatever day of the year one looks; in a year without the campaign there is nothing."""
    place = county.org["县总"]
    assert figure("campaign-unions", place, Window.year_to(TODAY)).top == 1
    assert figure("campaign-members", place, Window.year_to(dt.date(2014, 12, 31))).top == 3
    assert figure("campaign-unions", place, Window.year_to(dt.date(2014, 5, 19))).top == 0
    assert figure("campaign-unions", place, Window.year_to(dt.date(2015, 6, 1))).top == 0


def test_every_friday_and_the_last_day(campaign: World) -> None:
    """Nine Fridays and 30 June; the union of 20 May stands from the fourth Friday on."""
    board = campaign_board(campaign.post["chair"], campaign_of(NAME), TODAY)
    assert [f"{day:%m%d}" for day in board.weeks] == [
        "0502", "0509", "0516", "0523", "0530", "0606", "0613", "0620", "0627", "0630",
    ]  # fmt: skip
    siming = next(line for line in board.lines if line.unit.name == "四明镇")
    assert [one.top for one in siming.tasks[0].weeks] == [0, 0, 0, 1, 1, 1, 1, 1, 1, 1]
    assert board.whole is not None and [one.top for one in board.whole.tasks[1].weeks][-1] == 3


def test_the_classes_are_over_both_targets(campaign: World) -> None:
    """四明 did both; 合德 nothing, then one member: partly; the schools have no target and are not named."""
    board = campaign_board(campaign.post["chair"], campaign_of(NAME), TODAY)
    assert [line.unit.name for line in board.of(Outcome.FULL)] == ["四明镇"]
    assert [line.unit.name for line in board.of(Outcome.IDLE)] == ["合德镇"]
    add_member(campaign, "合德纺织", 71, joined=dt.date(2014, 6, 20))
    board = campaign_board(campaign.post["chair"], campaign_of(NAME), TODAY)
    (hede,) = board.of(Outcome.PARTLY)
    assert (hede.unit.name, hede.score) == ("合德镇", Fraction(100, 6))


def test_more_than_all_counts_as_all() -> None:
    """Twice the unions and half the members: 75; without data: nothing."""
    assert campaign_score_of([Fraction(2), Fraction(1, 2)]) == 75
    assert campaign_score_of([Fraction(2), None]) == 50
    assert campaign_score_of([]) is None


def test_before_it_begins_there_is_nothing_to_tell(campaign: World, enter: Enter) -> None:
    """An empty page with its sentence, no fault."""
    board = campaign_board(campaign.post["chair"], campaign_of(NAME), dt.date(2014, 4, 30))
    assert board.weeks == () and board.lines == ()


def test_page_and_sheet_show_the_same(campaign: World, enter: Enter) -> None:
    """Names by class, a figure in every cell; the sheet in the page's shape; a town sees itself alone."""
    page = enter(campaign, "chair").get(f"/campaigns/{NAME}/")
    text = page.content.decode()
    assert "四明镇" in text and 'data-figure="campaign-unions"' in text and "06-27" in text
    sheet = load_workbook(BytesIO(enter(campaign, "chair").get(f"/campaigns/{NAME}/export/").content)).active
    rows = {row[0]: row for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert rows["四明镇"][1] == "全面完成" and rows["四明镇"][2:7] == (1, 0, 0, 0, 1)
    assert "四明镇" not in enter(campaign, "hede").get(f"/campaigns/{NAME}/").content.decode()
    assert enter(campaign, "chair").get("/campaigns/none.2014/").status_code == 404


def test_its_circular_names_the_classes_and_only_its_own_tasks(campaign: World) -> None:
    """Through the one engine of circulars, for a month of the campaign; the frozen content comes back whole."""
    chair = campaign.post["chair"]
    with pytest.raises(Problem, match="没有开展这项活动"):
        draft_bulletin(layout="campaign", period=Period.parse("2014-03"), by=chair, on=TODAY, at=NOW)
    made = draft_bulletin(layout="campaign", period=Period.parse("2014-06"), by=chair, on=TODAY, at=NOW)
    frozen = freeze_figures(bulletin=made, by=chair, on=TODAY, at=NOW)
    content = content_of(frozen, TODAY)
    assert load(frozen.content).data.parts[1] == content.data.parts[1]
    text = full_text(paper_of(content, TODAY))
    assert "全面完成的1个：四明镇" in text and "尚未启动的1个：合德镇" in text
    assert "活动目标2家" in text and "年度目标" not in text and "工资" not in text


def test_both_kinds_of_circular_are_offered(campaign: World, enter: Enter) -> None:
    """Closed quarters, and the closed months of the campaign."""
    client = enter(campaign, "chair")
    page = client.get("/bulletins/").content.decode()
    assert 'value="quarterly:2014-Q2"' in page and 'value="campaign:2014-05"' in page
    assert client.post("/bulletins/new/", {"period": "campaign:2014-05"}).status_code == 302
    assert 'value="campaign:2014-05"' not in client.get("/bulletins/").content.decode()
