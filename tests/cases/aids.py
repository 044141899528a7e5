"""An application for aid taken step by step by the people of the small world."""

import datetime as dt
from itertools import count
from typing import Any

from tests.world import TODAY, World
from zhijia.cases.actions import open_case, publish_notice, take_step
from zhijia.cases.models import Case, StepRecord
from zhijia.cases.procedures import SUBJECT, evidence_slot
from zhijia.cases.queries import card_of, notice_lines
from zhijia.cases.queries.cards import Card
from zhijia.evidence.actions import attach

_keys = count(1)
POOR = {"family": "3", "income": "52800", "cost": "25000", "loss": "0", "casualty": False, "dwellings": "1", "car": False,
        "business": False, "school": False, "employed_since": "2010-01-01"}  # fmt: skip
PAPERS = ("application", "household", "authorisation", "income-proof", "receipts")


def at(day: dt.date) -> dt.datetime:
    """Ten in the morning."""
    return dt.datetime(day.year, day.month, day.day, 10, tzinfo=dt.timezone(dt.timedelta(hours=8)))


class Aid:
    """One case of living aid, opened by the clerk of 合德纺织 for one of its members."""

    def __init__(self, county: World, **answers: Any) -> None:
        """`answers` differ from those of a poor family of three."""
        self.county, self.day, self.member = county, TODAY, county.members[0]
        self.case: Case = open_case(
            procedure="living-aid", row=self.member, answers={**POOR, **answers}, by=county.post["clerk"], on=TODAY,
            at=at(TODAY), key=self.key(),
        )  # fmt: skip

    @staticmethod
    def key() -> str:
        """A click."""
        return f"aid-{next(_keys)}"

    def card(self, who: str = "clerk") -> Card:
        """The page as somebody sees it."""
        self.case.refresh_from_db()
        return card_of(self.county.post[who], self.case, self.day)

    def told(self, who: str) -> dict[str, Any]:
        """What every act takes."""
        return {"case": self.case, "by": self.county.post[who], "on": self.day, "at": at(self.day), "key": self.key(),
                "seen": StepRecord.objects.filter(case=self.case).count()}  # fmt: skip

    def hand_in(self, *papers: str) -> None:
        """Papers of the application."""
        for paper in papers or PAPERS:
            attach(name=f"{paper}.txt", chunks=[f"{paper} 证明".encode()], subject=SUBJECT, subject_id=self.case.pk,
                   slot=evidence_slot(paper), organisation=self.case.organisation, by=self.county.post["clerk"],
                   at=at(self.day))  # fmt: skip

    def to_the_decision(self) -> None:
        """Checked, passed on, posted for five working days."""
        take_step(**self.told("clerk"), answers={"opinion": "已入户，情况属实"})
        take_step(**self.told("hede"), outcome="pass")
        closes = self.day + dt.timedelta(days=7)
        card = self.card("office")
        publish_notice(
            **self.told("office"), title="拟救助对象公示", lines=notice_lines(card, "web", {}), contact="县总 0515-2345678",
            opens=self.day, closes=closes, place="web", token=self.key(),
        )  # fmt: skip
        self.day = closes + dt.timedelta(days=1)
        take_step(**self.told("office"))

    def decide(self, outcome: str = "grant") -> StepRecord:
        """The chair decides."""
        return take_step(**self.told("chair"), outcome=outcome)
