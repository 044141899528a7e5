"""An import killed with SIGKILL at random points and run again: no row lost, none twice, no half of a file."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.registers.imports.killing import County, county_of_its_own, roster

TRIAL = os.environ.get("ZHIJIA_TRIAL") == "full"
POINTS, ROWS = (50, 4000) if TRIAL else (2, 1500)
MEMBERS = "SELECT count(*) FROM organising_member"
PERSONS = "SELECT count(DISTINCT id_digest) FROM organising_member"
LINES = "SELECT count(*) FROM journal_entry WHERE kind = 'fact.recorded' AND subject = 'organising.member'"
BATCHES = "SELECT count(*) FROM base_importbatch WHERE register = 'organising.member' AND state = 'committed'"


@pytest.mark.trial
@pytest.mark.django_db
def test_killed_anywhere_and_run_again(tmp_path: Path) -> None:
    """A run that ended before its kill came says nothing and does not count; the next kill comes sooner."""
    rng, killed, point = Random(20140710), 0, 0
    with county_of_its_own(tmp_path) as county:
        whole = county.run("import", "members", str(roster(tmp_path / "0.csv", 0, ROWS)))
        while killed < POINTS:
            point += 1
            assert point < 5 * POINTS, "hardly any run was still alive when it was to be killed"
            alive, again = _killed_at(county, tmp_path, point, rng.uniform(0, whole))
            killed += alive
            whole = min(whole, again) if not alive else again


def _killed_at(county: County, folder: Path, point: int, seconds: float) -> tuple[bool, float]:
    """Kill one import after `seconds`, see that it left all or nothing, run it again.

    Was it alive when killed, and how long the second run took.
    """
    file = roster(folder / f"{point}.csv", point, ROWS)
    held, batches = county.ask(MEMBERS), county.ask(BATCHES)
    process = county.start("import", "members", str(file))
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    killed = county.ended() == -signal.SIGKILL
    left = county.ask(MEMBERS) - held
    assert left in (0, ROWS), f"{left} of {ROWS} rows after a kill at {seconds:.2f} s"
    assert county.ask(BATCHES) - batches == left // ROWS
    again = county.run("import", "members", str(file))
    assert county.ask(MEMBERS) == county.ask(PERSONS) == county.ask(LINES) == held + ROWS
    file.unlink()
    return killed, again
