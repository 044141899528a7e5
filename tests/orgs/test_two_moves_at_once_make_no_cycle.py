"""Two officers hang each other's branch below the other at the same moment: one succeeds, the tree stays a tree."""

import threading
import time
from collections.abc import Callable

import pytest
from django.db import OperationalError, connection

from tests.world import LONG_AGO, NOW, TODAY, make_world
from zhijia.kit.problem import Problem
from zhijia.orgs.actions import create_organisation, move_organisation
from zhijia.orgs.models import Organisation


def patiently(work: Callable[[], object]) -> object:
    """Again while the shared in-memory database of the tests says that another writer holds it."""
    for _ in range(400):
        try:
            return work()
        except OperationalError as busy:
            if "lock" not in str(busy):
                raise
            time.sleep(0.01)
    raise TimeoutError


@pytest.mark.django_db(transaction=True)
def test_the_second_of_two_crossing_moves_is_refused() -> None:
    world = make_world()
    first, second = (
        create_organisation(parent=world.org["合德纺织"], kind="50", name=name, on=LONG_AGO, by=None, at=NOW)
        for name in ("一车间分会", "二车间分会")
    )
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def move(node: Organisation, target: Organisation) -> None:
        start.wait()
        try:
            patiently(lambda: move_organisation(organisation=node, parent=target, on=TODAY, by=None, at=NOW))
            outcomes.append("moved")
        except Problem as problem:
            outcomes.append(str(problem))
        finally:
            connection.close()

    threads = [threading.Thread(target=move, args=pair) for pair in ((first, second), (second, first))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 2 and outcomes.count("moved") == 1
    assert "它自己的下级" in next(outcome for outcome in outcomes if outcome != "moved")
    assert not any(Organisation.objects.find_problems())
    assert Organisation.objects.within(world.org["合德纺织"].path).count() == 3
