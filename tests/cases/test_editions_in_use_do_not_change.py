"""A running case keeps its edition to the end; a file changed in use stops the start and is named."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.cases.conftest import Trial
from tests.world import TODAY, World
from zhijia.cases.checks import check_used_editions_are_unchanged
from zhijia.cases.editions import edition_for
from zhijia.kit.problem import Conflict
from zhijia.schemes.catalogue import use_folders


def edited(folder: Path) -> None:
    """Someone mends the file of the edition in use."""
    path = folder / "foundings" / "trial.2014.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("days: 5,", "days: 50,"), encoding="utf-8")
    use_folders([*settings.CATALOGUE_FOLDERS, folder])


def test_a_file_changed_in_use_stops_every_step_and_is_named(trial: Trial, folder: Path) -> None:
    """Until it is what it was."""
    assert not [*check_used_editions_are_unchanged()]
    edited(folder)
    with pytest.raises(Conflict, match=r"trial\.2014\.yaml在使用后被改动"):
        trial.check()
    [finding] = check_used_editions_are_unchanged()
    assert "trial.2014.yaml" in str(finding.problem) and "另写新的一版" in str(finding.problem)


def test_a_file_that_has_gone_is_named(trial: Trial, folder: Path) -> None:
    """Deleted, or moved away."""
    (folder / "foundings" / "trial.2014.yaml").unlink()
    use_folders([*settings.CATALOGUE_FOLDERS, folder])
    with pytest.raises(Conflict, match=r"trial\.2014\.yaml不见了"):
        trial.check()


def test_the_server_does_not_start_on_a_changed_file(trial: Trial, folder: Path) -> None:
    """The start-up check."""
    edited(folder)
    with pytest.raises((SystemExit, CommandError)):
        call_command("serve", port="8001", workers="1")


def test_a_new_edition_is_for_new_cases(trial: Trial, folder: Path, county: World) -> None:
    """The open case goes on under the old one."""
    text = (folder / "foundings" / "trial.2014.yaml").read_text(encoding="utf-8")
    newer = text.replace("edition: 2014", "edition: 2015").replace("days: 5", "days: 9")
    (folder / "foundings" / "trial.2015.yaml").write_text(newer, encoding="utf-8")
    use_folders([*settings.CATALOGUE_FOLDERS, folder])
    assert edition_for("trial", TODAY).edition == 2014
    assert edition_for("trial", TODAY.replace(year=2016)).edition == 2015
    trial.check()
    assert trial.card("hede").edition.edition == 2014
