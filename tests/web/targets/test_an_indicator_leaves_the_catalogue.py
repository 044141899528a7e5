"""An indicator file is taken away while targets still ask for it: every page opens and says so; nothing is lost."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from django.test import Client

from tests.world import World
from zhijia.schemes import catalogue as shelf
from zhijia.targets.models import Order, Target

Enter = Callable[[World, str], Client]
SAID = "已不在制度目录中"


@pytest.fixture
def without(ordered: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The county with its orders, after `new-unions` has left."""
    whole = shelf.catalogue()
    left = {key: value for key, value in whole.indicators.items() if key != "new-unions"}
    smaller = replace(whole, indicators=left)
    for module in _readers():
        monkeypatch.setattr(module, "catalogue", lambda: smaller)
    yield ordered


def _readers() -> list[object]:
    """Every module that reads the catalogue."""
    return [
        module for name, module in sorted(sys.modules.items())
        if name.startswith("zhijia.") and getattr(module, "catalogue", None) is shelf.catalogue
    ]  # fmt: skip


@pytest.mark.parametrize(
    "address", ["/", "/matrix/", "/orders/", "/bulletins/", "/plans/", "/campaigns/", "/indicators/"]
)
def test_the_pages_still_open(without: World, enter: Enter, address: str) -> None:
    """Or refuse for another reason."""
    for person in ("chair", "hede"):
        assert enter(without, person).get(address).status_code in (200, 403), person


def test_the_desk_the_order_and_the_target_say_so(without: World, enter: Enter) -> None:
    """One sentence on each card."""
    client = enter(without, "hede")
    order = Order.objects.get(organisation=without.org["合德镇"])
    assert SAID in client.get("/").content.decode()
    assert SAID in client.get(f"/orders/{order.pk}/").content.decode()
    target = Target.objects.get(organisation=without.org["合德镇"], indicator="new-unions")
    assert SAID in client.get(f"/targets/{target.pk}/").content.decode()


def test_the_target_can_be_withdrawn(without: World, enter: Enter) -> None:
    """So that the county is not stuck with it."""
    target = Target.objects.get(organisation=without.org["合德镇"], indicator="new-unions")
    answer = enter(without, "office").post(f"/targets/{target.pk}/withdraw/", {"reason": "指标停用"}, follow=True)
    assert answer.status_code == 200
    target.refresh_from_db()
    assert target.state == Target.State.WITHDRAWN
