"""Which sentence a state of progress gets: the arithmetic behind the words of a circular.

Progress `done` and schedule `due` are shares of the year's target (0.75 = three quarters); the schedule is the share
due by the cut-off date, milestones included, never days over 365 unless the indicator says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from zhijia.papers.lexicon import Lexicon, State, StateWords, Tone
from zhijia.schemes.parameters import Parameter

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Scale:
    """The limits in force on the day of a paper. Shares are of the schedule (0.9 = nine tenths of what was due)."""

    slightly_behind: Decimal
    far_behind: Decimal
    marked_rise: Decimal
    uneven_spread: Decimal
    least_group: Decimal


@dataclass(frozen=True, slots=True)
class House:
    """How this county words its papers on a given day."""

    lexicon: Lexicon
    scale: Scale


def house_on(lexicon: Lexicon, parameters: Mapping[str, Parameter], on: date) -> House:
    """Lexicon and limits of a day. `parameters` must hold pace.slow and pace.yellow (per cent of what was due) and
    ranking.min-units, the same that give the lights on screen; LookupError when one is missing or not yet in force."""

    def limit(key: str) -> Decimal:
        return parameters[key].on(on).value

    return House(
        lexicon,
        Scale(
            slightly_behind=limit("pace.slow") / 100,
            far_behind=limit("pace.yellow") / 100,
            marked_rise=lexicon.thresholds["marked-rise"].on(on).value,
            uneven_spread=lexicon.thresholds["uneven-spread"].on(on).value,
            least_group=limit("ranking.min-units"),
        ),
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """The state a unit is in and the words for it."""

    state: State
    words: StateWords

    @property
    def light(self) -> str:
        """Mark and word for a table cell."""
        return f"{self.words.mark} {self.words.light}"


def state_of_progress(done: Decimal, due: Decimal, house: House) -> State:
    """Target reached (early before the schedule asks for it), ahead, on schedule, three degrees behind, not started."""
    if done >= 1:
        return "finished-early" if due < 1 else ("finished-over" if done > 1 else "finished")
    if done <= 0:
        return "not-started"
    if done >= due:
        return "ahead" if done > due else "on-schedule"
    if done >= due * house.scale.slightly_behind:
        return "slightly-behind"
    return "slow" if done >= due * house.scale.far_behind else "far-behind"


def progress_of(done: Decimal, due: Decimal, house: House) -> Progress:
    """State and words."""
    state = state_of_progress(done, due, house)
    return Progress(state, house.lexicon.states[state])


def place_text(place: int, tied: bool, house: House) -> str:
    """并列3 for a shared place; the next place is skipped by whoever ranks."""
    return f"{house.lexicon.ranks.tied}{place}" if tied else str(place)


def change_text(before: int | None, now: int, house: House) -> str:
    """上升2位 / 下降1位 / 持平, with 进步明显 from the county's threshold on; a dash without a former place."""
    if before is None:
        return "—"
    rise = before - now
    if rise == 0:
        return house.lexicon.ranks.same
    words = (house.lexicon.ranks.up if rise > 0 else house.lexicon.ranks.down) % {"places": abs(rise)}
    return f"{words}，{house.lexicon.ranks.marked_rise}" if rise >= house.scale.marked_rise else words


def standing_text(place: int, count: int, house: House) -> str:
    """Front, middle or last third of a group of `count`."""
    if place * 3 <= count:
        return house.lexicon.ranks.front
    return house.lexicon.ranks.middle if place * 3 <= count * 2 else house.lexicon.ranks.back


def balance_text(rates: Sequence[Decimal], due: Decimal, house: House) -> str:
    """发展不平衡 when the spread is wide, 较为均衡 when everybody is on schedule, else nothing."""
    if not rates:
        return ""
    if (max(rates) - min(rates)) * 100 > house.scale.uneven_spread:
        return house.lexicon.balance.uneven
    return house.lexicon.balance.even if min(rates) >= due else ""


def is_ranked(count: int, house: House) -> bool:
    """Small groups are reported by completion only."""
    return count >= house.scale.least_group


def named_first(units: Sequence[Named], tone: Tone, house: House) -> tuple[Named, ...]:
    """Who is named for good results, of units in ranking order."""
    return tuple(units[: house.lexicon.tones[tone].best])


def named_last(units: Sequence[Named], tone: Tone, house: House) -> tuple[Named, ...]:
    """Who is named at the end: nobody in the gentle tone, and never a unit that is also named first."""
    rule = house.lexicon.tones[tone]
    rest = units[rule.best :]
    return tuple(rest[max(0, len(rest) - rule.last) :]) if rule.last else ()
