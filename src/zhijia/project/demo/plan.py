"""The plan of the year and the notice of the founding month: read in, confirmed, divided, handed out, signed for."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files

from zhijia.orgs.models import Organisation
from zhijia.project.demo.days import YEAR, moment
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.sizes import Sizes
from zhijia.project.demo.tree import Tree
from zhijia.targets.actions import (
    ClauseValues,
    confirm_clause,
    create_plan,
    draft_orders,
    edit_requirements,
    issue_orders,
    reject_clause,
    split_target,
)
from zhijia.targets.models import Clause, Order, Plan, Target
from zhijia.targets.queries import proposed_split
from zhijia.targets.schedule import line_for

PLAN_DAY, PLAN_ISSUED = dt.date(2014, 1, 20), dt.date(2014, 1, 24)
CAMPAIGN_DAY, CAMPAIGN_ISSUED = dt.date(2014, 4, 25), dt.date(2014, 4, 28)
CAMPAIGN_UNIONS, CAMPAIGN_MEMBERS = "campaign-unions", "campaign-members"
_TOWNS_ONLY = ("large-cleared", "two-new-founded", "new-union-wage-rate")
_ENTERPRISES_ONLY = ("single-union-wage-rate", "wage-bargaining-rate", "safety-contract-rate", "women-contract-rate")
_WITHOUT_ENTERPRISES = ("education", "health", "offices")
_READ_AS: Sequence[tuple[str, str]] = (
    ("单独建会企业", "single-union-wage-rate"),
    ("新建会企业", "new-union-wage-rate"),
    ("突击月内全县新建", CAMPAIGN_UNIONS),
    ("突击月内全县新发展", CAMPAIGN_MEMBERS),
)
_NOT_YET: Mapping[str, str] = {
    "贷款": "贷款台账尚未启用，暂由帮扶部门单独统计",
    "职工之家": "建家评定按三年规划另行下达",
}
_REQUIREMENTS = "按序时进度推进，每月末核对台账。\n完不成的要及时反馈原因和措施。"


@dataclass(frozen=True)
class Paper:
    """A plan or notice: its file, title and kind."""

    file: str
    title: str
    kind: str
    day: dt.date
    issued: dt.date


YEARLY = Paper("plan.txt", "2014年全县工会重点工作计划", Plan.Kind.PLAN, PLAN_DAY, PLAN_ISSUED)
CAMPAIGN = Paper("campaign.txt", "工会组建突击月活动通知", Plan.Kind.NOTICE, CAMPAIGN_DAY, CAMPAIGN_ISSUED)


def hand_out(paper: Paper, tree: Tree, posts: Posts, sizes: Sizes) -> list[Order]:
    """From the words of a paper to the orders of the committees."""
    plan = create_plan(
        year=YEAR, title=paper.title, text=_text(paper.file, sizes), kind=paper.kind, by=posts["office"],
        at=moment(paper.day, 14), source_name=paper.file,
    )  # fmt: skip
    for clause in plan.clauses.all():
        for target in _decide(clause, posts, moment(paper.day, 15)):
            _divide(target, tree, posts, sizes, moment(paper.day, 16))
    orders = draft_orders(year=YEAR, by=posts["chair"], at=moment(paper.issued, 9))
    for order in orders:
        edit_requirements(order=order, text=_REQUIREMENTS, by=posts["chair"])
    return issue_orders(orders=orders, by=posts["chair"], on=paper.issued, at=moment(paper.issued, 10))


def _text(file: str, sizes: Sizes) -> str:
    towns = sum(place.is_town for place in PLACES)
    return files("zhijia.project.demo").joinpath(file).read_text("utf-8").format(
        new_unions=sizes.new_unions, new_members=sizes.new_members,
        campaign_unions=sizes.campaign_unions * towns, campaign_members=sizes.campaign_members * towns,
    )  # fmt: skip


def _decide(clause: Clause, posts: Posts, at: dt.datetime) -> list[Target]:
    """Confirm what has an indicator, set aside what will be counted later, leave the rest for the officer."""
    indicator = next((key for words, key in _READ_AS if words in clause.text), clause.indicator)
    if indicator:
        values = ClauseValues(
            value=clause.value, value_max=clause.value_max, unit=clause.unit, comparator=clause.comparator,
            due=clause.due, subject=clause.subject, indicator=indicator,
        )  # fmt: skip
        return confirm_clause(clause=clause, values=values, by=posts["office"], at=at)
    reason = next((reason for words, reason in _NOT_YET.items() if words in clause.text), "")
    if reason:
        reject_clause(clause=clause, reason=reason, by=posts["office"], at=at)
    return []


def _divide(target: Target, tree: Tree, posts: Posts, sizes: Sizes, at: dt.datetime) -> None:
    key, parts = _parts(target, tree, sizes, at.date())
    split_target(target=target, parts=parts, key=key, by=posts["office"], at=at)


def _parts(target: Target, tree: Tree, sizes: Sizes, on: dt.date) -> tuple[str, Mapping[Organisation, Decimal]]:
    """The founding month asks the same of every town; rates ask the same of all whom they concern."""
    month = {CAMPAIGN_UNIONS: sizes.campaign_unions, CAMPAIGN_MEMBERS: sizes.campaign_members}
    if target.indicator in month:
        towns = [tree.committees[place.login] for place in PLACES if place.is_town]
        return "by-hand", {town: Decimal(month[target.indicator]) for town in towns}
    key = "same-value" if target.unit == "%" else line_for(target.indicator).split
    concerned = {tree.committees[place.login].pk for place in PLACES if _concerns(target.indicator, place.login)}
    split = proposed_split(target, key, on)
    if target.unit != "%":
        return key, {part.unit: part.value for part in split.parts}
    return key, {part.unit: part.value for part in split.parts if part.unit.pk in concerned}


def _concerns(indicator: str, login: str) -> bool:
    """Whether a committee has anything that the indicator counts."""
    place = next(place for place in PLACES if place.login == login)
    if indicator in _TOWNS_ONLY:
        return place.is_town
    return not (indicator in _ENTERPRISES_ONLY and login in _WITHOUT_ENTERPRISES)
