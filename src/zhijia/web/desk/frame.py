"""What stands around every page: the menu of the post, the day, the language."""

import functools
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.table import role_label, role_of


@dataclass(frozen=True)
class Item:
    """One line of the menu: shown when the role has the verb."""

    label: str | Promise
    view: str
    verb: str
    icon: str
    args: tuple[str, ...] = ()


MENU: tuple[Item, ...] = (
    Item(_("工作台"), "desk", "desk.view", "home"),
    Item(_("目标矩阵"), "matrix", "targets.view", "grid"),
    Item(_("读计划"), "plans", "plans.edit", "reader"),
    Item(_("交办单"), "orders", "orders.view", "order"),
    Item(_("通报"), "bulletins", "bulletins.view", "paper"),
    Item(_("组织"), "organisations", "orgs.view", "tree"),
    Item(_("单位"), "register", "employers.view", "building", ("organising.employer",)),
    Item(_("基层工会"), "register", "unions.view", "union", ("organising.union",)),
    Item(_("会员"), "register", "members.view", "people", ("organising.member",)),
    Item(_("任职"), "register", "positions.view", "badge", ("organising.position",)),
    Item(_("届次"), "register", "positions.view", "calendar", ("organising.term",)),
    Item(_("集体合同"), "register", "contracts.view", "contract", ("relations.contract",)),
    Item(_("导入"), "imports", "registers.import", "upload"),
    Item(_("指标口径"), "indicators", "figures.view", "gauge"),
    Item(_("参数"), "parameters", "settings.view", "settings"),
    Item(_("日志"), "journal", "journal.view", "log"),
    Item(_("用户与岗位"), "posts", "posts.edit", "key"),
)


@dataclass(frozen=True)
class Entry:
    """A menu line ready to print."""

    label: str
    url: str
    icon: str


@functools.cache
def menu_of(role: str, language: str) -> tuple[Entry, ...]:
    """The menu of a role in a language; worked out once per process."""
    allowed = role_of(role).may
    return tuple(
        Entry(str(item.label), reverse(item.view, args=item.args), item.icon) for item in MENU if item.verb in allowed
    )


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of every template: menu, post, day; nothing that costs a query."""
    post = getattr(request, "post", None)
    if post is None:
        return {"demo": settings.TODAY is not None}
    return {
        "post": post,
        "role_label": role_label(post.role),
        "menu": menu_of(post.role, get_language() or ""),
        "here": request.path,
        "today": request.today,  # type: ignore[attr-defined]
        "demo": settings.TODAY is not None,
    }
