"""`zhijia verify` reads every file of evidence again: missing and altered ones are named."""

from pathlib import Path

import pytest

from tests.project.terminal import run
from tests.world import NOW, World
from zhijia.evidence.actions import attach
from zhijia.evidence.stored import path_of

PAPER = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def stored(county: World) -> Path:
    """One file handed in by the clerk."""
    made = attach(
        name="reply.pdf", chunks=[PAPER], subject="organising.union", subject_id=1, slot="",
        organisation=county.org["合德纺织"], by=county.post["clerk"], at=NOW,
    )  # fmt: skip
    return path_of(made.file.sha256)


def test_an_untouched_file_passes(stored: Path) -> None:
    """Nothing to say."""
    assert run("verify").code == 0


def test_an_altered_file_is_named(stored: Path) -> None:
    """One byte is enough."""
    stored.write_bytes(PAPER.replace(b"4", b"5"))
    ran = run("verify")
    assert ran.code == 1 and stored.name[:12] in ran.out
    stored.write_bytes(PAPER)


def test_a_missing_file_is_named(stored: Path) -> None:
    """With what to do next."""
    stored.unlink()
    ran = run("verify")
    assert ran.code == 1 and "备份" in ran.out
