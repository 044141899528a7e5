"""Drawing the unions: how many each committee has, of what kind, how large, over which workplaces."""

from random import Random

from zhijia.kit.money import apportion
from zhijia.project.demo.days import COMMITTEES_SINCE
from zhijia.project.demo.dice import stream
from zhijia.project.demo.firms import Firms
from zhijia.project.demo.founding import founded_this_year, founding_days
from zhijia.project.demo.numbers import Numbers
from zhijia.project.demo.places import FEDERATIONS, PLACES, Place
from zhijia.project.demo.shapes import Draft
from zhijia.project.demo.sizes import LEAST_MEMBERS, Sizes
from zhijia.project.demo.workforce import firms_of, shape_of

_ROADS = (
    "解放路",
    "振阳街",
    "人民路",
    "幸福大道",
    "双拥路",
    "兴北路",
    "朝阳街",
    "北环路",
    "渔港路",
    "商城",
    "农贸市场",
    "工业园",
)


def draw_unions(seed: int, sizes: Sizes, firms: Firms, numbers: Numbers) -> list[Draft]:
    """All unions in order of their committees, with workplaces and exact numbers of members."""
    counts = apportion(sizes.unions - 2 * len(PLACES), [place.weight for place in PLACES])
    drafts: list[Draft] = []
    for place, extra in zip(PLACES, counts, strict=True):
        drafts += _unions_of(place, extra + 2, len(drafts), stream(seed, "unions", place.login), sizes, firms)
    _give_members(drafts, sizes, stream(seed, "sizes"))
    for draft in drafts:
        rng = stream(seed, "workforce", draft.number)
        shape_of(draft, rng)
        draft.firms = firms_of(draft, rng, firms, numbers)
    return drafts


def _unions_of(place: Place, count: int, before: int, rng: Random, sizes: Sizes, firms: Firms) -> list[Draft]:
    days = founding_days(place, count, sizes, rng)
    federation = next((name for login, _, name in FEDERATIONS if login == place.login), "")
    drafts, roads = [], list(_ROADS)
    rng.shuffle(roads)
    for at, day in enumerate(days):
        joint = place.is_town and bool(roads) and not founded_this_year(day) and rng.random() < 0.18
        draft = _joint(place, roads.pop()) if joint else _single(place, rng, firms)
        number, founded = before + at + 1, day
        draft.number, draft.founded_on = number, founded
        if federation and at < 4 and not founded_this_year(day):
            draft.federation = federation
        drafts.append(draft)
    return drafts


def _joint(place: Place, road: str) -> Draft:
    short = f"{place.stem}{road}联合工会"
    return _draft(place, "41", "J", f"{place.short}{road}联合工会委员会", short)


def _single(place: Place, rng: Random, firms: Firms) -> Draft:
    industry = rng.choice(place.trades)
    if industry in "PQS":
        name, short = firms.institution(rng, industry)
        return _draft(place, "40", "G" if industry == "S" else "I", f"{name}工会委员会", short)
    if industry == "A" and place.is_town and rng.random() < 0.4:
        name, short = firms.cooperative(rng, place)
        return _draft(place, "40", "C", f"{name}工会委员会", short)
    name, short = firms.company(rng, place, industry)
    return _draft(place, "40", "E", f"{name}工会委员会", short)


def _draft(place: Place, kind: str, unit_kind: str, name: str, short: str) -> Draft:
    return Draft(0, place, kind, unit_kind, name, short, COMMITTEES_SINCE)


def _give_members(drafts: list[Draft], sizes: Sizes, rng: Random) -> None:
    """Whole numbers that sum to the county's members; unions founded this year are small."""
    weights = []
    for draft in drafts:
        drawn = rng.lognormvariate(0, 0.85)
        if founded_this_year(draft.founded_on):
            drawn = 0.25 if draft.place.outcome == "partly" else 0.3 + 0.3 * drawn
        weights.append(round(1000 * drawn))
    spare = sizes.members - LEAST_MEMBERS * len(drafts)
    for draft, more in zip(drafts, apportion(spare, weights), strict=True):
        draft.members = LEAST_MEMBERS + more
