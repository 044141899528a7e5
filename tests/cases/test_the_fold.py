"""Properties of the fold: the same records give the same state, a return takes exactly the later steps back."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhijia.cases.rules import Rec, panel_result, state_of
from zhijia.cases.rules.limits import Limits
from zhijia.kit.workdays import WorkCalendar
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.load import load_file

DAY = dt.date(2014, 7, 10)
EDITION = load_file(Path(__file__).parent / "trial.2014.yaml", CaseEdition)
LIMITS = Limits({}, 3, WorkCalendar())
PLAIN = EDITION.model_copy(
    update={
        "steps": tuple(step.model_copy(update={"votes": "any", "when": None, "ends": {}}) for step in EDITION.steps)
    }
)
KEYS = [step.key for step in PLAIN.steps]
# A loaded machine draws slowly; that says nothing about the fold.
QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
MOVES = st.lists(st.one_of(st.just("on"), st.integers(0, len(KEYS) - 1)), max_size=25)


def played(moves: list[str | int]) -> list[Rec]:
    """Records of a case that goes on, and back to earlier steps; a move that cannot be made is left out."""
    records, at = [Rec(1, "", "opened", DAY)], 0
    for move in moves:
        day = DAY + dt.timedelta(days=len(records) % 90)
        if move == "on" and at < len(KEYS):
            records.append(Rec(len(records) + 1, KEYS[at], "done", day))
            at += 1
        elif isinstance(move, int) and move < at < len(KEYS):
            records.append(Rec(len(records) + 1, KEYS[at], "returned", day, to=KEYS[move]))
            at = move
    return records


@QUIET
@given(MOVES)
def test_the_case_stands_after_the_steps_done_since_the_last_return(moves: list[str | int]) -> None:
    """Counted by hand beside the fold."""
    records = played(moves)
    done = 0
    for record in records[1:]:
        done = done + 1 if record.verb == "done" else KEYS.index(record.to)
    state = state_of(PLAIN, records, DAY, LIMITS)
    assert list(state.done) == KEYS[:done] and (state.step.key if state.step else "") == "".join(KEYS[done : done + 1])
    assert state.last == len(records)


@QUIET
@given(MOVES, st.integers(0, 400))
def test_the_same_records_give_the_same_state_and_time_alone_changes_only_the_clock(
    moves: list[str | int], later: int
) -> None:
    """Where it stands does not depend on the day one looks; overdue comes and stays."""
    records = played(moves)
    first, again = (state_of(PLAIN, records, DAY, LIMITS) for _ in range(2))
    assert first == again
    other = state_of(PLAIN, records, DAY + dt.timedelta(days=later), LIMITS)
    assert (other.step, other.name, other.done, other.due_on) == (first.step, first.name, first.done, first.due_on)
    assert not (first.overdue and not other.overdue)


SCORES = st.lists(st.decimals(0, 100, places=2, allow_nan=False), min_size=1, max_size=15)


@QUIET
@given(SCORES, st.randoms(use_true_random=False))
def test_a_panel_does_not_depend_on_the_order_and_stays_between_its_scores(
    scores: list[Decimal], chance: object
) -> None:
    """From five on the highest and the lowest are out."""
    result = panel_result(scores, 20)
    shuffled = list(scores)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert result is not None and result == panel_result(shuffled, 20)
    ranked = sorted(scores)
    counted = ranked[1:-1] if len(ranked) >= 5 else ranked
    assert counted[0] <= result.mean <= counted[-1] and result.counted == len(counted)
    assert result.wide == (max(scores) - min(scores) > 20)


def test_a_panel_without_scores_has_no_result() -> None:
    """All stood back."""
    assert panel_result([], 20) is None
