"""Sealed sheets of these tests lie in a folder of their own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folder(settings: object, tmp_path: Path) -> None:
    """A home for each test."""
    settings.ZHIJIA_HOME = tmp_path / "home"  # type: ignore[attr-defined]
