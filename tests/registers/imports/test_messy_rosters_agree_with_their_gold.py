"""Rosters with every mess at once: the counts are exact and each row has the verdict known beforehand."""

import os
from pathlib import Path

import pytest

from tests.registers.imports.messy import Roster, gold, write
from tests.registers.imports.sheets import run
from tests.world import World

TRIAL = os.environ.get("ZHIJIA_TRIAL") == "full"
SEEDS = range(1, 41) if TRIAL else range(1, 7)


@pytest.mark.trial
@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_has_its_verdict(county: World, tmp_path: Path, seed: int) -> None:
    roster = Roster(county, seed, 300 + (seed * 337 % 1_701 if TRIAL else 0))
    tally, judged = run("members", write(roster, tmp_path))
    wanted = {row.at: (row.reason, row.warnings) for row in roster.rows}
    found = {(row.sheet, row.number): (row.draft.faults[0].counted_as if row.draft.faults else "",
                                      set() if row.draft.faults else {w.counted_as for w in row.draft.warnings})
             for row in judged}  # fmt: skip
    shown = {row.at: row for row in roster.rows}
    wrong = [(shown.get(at), wanted.get(at), found.get(at)) for at in sorted({*wanted, *found})
             if wanted.get(at) != found.get(at)]  # fmt: skip
    assert not wrong, f"{len(wrong)} of {len(wanted)}: {wrong[:40]}"
    rejected, warned = gold(roster)
    assert (tally.rejected, tally.warnings) == (rejected, warned)
