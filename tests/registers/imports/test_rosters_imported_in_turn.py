"""Rosters of a whole county imported one after the other: each finds registered whom the ones before it brought."""

import os
from pathlib import Path

import pytest

from tests.registers.imports.hostile_papers import make
from tests.registers.imports.sheets import run
from tests.world import World
from zhijia.registers.organising.models import Member

TRIAL = os.environ.get("ZHIJIA_TRIAL") == "full"
FILES = 40 if TRIAL else 5


@pytest.mark.trial
def test_every_row_of_every_file_has_its_verdict(county: World, tmp_path: Path) -> None:
    held = {member.id_number for member in county.members}
    for seed in range(1, FILES + 1):
        path, people = make(seed, 300 + (seed * 437 % 1_700 if TRIAL else 0), held, tmp_path)
        _, judged = run("members", path)
        wanted = {made.at: (made.reason, made.warnings) for made in people}
        found = {
            (row.sheet, row.number): (row.draft.faults[0].counted_as, set())
            if row.draft.faults
            else ("", {each.counted_as for each in row.draft.warnings})
            for row in judged
        }
        shown = {made.at: made.cells for made in people}
        wrong = [(at, wanted.get(at), found.get(at), shown.get(at)) for at in sorted({*wanted, *found})
                 if wanted.get(at) != found.get(at)]  # fmt: skip
        assert not wrong, f"{path.name}: {len(wrong)} of {len(wanted)}: {wrong[:20]}"
        assert {member.id_number for member in Member.objects.all()} == held
        path.unlink()
