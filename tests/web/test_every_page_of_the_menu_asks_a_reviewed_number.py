"""Every page of the menu, and every page one step behind it: how often it asks the database is a reviewed number, the
same for a county twice the size."""

from collections.abc import Callable, Mapping

from django.test import Client

from tests.doubled import double
from tests.web.doors import case_of_hede
from tests.web.query_counts import asked, held
from tests.world import World
from zhijia.accounts.table import role_of
from zhijia.bulletins.models import Bulletin
from zhijia.registers.base.register import registers
from zhijia.targets.models import Order, Plan, Target
from zhijia.web.components.menu import menu_of

Enter = Callable[[World, str], Client]
Address = Callable[[World], str]
FIGURE = "?as_of=2014-07-10"
ROWS = "/register/organising.member/?figure=members&side=top&as_of=2014-07-10&org={}"
SUBTOTAL = "/figures/members/{}/?as_of=2014-07-10&group=镇区组"
# name of the page -> who looks, at which address
PAGES: Mapping[str, tuple[str, Address]] = {
    "desk of the chair": ("chair", lambda world: "/"),
    "desk of a committee": ("hede", lambda world: "/"),
    "desk of a union": ("clerk", lambda world: "/"),
    "calendar": ("chair", lambda world: "/calendar/"),
    "year of meetings": ("chair", lambda world: "/meetings/year/"),
    "stars": ("chair", lambda world: "/stars/"),
    "stars of a committee": ("hede", lambda world: "/stars/"),
    "star sheet": ("clerk", lambda world: f"/stars/{world.org['合德纺织'].pk}/"),
    "matrix": ("chair", lambda world: "/matrix/"),
    "matrix of a committee": ("hede", lambda world: "/matrix/"),
    "matrix, unions": ("chair", lambda world: f"/matrix/{world.org['合德镇'].pk}/"),
    "matrix, export": ("chair", lambda world: "/matrix/export/"),
    "passport": ("chair", lambda world: f"/figures/members/{world.org['县总'].pk}/{FIGURE}"),
    "passport of a rate": ("chair", lambda world: f"/figures/wage-bargaining-rate/{world.org['县总'].pk}/{FIGURE}"),
    "passport of a subtotal": ("chair", lambda world: SUBTOTAL.format(world.org["县总"].pk)),
    "rows behind a figure": ("chair", lambda world: ROWS.format(world.org["县总"].code)),
    "rows behind a subtotal": ("chair", lambda world: ROWS.format(world.org["县总"].code) + "&group=镇区组"),
    "indicators": ("chair", lambda world: "/indicators/"),
    "indicator": ("chair", lambda world: "/indicators/members/"),
    "plans": ("chair", lambda world: "/plans/"),
    "plan reader": ("chair", lambda world: f"/plans/{_first(Plan)}/"),
    "orders": ("chair", lambda world: "/orders/"),
    "orders of a committee": ("hede", lambda world: "/orders/"),
    "order": ("hede", lambda world: f"/orders/{Order.objects.get(organisation=world.org['合德镇']).pk}/"),
    "split of a target": ("chair", lambda world: f"/targets/{_first(Target)}/"),
    "bulletins": ("chair", lambda world: "/bulletins/"),
    "bulletin": ("chair", lambda world: f"/bulletins/{_first(Bulletin)}/"),
    "restatement": ("chair", lambda world: f"/bulletins/{_first(Bulletin)}/restatement/"),
    "survey": ("organiser", lambda world: "/survey/"),
    "survey round": ("hede", lambda world: f"/survey/{world.round.pk}/"),
    "survey, visits": ("hede", lambda world: f"/survey/{world.round.pk}/visits/"),
    "survey lists": ("organiser", lambda world: "/survey/lists/"),
    "nails": ("organiser", lambda world: "/nails/"),
    "campaigns": ("chair", lambda world: "/campaigns/"),
    "campaign": ("chair", lambda world: "/campaigns/founding-month.2014/"),
    "organisations": ("organiser", lambda world: "/organisations/"),
    "organisation": ("organiser", lambda world: f"/organisations/{world.org['合德镇'].pk}/"),
    "posts": ("office", lambda world: "/posts/"),
    "person": ("office", lambda world: f"/posts/{world.post['hede'].user_id}/"),
    "journal": ("chair", lambda world: "/journal/"),
    "parameters": ("chair", lambda world: "/parameters/"),
    "funds": ("chair", lambda world: "/funds/"),
    "fund": ("chair", lambda world: f"/funds/{world.paid.fund_id}/?year=2013"),
    "batch": ("chair", lambda world: f"/batches/{world.paid.sheet_id}/"),
    "catalogue": ("chair", lambda world: "/catalogue/"),
    "imports": ("hede", lambda world: "/imports/"),
    "transfers": ("hede", lambda world: "/membership/transfers/"),
    "monthly return": ("chair", lambda world: "/membership/return/"),
    "gaps": ("chair", lambda world: "/membership/completeness/"),
    "gaps of a union": ("hede", lambda world: f"/membership/completeness/{world.org['合德纺织'].pk}/"),
    "lapsing": ("hede", lambda world: "/membership/lapsing/"),
    "case": ("hede", lambda world: f"/cases/{case_of_hede(world)}/"),
    "cases": ("chair", lambda world: "/cases/?show=all"),
    "cases of a committee": ("hede", lambda world: "/cases/"),
    "delegations": ("hede", lambda world: "/cases/delegations/"),
    "api registers": ("chair", lambda world: "/api/registers/"),
    "api indicators": ("chair", lambda world: "/api/indicators/"),
    "api figure": ("chair", lambda world: f"/api/figures/?indicator=members&org={world.org['合德镇'].code}"),
    **{f"api {one.key}": ("chair" if one.area == "payments" else "organiser", lambda world, key=one.key: f"/api/registers/{key}/") for one in registers()},
}  # fmt: skip


def _first(model: type) -> int:
    return int(model.objects.order_by("pk").first().pk)  # type: ignore[attr-defined]


def test_pages_ask_as_often_as_their_baselines_say_however_large_the_county(
    ordered: World, circular: Bulletin, enter: Enter
) -> None:
    """Counted in the small county and held to the baseline, then counted again in one twice as large."""
    small = {}
    for name, (who, address) in PAGES.items():
        small[name] = held(enter(ordered, who), name, address(ordered))
    double(ordered)
    large = {name: asked(enter(ordered, who), address(ordered)) for name, (who, address) in PAGES.items()}
    assert large == small


def test_every_page_of_the_menu_is_among_them(ordered: World, circular: Bulletin) -> None:
    """A new line of the menu needs its baseline; registers have theirs in the register's own test."""
    known = {address(ordered).split("?")[0] for _, address in PAGES.values()}
    known |= {f"/register/{register.key}/" for register in registers()}
    from zhijia.schemes.catalogue import catalogue

    missing = {
        entry.url for key in catalogue().roles.roles for _, entries in menu_of(role_of(key) and key, "zh-hans")
        for entry in entries if entry.url not in known
    }  # fmt: skip
    assert missing == set()
