"""Stars of earlier years, funds with their quotas, festival warmth paid in January, study aid hung out in July."""

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Any

from zhijia.ledger.actions import (
    Account,
    Result,
    add_payment,
    add_quota,
    advance_batch,
    draft_batch,
    grant_standing,
    open_fund,
    record_results,
)
from zhijia.ledger.models import Batch, Fund, Payment
from zhijia.ledger.once import scheme_once, school_year
from zhijia.project.demo.days import OPENING, YEAR, moment
from zhijia.project.demo.dice import stream
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.tree import Tree
from zhijia.registers.base.register import register_of

STARS = (("two-star", 0.22), ("three-star", 0.08), ("four-star", 0.02))
FUNDS = (
    ("warmth", "两节送温暖资金", "6", ("warmth", "temporary"), 60_000, "海工财〔2014〕1号"),
    ("study-aid", "金秋助学资金", "4", ("study",), 200_000, "海财社〔2014〕8号"),
    ("star-subsidy", "职工之家以奖代补资金", "6", ("subsidy",), 80_000, "海工财〔2014〕2号"),
)
WARMED, STUDENTS = 24, 8
JANUARY = (("checked", 8), ("noticed", 8), ("approved", 17), ("sent", 17))
YUAN = 100


def draw_ledger(seed: int, posts: Posts, tree: Tree) -> None:
    """What the ledger held by the end of January."""
    _stars(stream(seed, "stars"), tree)
    funds = [_fund(posts, *line) for line in FUNDS]
    rng = stream(seed, "warmth")
    batch = _batch(posts, funds[0], "2014年两节送温暖", "困难会员慰问", dt.date(YEAR, 1, 7))
    rows = [
        _pay(posts, batch, member, rng.choice((800, 1000, 1500, 2000)), "warmth", dt.date(YEAR, 1, 7), rng)
        for member in _members(rng, WARMED)
    ]
    for to, day in JANUARY:
        _advance(posts, batch, to, dt.date(YEAR, 1, day))
    _answered(posts, batch, rows)


def draft_study_aid(seed: int, posts: Posts) -> None:
    """A batch that hangs out on the day of the demo."""
    rng, day = stream(seed, "study"), dt.date(YEAR, 7, 8)
    batch = _batch(posts, Fund.objects.get(key="study-aid"), "2014年金秋助学第一批", "会员子女升学", day)
    for member in _members(rng, STUDENTS):
        _pay(posts, batch, member, rng.choice((1000, 2000, 3000)), "study", day, rng)
    for to in ("checked", "noticed"):
        _advance(posts, batch, to, day)


def _stars(rng: Random, tree: Tree) -> None:
    """Unions founded before 2012, rated at the end of 2012 or 2013 for three years."""
    every: Any = register_of("organising.union").model._default_manager
    unions = every.filter(founded_on__lt=dt.date(2012, 1, 1))
    for union in unions.select_related("organisation").order_by("pk"):
        drawn, level = rng.random(), ""
        for name, share in STARS:
            drawn -= share
            if drawn < 0:
                level = name
                break
        if level:
            day = dt.date(rng.choice((2012, 2013)), 11, 30)
            grant_standing(holder=union, kind="star", level=level, on=day, until=day.replace(year=day.year + 3),
                           by=None, at=OPENING, decision=f"海工组〔{day.year}〕{rng.randint(20, 40)}号")  # fmt: skip


def _fund(
    posts: Posts, key: str, title: str, source: str, kinds: Sequence[str], quota: int, document: str
) -> Fund:  # fmt: skip
    on = OPENING.date()
    fund = open_fund(key=key, title=title, source=source, kinds=kinds, methods=["bank", "goods"], document=document,
                     on=on, by=posts["finance"], at=OPENING)  # fmt: skip
    add_quota(fund=fund, year=YEAR, amount_fen=quota * YUAN, document=document, on=on, by=posts["finance"], at=OPENING)
    return fund


def _members(rng: Random, count: int) -> list[Any]:
    every: Any = register_of("organising.member").model._default_manager
    rows = every.all().living().filter(state="ACTIVE")
    numbers = rng.sample(list(rows.order_by("pk").values_list("pk", flat=True)[:2000]), count)
    return list(rows.filter(pk__in=numbers).select_related("organisation").order_by("pk"))


def _batch(posts: Posts, fund: Fund, title: str, purpose: str, day: dt.date) -> Batch:
    return draft_batch(fund=fund, year=YEAR, title=title, purpose=purpose, on=day, by=posts["welfare"], at=moment(day))


def _pay(posts: Posts, batch: Batch, member: Any, yuan: int, kind: str, day: dt.date, rng: Random) -> Payment:
    account = Account(f"6229{rng.randrange(10**12):012d}", member.name, "海川农村商业银行")
    payee = f"member:{member.pk}"
    once = (
        school_year(student=payee, year="2014-2015")
        if kind == "study"
        else scheme_once(scheme=kind, per=(payee, "2014"))
    )
    return add_payment(sheet=batch, payee=member, kind=kind, amount_fen=yuan * YUAN, purpose=batch.purpose, on=day,
                       by=posts["welfare"], at=moment(day, 10), account=account, once=[once])  # fmt: skip


def _advance(posts: Posts, batch: Batch, to: str, day: dt.date) -> None:
    by = posts[{"checked": "finance", "noticed": "welfare", "approved": "chair"}.get(to, "finance")]
    advance_batch(sheet=batch, to=to, on=day, by=by, at=moment(day, 11))


def _answered(posts: Posts, batch: Batch, rows: Sequence[Payment]) -> None:
    """The bank paid all but the last, whose account was closed."""
    day = dt.date(YEAR, 1, 20)
    results = [Result(row.pk, "paid", day, receipt=f"2014012000{at:03d}") for at, row in enumerate(rows[:-1], 1)]
    results.append(Result(rows[-1].pk, "bounced", day, reason="账户已销户"))
    record_results(sheet=batch, results=results, by=posts["finance"], at=moment(day, 15))
    _advance(posts, batch, "closed", dt.date(YEAR, 1, 21))
