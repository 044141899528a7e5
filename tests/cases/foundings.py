"""A founding taken step by step by the people of the small world: what each fills in, hands in and decides."""

import datetime as dt
from collections.abc import Mapping
from itertools import count
from typing import Any

from tests.world import TODAY, World
from zhijia.accounts.models import Post
from zhijia.cases.actions import open_case, publish_notice, take_step
from zhijia.cases.actions.papers import SUBJECT, slot_of
from zhijia.cases.models import Case
from zhijia.cases.queries import card_of
from zhijia.cases.rules import State
from zhijia.evidence.actions import attach
from zhijia.schemes.catalogue import catalogue

_keys = count(1)
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "contact": {"will": "2"},
    "request": {
        "union_name": "合德镇新星电子有限公司工会委员会", "union_kind": "40", "group": "张明、李敏、王强", "group_head": "张明",
        "opinions": "职工一致同意，单位支持",
    },
    "recruit": {"members": "62"},
    "groups": {"groups": "4"},
    "nominate": {"chair": "张明", "chair_job": "行政部副经理", "committee": "张明、李敏、王强", "term_years": "3"},
    "elect": {"entitled": "62", "present": "58", "votes": "55"},
}  # fmt: skip
ACTORS = {"committee-chair": "hede", "county-organiser": "organiser"}


def at(day: dt.date) -> dt.datetime:
    """Ten in the morning."""
    return dt.datetime(day.year, day.month, day.day, 10, tzinfo=dt.timezone(dt.timedelta(hours=8)))


class Founding:
    """One case of founding, the day it is, and who acts."""

    def __init__(self, county: World, employer: str = "合德镇未建", day: dt.date = TODAY) -> None:
        """Opened by the committee."""
        self.county, self.day = county, day
        row = county.employer[employer]
        self.case: Case = open_case(
            procedure="founding", row=row, answers={}, by=county.post["hede"], on=day, at=at(day), key=self.key()
        )

    @staticmethod
    def key() -> str:
        """A click."""
        return f"founding-{next(_keys)}"

    @property
    def state(self) -> State:
        """As of its day."""
        self.case.refresh_from_db()
        return card_of(self.county.post["hede"], self.case, self.day).state

    def told(self, **more: Any) -> dict[str, Any]:
        """What every act takes."""
        return {
            "case": self.case,
            "on": self.day,
            "at": at(self.day),
            "key": self.key(),
            "seen": self.state.last,
            **more,
        }

    def hand_in(self, by: Post) -> None:
        """The papers the present step asks for."""
        step = self.state.step
        assert step is not None
        for paper in step.papers:
            if not paper.drawn_up:
                attach(
                    name=f"{paper.code}.txt", chunks=[paper.label.encode()], subject=SUBJECT, subject_id=self.case.pk,
                    slot=slot_of(step.key, paper.key), organisation=self.case.organisation, by=by, at=at(self.day),
                )  # fmt: skip

    def go(self, **more: Any) -> None:
        """Take the present step with everything it asks; a notice hangs its whole time first."""
        step = self.state.step
        assert step is not None
        by = self.county.post[ACTORS.get(step.by[0], "hede")]
        self.hand_in(by)
        if step.kind == "notice":
            publish_notice(
                title="主席候选人公示", lines=[("主席候选人", "张明")], contact="合德镇工委", opens=self.day,
                closes=self.day + dt.timedelta(days=7), place="board", token=self.key(), by=by,
                answers=ANSWERS["nominate"], **self.told(),
            )  # fmt: skip
            self.day += dt.timedelta(days=8)
        marks = {
            key: dict.fromkeys(catalogue().checklists[key].presets[self.preset(key)].items, "yes")
            for key in step.checklists
        }
        given = {"answers": {} if step.kind == "notice" else ANSWERS.get(step.key, {}), "marks": marks, **more}
        take_step(by=by, **given, **self.told())

    @staticmethod
    def preset(key: str) -> str:
        """The reading usual for an enterprise."""
        return catalogue().checklists[key].preset_for("E")

    def until(self, step: str) -> "Founding":
        """Go on until the case stands at a step ("" for the end)."""
        while (self.state.step.key if self.state.step else "") != step:
            self.go()
        return self
