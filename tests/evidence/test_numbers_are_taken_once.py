"""Numbers of papers: one after the other, each year anew, never twice even when two officers sign at once."""

import threading

import pytest
from django.db import connection, connections

from tests.world import World, make_world
from zhijia.evidence.papers import next_number


def test_numbers_count_up_by_kind_and_year(world: World) -> None:
    """海工交 and 海工督 each begin at 1 every year."""
    taken = [next_number("工交", 2014), next_number("工交", 2014), next_number("工督", 2014), next_number("工交", 2015)]
    assert taken == ["海工交〔2014〕1号", "海工交〔2014〕2号", "海工督〔2014〕1号", "海工交〔2015〕1号"]


@pytest.mark.django_db(transaction=True)
def test_eight_hands_at_once_get_eight_numbers() -> None:
    """Whoever comes second waits for the first; a database kept in memory serves one after the other anyway."""
    make_world()
    hands = 8 if connection.vendor == "postgresql" else 1
    taken: list[str] = []

    def sign() -> None:
        taken.extend(next_number("工交", 2014) for _ in range(8 // hands))
        connections.close_all()

    threads = [threading.Thread(target=sign) for _ in range(hands)]
    if hands == 1:
        taken.extend(next_number("工交", 2014) for _ in range(8))
    else:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(taken) == sorted(f"海工交〔2014〕{number}号" for number in range(1, 9))
