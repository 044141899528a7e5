"""The first hour of a county: its federation as root of the tree, and one administrator who lets everybody else in."""

import datetime as dt
import random
from dataclasses import dataclass

from django.db import transaction

from zhijia.accounts.models import Post, User
from zhijia.accounts.passwords import one_time_password
from zhijia.accounts.rules import check_login
from zhijia.accounts.table import role_label
from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.orgs.actions import create_county

ROLE = "county-office"
TAIL, FIRST = "总工会", "系统管理员"
NO_NAME = gettext_noop("请写明县名，如 --county 海川县。")


@dataclass(frozen=True)
class Founded:
    """What the person at the terminal must know; the password is stored nowhere else."""

    county: str
    code: str
    login: str
    password: str


@transaction.atomic
def found_county(*, name: str, division: str, login: str, on: dt.date, at: dt.datetime, rng: random.Random) -> Founded:
    """Root, first account and its post; all or nothing. Conflict when a county stands already.

    `name` with or without 总工会; `division`: six digits; `rng` must be a system source outside of tests.
    """
    plain = name.strip().removesuffix(TAIL)
    if not plain:
        raise Problem(NO_NAME)
    county = create_county(name=plain + TAIL, short_name="县总", division=division.strip(), on=on, at=at)
    password = one_time_password(rng)
    user = User(username=check_login(login), full_name=FIRST, password_given=True)
    user.set_password(password)
    user.save()
    post = Post.objects.create(user=user, role=ROLE, organisation=county, since=on)
    told = {"person": user, "role": role_label(ROLE), "organisation": county}
    record(kind="user.created", by=None, at=at, organisation=county.pk, subject="user", subject_id=user.pk, detail=told)
    record(kind="post.given", by=None, at=at, organisation=county.pk, subject="post", subject_id=post.pk, detail=told)
    return Founded(county=county.name, code=county.code, login=user.username, password=password)
