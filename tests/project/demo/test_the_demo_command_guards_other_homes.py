"""`zhijia demo` writes into an empty home only, wipes a demo's home only, and says so in one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.world import World
from zhijia.orgs.models import Organisation
from zhijia.project.demo.mark import MARK

WIPE = """
import datetime as dt, django
django.setup()
from zhijia.orgs.actions import create_county
from zhijia.orgs.models import Organisation
from zhijia.project.demo.mark import make_room, mark_file
make_room(again=False)
create_county(name="某县总工会", division="320999", on=dt.date(2001, 1, 1), at=dt.datetime(2014, 1, 6, tzinfo=dt.timezone.utc))
mark_file().write_text("{}", encoding="utf-8")
make_room(again=True)
print(Organisation.objects.count(), mark_file().exists())
"""


@pytest.mark.parametrize(("again", "words"), [(False, "要另建演示县"), (True, "不是演示县，不能清空")])
def test_a_home_with_a_real_county_is_left_alone(
    world: World, settings: object, tmp_path: Path, capsys: pytest.CaptureFixture[str], again: bool, words: str
) -> None:
    settings.ZHIJIA_HOME = tmp_path  # type: ignore[attr-defined]
    before = Organisation.objects.count()
    with pytest.raises(SystemExit) as end:
        call_command("demo", again=again)
    told = capsys.readouterr().err
    assert end.value.code == 1 and words in told and "Traceback" not in told
    assert Organisation.objects.count() == before
    assert not (tmp_path / MARK).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("scale", ["0", "-1", "2"])
def test_an_impossible_size_is_refused(scale: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command("demo", scale=float(scale))
    assert "不在范围内" in capsys.readouterr().err
    assert not Organisation.objects.exists()


def test_a_demo_home_is_wiped_from_the_ground(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"ZHIJIA_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "zhijia.project.settings"}
    done = subprocess.run(
        [sys.executable, "-c", WIPE], env=environment, capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.split() == ["0", "False"]
