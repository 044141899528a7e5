"""Every page of the menu and what lies behind it, on a desk and on a phone, in both languages: nothing to complain of."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, WIDE, fits, resize
from tests.web.targets.conftest import Campaign, campaign, nothing_kept, plan, split  # noqa: F401
from tests.world import NOW, TODAY, World
from zhijia.bulletins.actions import draft_bulletin
from zhijia.kit.period import Period

pytestmark = pytest.mark.browser
PEOPLE = ("chair", "hede", "clerk")


@pytest.fixture
def busy(county: World, campaign: Campaign) -> tuple[str, ...]:  # noqa: F811
    """A county at work: targets split, orders issued, a circular begun. Addresses of pages behind the menu."""
    bulletin = draft_bulletin(
        layout="quarterly", period=Period.parse("2014-Q2"), by=county.post["chair"], on=TODAY, at=NOW
    )
    union, member = county.union["合德机械"].pk, county.members[0].pk
    return (
        f"/plans/{campaign.plan.pk}/", f"/targets/{campaign.whole.pk}/", f"/targets/{campaign.rate.pk}/",
        f"/orders/{campaign.orders['合德镇'].pk}/", f"/bulletins/{bulletin.pk}/",
        f"/bulletins/{bulletin.pk}/restatement/", f"/matrix/{county.org['合德镇'].pk}/",
        f"/figures/wage-bargaining-rate/{county.org['县总'].pk}/", "/indicators/new-unions/",
        f"/register/organising.union/{union}/", f"/register/organising.union/{union}/counted/",
        f"/register/organising.member/{member}/", "/register/organising.member/?q=x",
        "/feedback/", "/account/password/", "/account/totp/", "/journal/",
    )  # fmt: skip


def menu_addresses(page: Page) -> list[str]:
    """Where the menu leads."""
    links = page.locator("#menu a.nav-link")
    found = [links.nth(at).get_attribute("href") or "" for at in range(links.count())]
    assert len(found) >= 9, found
    return found


def complaints(page: Page, *, with_axe: bool) -> list[str]:
    """What is wrong with the page now open, at both widths."""
    found = []
    for size in (WIDE, PHONE):
        resize(page, size)
        for look in (fits, axe) if with_axe else (fits,):
            try:
                look(page)
            except AssertionError as fault:
                found.append(str(fault))
    resize(page, WIDE)
    return found


@pytest.mark.parametrize("person", PEOPLE)
def test_pages_are_open_to_everybody_at_any_width(page_for: Desks, busy: tuple[str, ...], person: str) -> None:
    page, faults = page_for(person), []
    for address in menu_addresses(page):
        page.goto(address)
        assert page.locator("h1").inner_text().strip(), f"{address} has no heading"
        faults += complaints(page, with_axe=True)
    assert not faults, "\n".join(faults)


def test_pages_behind_the_menu_are_as_good(page_for: Desks, busy: tuple[str, ...]) -> None:
    page, faults = page_for("chair"), []
    for address in busy:
        page.goto(address)
        faults += complaints(page, with_axe=True)
    assert not faults, "\n".join(faults)


def test_forms_of_a_committee_are_as_good(page_for: Desks, county: World, campaign: Campaign) -> None:  # noqa: F811
    page, faults = page_for("hede"), []
    member, union = f"/register/organising.member/{county.members[0].pk}/", county.union["合德机械"].pk
    for address in (
        "/register/organising.member/new/", "/register/organising.member/accept/", f"{member}correct/",
        f"{member}change/", f"{member}void/", f"{member}step/withdraw/", "/register/organising.union/new/founding/",
        f"/register/organising.union/{union}/close/", f"/register/organising.union/{union}/",
        "/register/organising.employer/print/", "/register/organising.employer/export/",
        f"/orders/{campaign.orders['合德镇'].pk}/",
    ):  # fmt: skip
        page.goto(address)
        faults += complaints(page, with_axe=True)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("person", PEOPLE)
def test_english_pages_hold_as_well(page_for: Desks, busy: tuple[str, ...], person: str) -> None:
    page, faults = page_for(person, language="en"), []
    for address in (*menu_addresses(page), *(busy if person == "chair" else ())):
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == "en"
        faults += complaints(page, with_axe=True)
    assert not faults, "\n".join(faults)
