"""`zhijia init --county NAME --division CODE`: an empty county with its first administrator."""

import secrets
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext

from zhijia.project.command import Command as Base
from zhijia.project.founding import found_county
from zhijia.web import clock


class Command(Base):
    """Found a county; a second time is refused."""

    help = "an empty county: tree root, posts, first administrator"

    def arguments(self, parser: CommandParser) -> None:
        """Name, division, sign-in name."""
        parser.add_argument("--county", required=True, help="name of the county, written in Chinese")
        parser.add_argument("--division", required=True, help="six-digit code of the administrative division")
        parser.add_argument("--admin", default="admin", help="sign-in name of the first administrator")

    def work(self, **options: Any) -> dict[str, str]:
        """What was founded, the one-time password among it."""
        now = clock.now()
        founded = found_county(
            name=options["county"], division=options["division"], login=options["admin"], on=now.date(), at=now,
            rng=secrets.SystemRandom(),
        )  # fmt: skip
        return {
            "county": founded.county, "code": founded.code, "login": founded.login, "password": founded.password,
        }  # fmt: skip

    def show(self, result: Any) -> None:
        """Two sentences; the password is shown this once."""
        self.stdout.write(gettext("已建立“%(county)s”，组织编码 %(code)s。") % result)
        self.stdout.write(
            gettext("首位管理员 %(login)s 的初始密码：%(password)s（只显示这一次，登录后请立即修改）。") % result
        )
