"""The invented procedure in a catalogue of its own, and officers who act in it."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.world import NOW, TODAY, World
from zhijia.accounts.models import Post, User
from zhijia.cases.actions import open_case, publish_notice, score, seat_panel, take_step
from zhijia.cases.models import Case, StepRecord
from zhijia.cases.queries import card_of
from zhijia.cases.queries.cards import Card
from zhijia.schemes.catalogue import use_folders

HERE = Path(__file__).parent
_keys = count(1)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A county's own catalogue with the invented procedure, in use for one test."""
    (tmp_path / "foundings").mkdir()
    shutil.copy(HERE / "trial.2014.yaml", tmp_path / "foundings" / "trial.2014.yaml")
    use_folders([*settings.CATALOGUE_FOLDERS, tmp_path])
    yield tmp_path
    use_folders(settings.CATALOGUE_FOLDERS)


def key() -> str:
    """A client key nobody used before."""
    return f"click-{next(_keys)}"


def at(day: dt.date) -> dt.datetime:
    """Nine in the morning of a day."""
    return NOW.replace(year=day.year, month=day.month, day=day.day)


@dataclass
class Trial:
    """One case of the invented procedure and those who act in it."""

    county: World
    case: Case
    day: dt.date = TODAY

    @property
    def last(self) -> int:
        """The last record there is: what somebody who just opened the page has seen."""
        return StepRecord.objects.filter(case=self.case).count()

    def told(self, **more: Any) -> dict[str, Any]:
        """Arguments every act takes."""
        return {"on": self.day, "at": at(self.day), "key": key(), "seen": self.last, "case": self.case, **more}

    def take(self, who: str, outcome: str = "", **more: Any) -> StepRecord:
        """Take the present step."""
        return take_step(by=self.county.post[who], outcome=outcome, **self.told(**more))

    def check(self) -> StepRecord:
        """The first step."""
        return self.take("hede", answers={"visitors": "单国强、王芳"})

    def agree(self) -> None:
        """Two of the three county posts agree."""
        self.take("organiser", "agree")
        self.take("office", "agree")

    def panel(self, *scores: str) -> None:
        """A panel of invented officers scores, and the step is closed."""
        members = panel_of(self.county, len(scores))
        seat_panel(members=members, by=self.county.post["organiser"], **self.told())
        for member, points in zip(members, scores, strict=True):
            score(score=points, text="", by=member, **self.told())
        self.take("organiser")

    def publish(self, days: int = 7, token: str = "") -> Any:
        """Hang the notice."""
        return publish_notice(
            title="拟办公示", lines=[("单位", "新星电子")], contact="县总工会 0515-2345678", opens=self.day,
            closes=self.day + dt.timedelta(days=days), place="web", token=token or key(),
            by=self.county.post["organiser"], **self.told(),
        )  # fmt: skip

    def card(self, who: str) -> Card:
        """The page as somebody sees it."""
        self.case.refresh_from_db()
        return card_of(self.county.post[who], self.case, self.day)

    @property
    def step(self) -> str:
        """Where it stands."""
        self.case.refresh_from_db()
        return self.case.step


def panel_of(county: World, size: int) -> list[Post]:
    """Officers of the county who sit on panels."""
    made = []
    for at_ in range(size):
        user = User.objects.create_user(username=f"panel{Post.objects.count()}", full_name=f"评委{at_ + 1}")
        made.append(Post.objects.create(user=user, role="county-office", organisation=county.org["县总"], since=TODAY))
    return made


@pytest.fixture
def trial(folder: Path, county: World) -> Trial:
    """A case just opened by 合德."""
    case = open_case(
        procedure="trial", row=county.employer["合德镇未建"], answers={"reason": "困难", "amount": "800"},
        by=county.post["hede"], on=TODAY, at=NOW, key=key(),
    )  # fmt: skip
    return Trial(county, case)
