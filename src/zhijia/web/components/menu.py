"""The menu at the left: what a role may open, in three groups, the place where one stands marked."""

import functools
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhijia.accounts.table import role_of
from zhijia.web.components.icon import icon_html


@dataclass(frozen=True)
class Item:
    """One line of the menu: shown when the role has the verb."""

    label: str | Promise
    view: str
    verb: str
    icon: str
    args: tuple[str, ...] = ()


Group = tuple[str | Promise, tuple[Item, ...]]
MENU: tuple[Group, ...] = (
    (_("任务"), (
        Item(_("工作台"), "desk", "desk.view", "home"),
        Item(_("工作日历"), "calendar", "desk.view", "clock"),
        Item(_("目标矩阵"), "matrix", "targets.view", "grid"),
        Item(_("读计划"), "plans", "plans.edit", "reader"),
        Item(_("交办单"), "orders", "orders.view", "order"),
        Item(_("办件"), "cases", "cases.view", "check"),
        Item(_("创星考评"), "stars", "stars.view", "target"),
        Item(_("创星任务"), "register", "tasks.view", "order", ("assessment.task",)),
        Item(_("突击月"), "campaigns", "targets.view", "target"),
        Item(_("通报"), "bulletins", "bulletins.view", "paper"),
        Item(_("指标口径"), "indicators", "figures.view", "gauge"),
    )),
    (_("台账"), (
        Item(pgettext_lazy("menu", "组织"), "organisations", "orgs.view", "tree"),
        Item(_("单位"), "register", "employers.view", "building", ("organising.employer",)),
        Item(_("摸排"), "survey", "targets.view", "check"),
        Item(_("督促建会"), "nails", "targets.view", "voice"),
        Item(_("基层工会"), "register", "unions.view", "union", ("organising.union",)),
        Item(_("会员"), "register", "members.view", "people", ("organising.member",)),
        Item(_("会员月报"), "monthly-return", "movements.view", "columns"),
        Item(_("实名信息缺项"), "completeness", "members.view", "edit"),
        Item(_("会籍变动"), "register", "movements.view", "switch", ("organising.movement",)),
        Item(_("任职"), "register", "positions.view", "badge", ("organising.position",)),
        Item(_("届次"), "register", "positions.view", "calendar", ("organising.term",)),
        Item(pgettext_lazy("menu", "工会机构"), "register", "positions.view", "list", ("organising.body",)),
        Item(pgettext_lazy("menu", "会员大会与选举"), "register", "positions.view", "check", ("organising.election",)),
        Item(pgettext_lazy("menu", "主席人选核对"), "register", "positions.view", "person", ("organising.chair-check",)),
        Item(_("干部培训"), "register", "positions.view", "reader", ("organising.training",)),
        Item(pgettext_lazy("menu", "法人证书"), "register", "unions.view", "file", ("organising.certificate",)),
        Item(_("集体合同"), "register", "contracts.view", "contract", ("relations.contract",)),
        Item(_("工作记录"), "register", "works.view", "check", ("organising.work",)),
        Item(_("一票否决事项"), "register", "vetoes.view", "warn", ("organising.veto",)),
        Item(_("资格与荣誉"), "register", "standings.view", "badge", ("ledger.standing",)),
        Item(_("资金与批次"), "funds", "funds.view", "grid"),
        Item(_("发放"), "register", "payments.view", "list", ("ledger.payment",)),
        Item(_("导入"), "imports", "registers.import", "upload"),
    )),
    (_("会议与督办"), (
        Item(_("会议"), "register", "meetings.view", "voice", ("organising.meeting",)),
        Item(_("落实事项"), "register", "followups.view", "check", ("organising.followup",)),
        Item(_("整改清单"), "register", "meetings.view", "list", ("organising.rectification",)),
        Item(_("检查监督"), "register", "meetings.view", "eye", ("organising.inspection",)),
        Item(_("党工共建"), "register", "meetings.view", "link", ("organising.cobuilding",)),
        Item(_("会议年账"), "meeting-year", "meetings.view", "chart"),
    )),
    (_("系统管理"), (
        Item(_("制度目录"), "catalogue", "settings.view", "reader"),
        Item(_("参数"), "parameters", "settings.view", "settings"),
        Item(_("日志"), "journal", "journal.view", "log"),
        Item(_("用户与岗位"), "posts", "posts.edit", "key"),
    )),
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A menu line ready to print."""

    label: str
    url: str
    icon: str


@functools.cache
def menu_of(role: str, language: str) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The groups of a role in the language now active; `language` is the cache's key, not a request."""
    allowed = role_of(role).may
    groups = (
        (
            str(title),
            tuple(Entry(str(i.label), reverse(i.view, args=i.args), i.icon) for i in items if i.verb in allowed),
        )
        for title, items in MENU
    )
    return tuple((title, entries) for title, entries in groups if entries)


def menu_html(role: str, language: str, path: str) -> SafeString:
    """The menu with the entry of `path` marked: the longest address that `path` begins with."""
    urls = [entry.url for _, entries in menu_of(role, language) for entry in entries]
    at = max((url for url in urls if path == url or (url != "/" and path.startswith(url))), key=len, default="")
    return _drawn(role, language, at)


@functools.cache
def _drawn(role: str, language: str, at: str) -> SafeString:
    groups = format_html_join(
        "",
        '<h2 class="menu-group">{}</h2><ul class="navbar-nav">{}</ul>',
        ((title, _lines(entries, at)) for title, entries in menu_of(role, language)),
    )
    return render_to_string("components/menu.html", {"groups": groups})


def _lines(entries: tuple[Entry, ...], at: str) -> SafeString:
    here = mark_safe(' aria-current="page"')
    return format_html_join(
        "", '<li class="nav-item{}"><a class="nav-link" href="{}"{}>{}<span>{}</span></a></li>',
        ((" active" if e.url == at else "", e.url, here if e.url == at else "", icon_html(e.icon), e.label) for e in entries),
    )  # fmt: skip
