"""Foundings under way in the demo county: some thirty cases, at every step, late and in time, a few that came to nothing.

Each is walked through the same acts as on screen; unions founded here belong to the county's number.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from zhijia.cases.actions import end_case, object_to_notice, open_case, publish_notice, return_case, take_step
from zhijia.cases.actions.papers import SUBJECT, slot_of
from zhijia.cases.models import Case, Notice
from zhijia.evidence.actions import attach
from zhijia.project.demo.days import TODAY, moment
from zhijia.project.demo.dice import stream
from zhijia.project.demo.names import person
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.shapes import Firm
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.steps import Step

# Days after the start on which a step is taken; a notice hangs between its two days.
DAYS = {
    "contact": 0, "request": 2, "prep": 5, "recruit": 10, "groups": 11, "nominate": 12, "candidates": 23, "elect": 26,
    "report": 28, "reply": 30, "seal": 33, "legal": 36, "funds": 37, "standard": 37, "close": 38,
}  # fmt: skip
HUNG = 10
# How many cases stand where: (steps done, of how many cases). A founding counts from its tenth step.
STANDING = (
    (0, 1), (1, 4), (2, 6), (3, 2), (4, 1), (5, 3), (6, 1), (7, 1), (8, 1), (9, 2), (11, 1), (13, 1), (14, 1), (15, 1),
)  # fmt: skip
ENDED = (("WITHDRAWN", 1, "职工意见不一，撤回申请"), ("REFUSED_BY_UNIT", 1, "单位负责人不同意，转入重点走访"),
         ("REFUSED_BY_UNIT", 2, "单位搬迁，暂不建会"), ("MERGED_INTO_JOINT", 2, "职工少，并入商贸联合工会"))  # fmt: skip
NOBODY = "一位职工反映候选人是单位负责人的亲属，请核实。"


def open_cases(seed: int, unfounded: Sequence[tuple[str, Firm]], posts: Posts) -> None:
    """Walk every case to where it stands."""
    rng = stream(seed, "cases")
    firms = [(login, firm.row) for login, firm in unfounded if firm.row is not None]
    rng.shuffle(firms)
    # Those with enough people for a union of their own come first.
    waiting = iter(sorted(firms, key=lambda one: one[1].employees < 25))
    for steps, count in STANDING:
        for at in range(count):
            login, row = next(waiting)
            walk = Walk(rng, row, posts, login, steps)
            walk.take(steps)
            if steps == 5 and at:
                walk.publish(objected=at == 2)
            if steps == 2 and not at:
                walk.send_back()
    for ending, steps, reason in ENDED:
        login, row = next(waiting)
        walk = Walk(rng, row, posts, login, steps)
        walk.take(steps)
        walk.end(ending, reason)


class Walk:
    """One case and its day."""

    def __init__(self, rng: Random, row: Any, posts: Posts, login: str, steps: int) -> None:
        """Opened so that the last step done lies some days back; a founded union's reply is of this month."""
        last = list(DAYS.values())[max(0, steps - 1)] + (HUNG if steps == 6 else 0)
        lag = 0 if steps >= 10 else rng.randint(1, 9)
        self.posts, self.login = posts, login
        self.start = max(TODAY - dt.timedelta(days=(38 if steps >= 10 else last + lag)), row.since)
        self.case: Case = open_case(
            procedure="founding", row=row, answers={}, by=posts[login], on=self.start, at=moment(self.start, 8),
            key=f"demo-{row.pk}",
        )  # fmt: skip
        self.answers = _answers(rng, row)
        self.clicks = 0

    def take(self, steps: int) -> None:
        """So many steps, each on its day."""
        for step in catalogue().cases[self.case.edition].steps[:steps]:
            on = self.start + dt.timedelta(days=DAYS[step.key])
            if step.kind == "notice":
                self.publish()
                on += dt.timedelta(days=HUNG)
            self._hand_in(step, on)
            marks = {
                name: dict.fromkeys(catalogue().checklists[name].presets[_usual(name)].items, "yes")
                for name in step.checklists
            }
            answers = {} if step.kind == "notice" else {key: self.answers[key] for key in step.ask}
            take_step(
                by=self._by(step), answers=answers, marks=marks, presets={name: _usual(name) for name in step.checklists},
                **self._told(on),
            )  # fmt: skip

    def publish(self, *, objected: bool = False) -> None:
        """The candidates' notice, and one objection to it."""
        on = min(self.start + dt.timedelta(days=DAYS["nominate"]), TODAY)
        asks = catalogue().cases[self.case.edition].step("nominate").ask
        notice: Notice = publish_notice(
            title=f"{self.case.title}工会主席候选人公示", lines=[("主席候选人", self.answers["chair"])],
            contact=f"{self.posts[self.login].organisation} {self.posts[self.login].telephone}", opens=on,
            closes=on + dt.timedelta(days=HUNG - 1), place="board", token=f"demo-notice-{self.case.pk}",
            answers={key: self.answers[key] for key in asks}, by=self.posts[self.login], **self._told(on),
        )  # fmt: skip
        if objected:
            object_to_notice(
                notice=notice, words=NOBODY, name="", reach="", on=on, at=moment(on, 15), key="demo-objection"
            )

    def send_back(self) -> None:
        """Returned to the request with what is to be put right."""
        on = min(self.start + dt.timedelta(days=DAYS["prep"]), TODAY)
        return_case(to="request", reason="请补充职工代表的签名", by=self.posts["organiser"], **self._told(on))

    def end(self, ending: str, reason: str) -> None:
        """It comes to nothing."""
        on = min(self.start + dt.timedelta(days=8), TODAY)
        end_case(ending=ending, reason=reason, by=self.posts[self.login], **self._told(on))

    def _by(self, step: Step) -> Any:
        return self.posts["organiser" if step.level == "county" else self.login]

    def _hand_in(self, step: Step, on: dt.date) -> None:
        for paper in step.papers:
            if not paper.drawn_up:
                self.case.refresh_from_db()
                attach(
                    name=f"{paper.code} {paper.label}.txt", chunks=[f"{paper.label}（演示）".encode()], subject=SUBJECT,
                    subject_id=self.case.pk, slot=slot_of(step.key, paper.key), organisation=self.case.organisation,
                    by=self.posts[self.login], at=moment(on, 10),
                )  # fmt: skip

    def _told(self, on: dt.date) -> dict[str, Any]:
        self.clicks += 1
        return {
            "case": self.case, "on": on, "at": moment(on, 11), "key": f"demo-{self.clicks}",
            "seen": self.case.records.count(),
        }  # fmt: skip


def _usual(checklist: str) -> str:
    return catalogue().checklists[checklist].preset_for("E")


def _answers(rng: Random, row: Any) -> Mapping[str, str]:
    group = [person(rng, rng.random() < 0.4)[0] for _ in range(3)]
    entitled = max(3, int(row.employees * rng.uniform(0.7, 0.95)))
    present = entitled - entitled // 12
    return {
        "will": rng.choice("1223"), "union_name": f"{row.name}工会委员会"[:120], "union_kind": "40", "union_parent": "",
        "group": "、".join(group), "group_head": group[0], "opinions": "职工座谈会一致同意，单位表示支持",
        "members": str(entitled), "groups": str(max(1, entitled // 15)), "chair": group[0], "chair_job": "综合部副经理",
        "committee": "、".join(group), "term_years": "3", "entitled": str(entitled), "present": str(present),
        "votes": str(present - present // 20),
    }  # fmt: skip
