"""Members of the demo county: who they are, when they joined, and what is missing from their rows."""

import datetime as dt
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from zhijia.project.demo.days import LAST_ENTRY, NEW_YEAR, YEAR_BEFORE_END
from zhijia.project.demo.dice import day_between, stream
from zhijia.project.demo.founding import founded_this_year, last_day_to_join
from zhijia.project.demo.names import person
from zhijia.project.demo.numbers import Numbers
from zhijia.project.demo.shapes import Draft
from zhijia.project.demo.temper import Temper

MEMBER = "organising.member"
_CONFIRMED_SINCE = dt.date(2012, 8, 1)
_LONG_AGO = dt.date(2010, 5, 1)
_LAST_DUES, _LONG_ABSENT = dt.date(2014, 6, 5), dt.date(2013, 11, 20)
_EVERY = 83  # one in so many has been absent for long
_WAITING_DAYS = 24  # applications of the last weeks: some are still in time, some wait too long
_GAPS = ("education", "political", "hukou_type", "employ_form", "mobile")
_FORMER = (("RETAINED", 0.006), ("WITHDRAWN", 0.003), ("LAPSED", 0.001), ("DECEASED", 0.001), ("APPLIED", 0.001))


def members_of(draft: Draft, temper: Temper, seed: int, numbers: Numbers) -> Iterator[dict[str, Any]]:
    """Rows of one union's members, and of the few who are members no more or not yet."""
    rng = stream(seed, "members", draft.number)
    women, migrants = _chosen(rng, draft.members, draft.women), _chosen(rng, draft.members, draft.migrants)
    for at, joined in enumerate(_joining_days(draft, rng)):
        last = _LONG_ABSENT if at % _EVERY == 7 else _LAST_DUES
        yield _row(draft, temper, rng, numbers, at in women, at in migrants, joined) | {
            "took_part_on": max(joined, last)
        }
    for state, share in _FORMER:
        for _ in range(int(draft.members * share + rng.random())):
            joined = day_between(rng, draft.founded_on, min(YEAR_BEFORE_END, LAST_ENTRY))
            if founded_this_year(draft.founded_on) or joined >= NEW_YEAR:
                continue
            row = _row(draft, temper, rng, numbers, rng.random() < 0.4, rng.random() < 0.4, joined)
            left = day_between(rng, joined, YEAR_BEFORE_END)
            if state == "APPLIED":
                row |= {"joined_on": None, "confirmed_on": None}
                left = LAST_ENTRY - dt.timedelta(days=left.toordinal() % _WAITING_DAYS)
            yield row | {"state": state, "since": left, "work_state": "4" if state == "RETAINED" else "1"}


def _joining_days(draft: Draft, rng: Random) -> Iterator[dt.date]:
    if founded_this_year(draft.founded_on):
        until = last_day_to_join(draft.place, draft.founded_on)
        for _ in range(draft.members):
            yield day_between(rng, draft.founded_on, until)
        return
    yield from draft.recruits
    for _ in range(draft.members - len(draft.recruits)):
        yield day_between(rng, draft.founded_on, YEAR_BEFORE_END)


def _chosen(rng: Random, count: int, some: int) -> set[int]:
    return set(rng.sample(range(count), some))


def _row(
    draft: Draft, temper: Temper, rng: Random, numbers: Numbers, woman: bool, migrant: bool, joined: dt.date
) -> dict[str, Any]:
    name, nation = person(rng, woman)
    office = draft.unit_kind in "IG"
    row = {
        "organisation": draft.union.organisation, "name": name, "nation": nation, "joined_on": joined, "since": joined,
        "id_number": numbers.identity(rng, woman, joined), "mobile": numbers.phone(), "is_migrant": migrant,
        "education": _pick(rng, ("20", "30", "10", "40") if office else ("60", "70", "40", "30", "20")),
        "political": rng.choices(("13", "01", "03", "02"), (55, 40, 4, 1) if office else (84, 8, 7, 1))[0],
        "hukou_type": "2" if migrant else rng.choice("113"),
        "employ_form": "2" if office and rng.random() < 0.8 else rng.choices("134", (86, 9, 5))[0],
        "card_no": f"SY{numbers_tail(rng)}", "confirmed_on": max(joined, day_between(rng, _CONFIRMED_SINCE, YEAR_BEFORE_END)),
    }  # fmt: skip
    if draft.place.trades == "GG" and rng.random() < 0.3:
        row["eight_groups"] = "1"
    return row if rng.random() < temper.real_name else row | _gap(rng, joined)


def _gap(rng: Random, joined: dt.date) -> dict[str, Any]:
    """What keeps a row from being complete: a blank field, or a confirmation too long ago or never given."""
    draw = rng.random()
    if draw < 0.45:
        return {rng.choice(_GAPS): ""}
    return {"confirmed_on": max(joined, _LONG_AGO) if draw < 0.75 and joined < _CONFIRMED_SINCE else None}


def _pick(rng: Random, codes: Sequence[str]) -> str:
    """The first codes are the common ones."""
    return rng.choices(codes, [2 ** (len(codes) - at) for at in range(len(codes))])[0]


def numbers_tail(rng: Random) -> str:
    """Digits of a member's card."""
    return f"{rng.randrange(10**8):08d}"
