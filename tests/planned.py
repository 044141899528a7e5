"""A county with a plan: two county targets, split over the committees, and the circular of the second quarter.

Offered to all tests by tests/conftest.py, since pages and circulars both need it.
"""

import datetime as dt
from decimal import Decimal

import pytest

from tests.world import NOW, TODAY, World
from zhijia.accounts.models import Post
from zhijia.bulletins.actions import draft_bulletin
from zhijia.bulletins.models import Bulletin
from zhijia.kit.period import Period
from zhijia.orgs.queries import committees
from zhijia.targets.actions import (
    ClauseValues,
    add_clause,
    confirm_clause,
    create_plan,
    draft_orders,
    issue_orders,
    sign_for,
    split_target,
)
from zhijia.targets.models import Plan

TEXT = "全年新建工会四家，九月底前完成；已建会企业工资协商建制率达到90%，八月底前完成。"


@pytest.fixture
def planned(county: World) -> World:
    """Four new unions (合德 1, 四明 3, 县教育 0) and 90 % wage bargaining for everybody."""
    chair = county.post["chair"]
    plan = create_plan(year=2014, title="二〇一四年工作要点", text=TEXT, by=chair, at=NOW)
    _confirm(plan, chair, 0, 17, ClauseValues(
        Decimal(4), None, "家", ">=", dt.date(2014, 9, 30), "新建工会", "new-unions", "county"))  # fmt: skip
    _confirm(plan, chair, 18, len(TEXT), ClauseValues(
        Decimal(90), None, "%", ">=", dt.date(2014, 8, 31), "工资协商", "wage-bargaining-rate", "county"))  # fmt: skip
    return county


def _confirm(plan: Plan, chair: Post, start: int, end: int, values: ClauseValues) -> None:
    for clause in plan.clauses.filter(state="proposed"):
        if clause.start < end and start < clause.end:
            clause.delete()
    clause = add_clause(plan=plan, start=start, end=end, by=chair)
    (whole,) = confirm_clause(clause=clause, values=values, by=chair, at=NOW)
    nodes = {str(node): node for node in committees()}
    if values.unit == "家":
        parts, key = {nodes["合德镇"]: Decimal(1), nodes["四明镇"]: Decimal(3)}, "equal"
    else:
        parts, key = {node: Decimal(90) for node in nodes.values()}, "same-value"
    split_target(target=whole, parts=parts, key=key, by=chair, at=NOW)


@pytest.fixture
def ordered(planned: World) -> World:
    """The plan handed down: every order issued, that of 合德镇 signed for."""
    chair = planned.post["chair"]
    orders = issue_orders(orders=draft_orders(year=2014, by=chair, at=NOW), by=chair, on=TODAY, at=NOW)
    mine = next(order for order in orders if order.organisation_id == planned.org["合德镇"].pk)
    sign_for(order=mine, by=planned.post["hede"], on=TODAY, at=NOW)
    return planned


@pytest.fixture
def circular(planned: World) -> Bulletin:
    """The draft of the second quarter."""
    return draft_bulletin(
        layout="quarterly", period=Period.parse("2014-Q2"), by=planned.post["chair"], on=TODAY, at=NOW
    )
