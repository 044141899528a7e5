"""Money and honours of the small county: what 合德纺织 was granted and one of its members was paid, before this year.

Its persons hold no post any more and have numbers nobody else will get, so the steps of the batch are booked as they stand in the old papers.
"""

import datetime as dt
from typing import Any

from zhijia.ledger.actions import Result, add_payment, add_quota, draft_batch, grant_standing, open_fund, record_results
from zhijia.ledger.actions.booking import book
from zhijia.ledger.actions.funds import move
from zhijia.ledger.models import Batch, BatchStep, Payment
from zhijia.ledger.once import scheme_once

ON = dt.date(2013, 1, 15)
AT = dt.datetime(2013, 1, 15, 9, tzinfo=dt.UTC)
PAID_FEN = 50_000
STEPS = (("drafted", "checked", 900_000_002), ("checked", "approved", 900_000_003), ("approved", "sent", 900_000_002))


def pay_warmth(union: Any, member: Any, by: Any) -> Payment:
    """An honour of 2012, and a festival visit of 2013 in goods."""
    grant_standing(holder=union, kind="honour", level="county", on=dt.date(2012, 5, 1), by=None, at=AT,
                   decision="川工发〔2012〕9号")  # fmt: skip
    paper = {"document": "川工财〔2013〕1号", "on": ON, "by": None, "at": AT}
    fund = open_fund(key="warmth", title="送温暖资金", source="6", kinds=["warmth"], methods=["goods", "bank"], **paper)
    add_quota(fund=fund, year=2013, amount_fen=PAID_FEN, **paper)
    batch = draft_batch(fund=fund, year=2013, title="2013年两节慰问", purpose="两节慰问", on=ON, by=by, at=AT,
                        notice_days=0, answered=True)  # fmt: skip
    payment = add_payment(
        sheet=batch, payee=member, kind="warmth", method="goods", amount_fen=PAID_FEN, purpose="米油慰问", on=ON,
        by=None, at=AT, once=[scheme_once(scheme="warmth", per=(str(member.pk), "2013"))],
    )  # fmt: skip
    for number, (came_from, state, person) in enumerate(STEPS, start=2):
        _step(batch, number, came_from, state, person)
    record_results(sheet=batch, results=[Result(payment.pk, "paid", ON)], by=None, at=AT)
    return payment


def _step(batch: Batch, number: int, came_from: str, state: str, person: int) -> None:
    money = None
    if state == "approved":
        money = move(fund=batch.fund, year=batch.year, kind="approved", amount_fen=-PAID_FEN, on=ON, by=None, at=AT,
                     sheet=batch)  # fmt: skip
    step = BatchStep(sheet=batch, number=number, came_from=came_from, state=state, on=ON, person=person,
                     actor="已离任", move=money)  # fmt: skip
    book(step, by=None, at=AT)
