"""The survey of the year: rounds with uneven diligence, visits, what the workplaces said."""

import datetime as dt
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from zhijia.project.demo.days import MONTHLY, moment
from zhijia.project.demo.dice import day_between, stream
from zhijia.project.demo.names import person
from zhijia.project.demo.places import PLACES, Place
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.tree import Tree
from zhijia.registers.base.bulk import record_facts
from zhijia.registers.organising.drive.actions import close_round, open_rounds
from zhijia.registers.organising.drive.queries.rounds import coverage_of, workplaces_of
from zhijia.registers.organising.drive.visits import VISITS

SPRING, SPRING_END = dt.date(2014, 3, 3), dt.date(2014, 5, 31)
SUMMER, SUMMER_END = dt.date(2014, 6, 9), dt.date(2014, 7, 31)
CLOSING = dt.date(2014, 6, 3)
# Last day of visits entered with a month's books, by round.
LAST_DAYS: Mapping[int, dt.date] = {
    3: dt.date(2014, 3, 31), 4: dt.date(2014, 4, 30), 5: SPRING_END, 6: dt.date(2014, 6, 30), 7: dt.date(2014, 7, 8),
}  # fmt: skip
_DILIGENT: Mapping[str, float] = {
    "hede": 1.0, "siming": 1.0, "qianqiu": 1.0, "port": 0.97, "panwan": 0.34, "changdang": 0.45, "huaihaifarm": 0.2,
}  # fmt: skip
_ENOUGH = 0.96
_NEXT = ("约单位负责人面谈", "请商会一起上门", "送建会流程和政策", "帮助起草建会请示", "与村（社区）商量联合建会")
_TALKS = dt.timedelta(days=12)


class Survey:
    """Lived through month by month, after the books of the month were written."""

    def __init__(self, seed: int, tree: Tree, posts: Posts) -> None:
        """Nothing surveyed yet."""
        self.seed, self.tree, self.posts = seed, tree, posts
        self._rounds: dict[str, Any] = {}
        self._waiting: dict[str, list[tuple[dt.date, int, bool]]] = {}

    def live(self, month: int) -> None:
        """What a month brought: rounds begun, visits, rounds closed."""
        if month == SPRING.month:
            self._begin("2014年春季摸排", SPRING, SPRING_END, [place for place in PLACES if place.is_town])
        if month == SUMMER.month:
            closed = [place for place in PLACES if place.login in self._rounds and self._close(place)]
            self._begin("2014年夏季补查", SUMMER, SUMMER_END, closed)
        if month in LAST_DAYS:
            for place in PLACES:
                if place.login in self._rounds:
                    self._visit(place, month)

    def _begin(self, name: str, first: dt.date, last: dt.date, places: list[Place]) -> None:
        committees = [self.tree.committees[place.login] for place in places]
        if not committees:
            return
        made = open_rounds(
            committees=committees, name=name, starts_on=first, ends_on=last, by=self.posts["organiser"],
            at=moment(first), sources="税务、社会保险、市场监管名单",
        )  # fmt: skip
        for place, held in zip(places, made, strict=True):
            self._rounds[place.login] = held
            self._waiting[place.login] = list(self._drawn(place, held, first, last))

    def _close(self, place: Place) -> bool:
        """Whether the round could be closed."""
        held = self._rounds[place.login]
        seen, whole = coverage_of(held, CLOSING)
        if seen < whole * _ENOUGH:
            return False
        close_round(held=held, on=CLOSING, by=self.posts[place.login], at=moment(CLOSING, 16))
        return True

    def _drawn(self, place: Place, held: Any, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, int, bool]]:
        """Which workplace is visited on which day; those that say no are visited again."""
        rng = stream(self.seed, "survey", place.login, first)
        share = _DILIGENT.get(place.login, rng.uniform(0.5, 0.94))
        if first == SUMMER:
            share *= 0.4
        for employer in workplaces_of(held).order_by("pk"):
            if rng.random() > share:
                continue
            says_no = employer.union_id is None and rng.random() < 0.09
            until = min(last, LAST_DAYS[7]) - _TALKS
            day = day_between(rng, first, until)
            yield day, employer.pk, says_no
            if says_no and first == SPRING:
                yield day + _TALKS, employer.pk, says_no

    def _visit(self, place: Place, month: int) -> None:
        """Write the visits of one month's books."""
        held, waiting = self._rounds[place.login], self._waiting[place.login]
        due = [one for one in waiting if one[0] <= LAST_DAYS[month]]
        self._waiting[place.login] = [one for one in waiting if one[0] > LAST_DAYS[month]]
        rows = workplaces_of(held).select_related("organisation", "union").in_bulk([number for _, number, _ in due])
        told = [self._told(place, held, rows[number], day, no) for day, number, no in due if number in rows]
        record_facts(VISITS, told, by=self.posts[place.login], at=MONTHLY[month])

    def _told(self, place: Place, held: Any, employer: Any, day: dt.date, says_no: bool) -> dict[str, Any]:
        rng = stream(self.seed, "visit", employer.name, day)
        contact, _ = person(rng, rng.random() < 0.4)
        values = {
            "round": held, "employer": employer, "visited_on": day, "since": day, "contact": contact,
            "visitor": str(self.posts[place.login].user), "phone": employer.phone, "employees": employer.employees,
            "women": employer.women, "migrants": employer.migrants, "operating_state": employer.operating_state,
            "found_by": rng.choice(("TAX", "SOC", "MKT", "FIELD", "FIELD")),
        }  # fmt: skip
        if employer.union_id is not None:
            shell = rng.random() < 0.02
            return {**values, "standing": "4" if shell else "3" if employer.union.kind == "41" else "2"}
        return {**values, **_answers(employer, day, says_no, rng)}


def _answers(employer: Any, day: dt.date, says_no: bool, rng: Random) -> dict[str, Any]:
    """What a workplace without a union says."""
    will = rng.choice("45") if says_no else rng.choices("123", (2, 5, 4))[0]
    small = employer.employees < 25
    return {
        "standing": "0", "will": will, "obstacle": rng.choice("123459") if will > "2" else "",
        "suggested_form": rng.choice("234") if small else "1", "next_step": rng.choice(_NEXT),
        "plan_on": None if will > "2" else day + dt.timedelta(days=rng.randint(20, 90)),
    }  # fmt: skip
