"""The star programme of the demo county: a year of work of every union, uneven; tasks, surveys, judgements, vetoes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from zhijia.assessment.actions.judging import judge
from zhijia.assessment.actions.surveys import enter_paper_survey
from zhijia.assessment.queries.editions import STARS, edition_on
from zhijia.project.demo.days import LAST_ENTRY, TODAY, moment
from zhijia.project.demo.dice import day_between, stream
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.shapes import Draft
from zhijia.project.demo.temper import Temper
from zhijia.registers.base.actions import record_fact
from zhijia.registers.base.bulk import record_facts
from zhijia.registers.base.register import register_of

WORK = "organising.work"
_FROM = dt.date(2013, 7, 15)
# kind, how likely at a union of middling vigour, how often at most
_DEEDS = (
    ("CONGRESS", 0.78, 1), ("PROPOSAL", 0.7, 1), ("DISCLOSURE", 0.85, 4), ("FUNDSOPEN", 0.7, 1), ("SUGGEST", 0.5, 1),
    ("OFFER", 0.6, 1), ("LABOUR", 0.9, 1), ("MEDIATION", 0.3, 2), ("SAFETY", 0.85, 5), ("HAZARD", 0.5, 2),
    ("ANKANG", 0.6, 1), ("HARDSHIP", 0.5, 1), ("NOHARDSHIP", 0.35, 1), ("WARMTH", 0.9, 2), ("COOL", 0.8, 1),
    ("STUDY", 0.7, 1), ("SICK", 0.75, 3), ("FESTIVAL", 0.85, 3), ("MUTUAL", 0.8, 1), ("CONTEST", 0.75, 2),
    ("SKILL", 0.75, 2), ("MENTOR", 0.6, 1), ("READING", 0.55, 1), ("CULTURE", 0.9, 5), ("STUDIO", 0.12, 1),
    ("HONOUR", 0.35, 1), ("FUNDS", 0.95, 1), ("AUDIT", 0.7, 1), ("DIRECTOR", 0.4, 1),
)  # fmt: skip
_TOPICS = {
    "CONGRESS": "一届职代会", "DISCLOSURE": "厂务公开栏更新", "WARMTH": "春节走访慰问", "COOL": "高温慰问一线职工",
    "CONTEST": "百日劳动竞赛", "SKILL": "岗位技能培训", "CULTURE": "职工篮球赛", "SAFETY": "班前安全检查",
}  # fmt: skip
_VETOES = (("V3", "县人社局", "拖欠工资"), ("V1", "县安监局", "死亡事故"), ("V7", "县总工会", "材料不实"))
_LEVELS = ("poor", "fair", "good", "excellent")
_STARS = ("two-star", "two-star", "three-star", "three-star", "four-star")


def vigour_of(draft: Draft, temper: Temper, seed: int) -> float:
    """How much a union does, 0..1: its town's temper and its own."""
    own = stream(seed, "vigour", draft.number).betavariate(3.2, 1.5)
    return 0.35 * (temper.wage + temper.real_name + temper.legal) / 3 + 0.65 * own


def works_of(draft: Draft, temper: Temper, seed: int) -> Iterator[dict[str, Any]]:
    """A year of work records of one union."""
    rng, vigour = stream(seed, "works", draft.number), vigour_of(draft, temper, seed)
    if draft.members < 30 and rng.random() < 0.7:
        yield _row(draft, rng, "KEPT", vigour, max(_FROM, draft.founded_on))
    for kind, likely, most in _DEEDS:
        if kind in ("OFFER", "DIRECTOR") and draft.unit_kind in "GI":
            continue
        for _ in range(most):
            if rng.random() < min(0.99, likely * (0.45 + 0.8 * vigour)):
                first = max(_FROM, draft.founded_on + dt.timedelta(days=10))
                if first < LAST_ENTRY:
                    yield _row(draft, rng, kind, vigour, day_between(rng, first, LAST_ENTRY))


def _row(draft: Draft, rng: Random, kind: str, vigour: float, day: dt.date) -> dict[str, Any]:
    due, done = _numbers(draft, rng, kind, vigour)
    return {
        "organisation": draft.union.organisation, "kind": kind, "done_on": day, "since": day, "due": due, "done": done,
        "complete": rng.random() < 0.35 + 0.63 * vigour, "topic": _TOPICS.get(kind, ""),
    }  # fmt: skip


def _numbers(draft: Draft, rng: Random, kind: str, vigour: float) -> tuple[int, int]:
    """(due, done) of one record."""
    people = max(1, draft.employees)
    good = rng.random() < 0.2 + 0.85 * vigour
    whole = {
        "PROPOSAL": rng.randint(2, 12), "SUGGEST": int(people * rng.uniform(0.05, 0.22)), "LABOUR": people,
        "MEDIATION": rng.randint(1, 4), "HAZARD": rng.randint(1, 15), "HARDSHIP": rng.randint(1, 6),
        "MUTUAL": draft.members, "FUNDS": 240 * people, "DIRECTOR": rng.randint(1, 3),
    }.get(kind, 0)  # fmt: skip
    if whole:
        share = 1 if good and kind in ("FUNDS", "LABOUR", "HAZARD", "HARDSHIP") else rng.uniform(0.4 + 0.4 * vigour, 1)
        return whole, int(whole * share)
    if kind in ("CONTEST", "SKILL"):
        return 0, int(people * rng.uniform(0.1, 0.4 + 0.4 * vigour))
    return (0, max(1, int(people * rng.uniform(0, 0.02)))) if kind == "MENTOR" else (0, 0)


def rate_homes(seed: int, drafts: Sequence[Draft], tempers: dict[str, Temper], posts: Posts) -> None:
    """Tasks for all, surveys and first looks by the towns for most, a few vetoes."""
    known = [draft for draft in drafts if draft.union is not None]
    at = moment(dt.date(2014, 3, 31), 16)
    record_facts(
        register_of("assessment.task"), (_task(one, tempers, seed) for one in known), by=posts["organiser"], at=at
    )
    for draft in known:
        vigour = vigour_of(draft, tempers[draft.place.login], seed)
        rng = stream(seed, "home", draft.number)
        if draft.founded_on < dt.date(2014, 1, 1) and rng.random() < 0.55 + 0.4 * vigour:
            _ask(draft, rng, vigour, posts)
        if rng.random() < 0.35 + 0.4 * vigour:
            _look(draft, rng, vigour, posts)
    rng = stream(seed, "vetoes")
    for kind, authority, words in rng.choices(_VETOES, k=5):
        draft = rng.choice(known)
        day = day_between(rng, dt.date(2013, 9, 1), dt.date(2014, 6, 20))
        values = {
            "organisation": draft.union.organisation, "kind": kind, "happened_on": day, "since": day,
            "valid_until": day.replace(year=day.year + 1), "authority": authority, "remark": words,
        }  # fmt: skip
        record_fact(register_of("organising.veto"), values=values, by=posts["organiser"], at=moment(TODAY, 8))


def _task(draft: Draft, tempers: dict[str, Temper], seed: int) -> dict[str, Any]:
    rng = stream(seed, "task", draft.number)
    vigour = vigour_of(draft, tempers[draft.place.login], seed)
    star = _STARS[min(len(_STARS) - 1, int(vigour * len(_STARS)))]
    due = rng.choice((dt.date(2014, 6, 30), dt.date(2014, 9, 30), dt.date(2014, 9, 30), dt.date(2014, 12, 31)))
    return {"organisation": draft.union.organisation, "year": 2014, "star": star, "due_on": due,
            "since": max(dt.date(2014, 3, 31), draft.founded_on), "responsible": draft.place.short}  # fmt: skip


def _ask(draft: Draft, rng: Random, vigour: float, posts: Posts) -> None:
    """A paper survey in an assembly, entered by the town."""
    edition = edition_on(STARS, TODAY)
    assert edition.survey is not None
    members = max(10, draft.members)
    invited = min(members, 120)
    answered = int(invited * rng.uniform(0.68, 0.99))
    content = min(0.99, rng.uniform(0.72, 0.9) + 0.16 * vigour)
    happy = round(answered * content)
    counts = {"4": happy // 2, "3": happy - happy // 2, "2": answered - happy, "1": 0}
    asked = [key for key, one in edition.survey.questions.items()
             if not one.applies or edition.variant_of(draft.unit_kind) in one.applies]  # fmt: skip
    day = day_between(rng, dt.date(2014, 3, 1), LAST_ENTRY)
    enter_paper_survey(
        organisation=draft.union.organisation, kind=draft.unit_kind, members=members, invited=invited,
        counts=dict.fromkeys(asked, counts), by=posts[draft.place.login], on=day, at=moment(day, 17),
    )  # fmt: skip


def _look(draft: Draft, rng: Random, vigour: float, posts: Posts) -> None:
    """What the town thought of the four judged parts."""
    day = day_between(rng, dt.date(2014, 5, 1), LAST_ENTRY)
    levels = {
        part: _LEVELS[min(3, int(4 * min(0.99, max(0, rng.gauss(vigour, 0.2)))))] for part in ("A8", "F3", "G1.2", "G2")
    }
    judge(organisation=draft.union.organisation, column="2-town", levels=levels, by=posts[draft.place.login], on=day,
          at=moment(day, 16))  # fmt: skip
