"""`zhijia demo`: the demo county, made with a fixed seed."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils.translation import gettext

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.project.command import Command as Base
from zhijia.project.demo.days import TODAY
from zhijia.project.demo.dice import SEED
from zhijia.project.demo.make import make_demo
from zhijia.project.demo.mark import make_room, set_mark
from zhijia.project.demo.posts import PASSWORD, sign_ins
from zhijia.project.demo.sizes import sizes_at

ADDRESS = "http://127.0.0.1:8000/"
BAD_SCALE = gettext_noop("规模%(scale)s不在范围内，请填写大于0、不超过1的数，例如 0.05。")


class Command(Base):
    """Make the county, or make it again."""

    help = "make the demo county (fixed seed, fictional persons)"

    def arguments(self, parser: CommandParser) -> None:
        """--again wipes a home that a demo made, and no other."""
        parser.add_argument("--again", action="store_true", help="wipe the demo in ZHIJIA_HOME and make it anew")
        parser.add_argument("--scale", type=float, default=1.0, help="size, 1 is the county, 0.05 a small copy")

    def work(self, **options: Any) -> Any:
        """Counts and sign-ins."""
        scale = options["scale"]
        if not 0 < scale <= 1:
            raise Problem(BAD_SCALE, scale=scale)
        make_room(again=options["again"])
        sizes, done = sizes_at(scale), 0

        def told(rows: int) -> None:
            nonlocal done
            done = min(done + rows, sizes.members)
            self.progress(done, sizes.members, gettext("生成演示县"))

        demo = make_demo(seed=SEED, sizes=sizes, told=told)
        made = {
            "county": str(demo.tree.county.name), "day": TODAY, "home": str(settings.ZHIJIA_HOME), "address": ADDRESS,
            "unions": sizes.unions, "members": sizes.members, "password": PASSWORD, "sign_ins": sign_ins(demo.posts),
        }  # fmt: skip
        set_mark(made)
        return made

    def show(self, result: Any) -> None:
        """Where to go and whom to be."""
        say = self.stdout.write
        say(gettext("演示县“%(county)s”已生成：基层工会%(unions)s家，会员%(members)s人，演示日%(day)s。") % result)
        say(gettext("数据目录：%(home)s") % result)
        say(gettext("网址：%(address)s　密码都是：%(password)s") % result)
        for one in result["sign_ins"]:
            say(f"  {one['login']:<12} {one['post']}")
