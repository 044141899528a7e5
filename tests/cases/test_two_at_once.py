"""Two officers press the button in the same moment: one wins, the other is told who was first. A double click is one."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from tests.cases.conftest import Trial
from tests.orgs.test_two_moves_at_once_make_no_cycle import patiently
from tests.world import LONG_AGO, NOW, TODAY, fill, make_world
from zhijia.accounts.models import Post, User
from zhijia.cases.actions import open_case, take_step
from zhijia.cases.models import StepRecord
from zhijia.kit.problem import Conflict

VISIT = {"visitors": "单国强"}


def at_once(works: Sequence[Callable[[], object]]) -> list[object]:
    """What each returned or was told."""
    outcomes: list[object] = []
    start = threading.Barrier(len(works))

    def one(work: Callable[[], object]) -> None:
        start.wait()
        try:
            outcomes.append(patiently(work))
        except Conflict as conflict:
            outcomes.append(str(conflict))
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.fixture
def trial_for_all(folder: Path, transactional_db: None) -> Trial:
    """A case that every connection can see."""
    county = fill(make_world())
    case = open_case(
        procedure="trial", row=county.employer["合德镇未建"], answers={"reason": "难", "amount": "8"},
        by=county.post["hede"], on=TODAY, at=NOW, key="open",
    )  # fmt: skip
    return Trial(county, case)


def test_one_of_two_officers_wins(trial_for_all: Trial) -> None:
    """Both had the same page open."""
    trial = trial_for_all
    user = User.objects.create_user(username="deputy", full_name="孙副主任")
    deputy = Post.objects.create(
        user=user, role="committee-chair", organisation=trial.county.org["合德镇"], since=LONG_AGO
    )
    told = {**trial.told(), "answers": VISIT}
    works = [
        lambda post=post, key=key: take_step(by=post, **{**told, "key": key})
        for post, key in ((trial.county.post["hede"], "a"), (deputy, "b"))
    ]
    outcomes = at_once(works)
    refused = [outcome for outcome in outcomes if isinstance(outcome, str)]
    assert len(refused) == 1 and "已先办理了“核实”" in refused[0]
    assert StepRecord.objects.filter(case=trial.case).count() == 2


def test_a_double_click_is_one_record(trial_for_all: Trial) -> None:
    """Both answers are the same record."""
    trial = trial_for_all
    told = {**trial.told(), "answers": VISIT, "by": trial.county.post["hede"]}
    outcomes = at_once([lambda: take_step(**told)] * 2)
    assert len({getattr(outcome, "pk", outcome) for outcome in outcomes}) == 1
    assert StepRecord.objects.filter(case=trial.case).count() == 2


@pytest.mark.django_db
def test_the_database_itself_takes_a_place_once_and_keeps_what_is_written(trial: Trial) -> None:
    """Were the program to forget the lock, the database would not."""
    first = StepRecord.objects.get(case=trial.case)
    with pytest.raises(IntegrityError), transaction.atomic():
        StepRecord.objects.create(case=trial.case, sequence=1, verb="done", on=TODAY, at=NOW, key="x")
    for attack in (lambda: StepRecord.objects.update(text="x"), first.delete):
        with pytest.raises(Exception, match="append-only"), transaction.atomic():
            attack()
