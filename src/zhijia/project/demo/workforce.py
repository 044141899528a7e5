"""Who works in a workplace: employees, women, migrant workers; and how a joint union's employees spread."""

import datetime as dt
import math
from random import Random

from zhijia.kit.money import apportion
from zhijia.project.demo.dice import day_between
from zhijia.project.demo.firms import Firms
from zhijia.project.demo.numbers import Numbers
from zhijia.project.demo.places import Place
from zhijia.project.demo.shapes import Draft, Firm

_OLDEST_FIRM = dt.date(1998, 1, 1)
_WOMEN = {"C": 0.52, "P": 0.58, "Q": 0.66, "E": 0.14, "D": 0.22, "G": 0.2, "F": 0.55}
REG_TYPES = {"I": ("400",), "G": ("500",), "C": ("800",), "J": ("170", "600"), "S": ("700",)}
_ENTERPRISES = ("170", "170", "170", "159", "159", "169", "110", "300", "200")


def shape_of(draft: Draft, rng: Random) -> None:
    """Women and migrant workers among the members."""
    industry = draft.place.trades[0]
    draft.women = round(draft.members * min(0.9, max(0.08, rng.gauss(_WOMEN.get(industry, 0.42), 0.1))))
    share = 0.04 if draft.unit_kind in "IG" else min(0.85, max(0.15, rng.gauss(0.5, 0.15)))
    draft.migrants = round(draft.members * share)


def firms_of(draft: Draft, rng: Random, firms: Firms, numbers: Numbers) -> list[Firm]:
    """The workplaces a union covers: one, or several small ones under a joint union."""
    rate = rng.uniform(0.7, 0.98)
    employees = math.ceil(draft.members / rate)
    women = min(employees, math.ceil(draft.women / rate))
    migrants = min(employees, math.ceil(draft.migrants / rng.uniform(0.6, 0.95)))
    if draft.kind == "40":
        name = draft.name.removesuffix("工会委员会")
        kind, industry = draft.unit_kind, _industry(draft, rng)
        return [_firm(name, kind, industry, (employees, women, migrants), draft.founded_on, rng, numbers)]
    keys = [rng.randint(3, 12) for _ in range(max(2, min(7, employees // 8)))]
    spread = zip(apportion(employees, keys), apportion(women, keys), apportion(migrants, keys), strict=True)
    made = []
    for heads, hers, theirs in spread:
        industry = rng.choice("CFFHEG")
        name, _ = firms.company(rng, draft.place, industry)
        people = (heads, min(heads, hers), min(heads, theirs))
        made.append(_firm(name, "E", industry, people, draft.founded_on, rng, numbers))
    return made


def unfounded_firm(place: Place, rng: Random, firms: Firms, numbers: Numbers) -> Firm:
    """A workplace without a union: most are small, some are not."""
    industry = rng.choice(place.trades if place.is_town else "F")
    cooperative = industry == "A" and rng.random() < 0.5
    name, _ = firms.cooperative(rng, place) if cooperative else firms.company(rng, place, industry)
    employees = rng.choices((rng.randint(3, 24), rng.randint(25, 49), rng.randint(50, 180)), (62, 24, 14))[0]
    people = (employees, int(employees * rng.uniform(0.1, 0.7)), int(employees * rng.uniform(0.1, 0.8)))
    firm = _firm(name, "C" if cooperative else "E", industry, people, dt.date(2013, 12, 1), rng, numbers)
    firm.state = rng.choices("123", (88, 8, 4))[0]
    return firm


def _industry(draft: Draft, rng: Random) -> str:
    if draft.unit_kind == "C":
        return "A"
    fitting = [sign for sign in draft.place.trades if (sign in "PQS") == (draft.unit_kind in "IG")]
    return rng.choice(fitting or ["C"])


def _firm(
    name: str, kind: str, industry: str, people: tuple[int, int, int], before: dt.date, rng: Random, numbers: Numbers
) -> Firm:
    since = day_between(rng, _OLDEST_FIRM, min(before, dt.date(2013, 12, 1)))
    reg_type = rng.choice(REG_TYPES.get(kind, _ENTERPRISES))
    code = "" if rng.random() < 0.06 else numbers.credit_code(union=False)
    return Firm(name, code, kind, reg_type, industry, *people, since=since, state=rng.choices("12", (94, 6))[0])
