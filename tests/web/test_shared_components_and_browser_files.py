"""Lights in shape, word and colour that can be read; the pager keeps the filters; browser files are locked, without addresses."""

import json
import re
from pathlib import Path

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict

from zhijia.targets.rules import Light
from zhijia.web.components.icon import icon_html
from zhijia.web.components.light import LIGHTS, light_html
from zhijia.web.components.menu import MENU
from zhijia.web.components.pager import pager_of

STYLES = "src/zhijia/web/static/zhijia/zhijia.css"


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["ok", "warn", "bad", "soon", "idle"])
@pytest.mark.parametrize("ground", ["#ffffff", "#f8fafc", "#f4f6f9"])
def test_every_colour_with_a_meaning_can_be_read(repository: Path, name: str, ground: str) -> None:
    colour = re.search(rf"--{name}: (#[0-9a-f]{{6}})", (repository / STYLES).read_text())[1]
    assert (brightness(ground) + 0.05) / (brightness(colour) + 0.05) >= 4.5


def test_no_light_speaks_by_colour_alone() -> None:
    assert {light.value for light in Light} <= set(LIGHTS)
    for name, (shape, word) in LIGHTS.items():
        drawn = light_html(name)
        assert shape in drawn and str(word) in drawn and f"light-{name}" in drawn
    assert "剩余5天" in light_html("blue", "剩余5天")
    assert "&lt;b&gt;" in light_html("blue", "<b>")


def test_the_pager_keeps_the_filters_and_tells_how_many() -> None:
    asked = QueryDict("q=合德&page=3&kind=E")
    pager = pager_of(Paginator(range(260), 25).page(3), asked)
    assert (pager.first, pager.last, pager.total) == (51, 75, 260)
    assert QueryDict(pager.after[1:]).dict() == {"q": "合德", "page": "4", "kind": "E"}
    assert [turn.number for turn in pager.turns if not turn.url] == [3, None]
    assert pager_of(Paginator([1], 25).page(1), QueryDict()).turns == ()


def test_every_icon_used_is_in_the_list_the_sprite_is_drawn_from(repository: Path) -> None:
    known = set(json.loads((repository / "scripts/icons.json").read_text()))
    used = {item.icon for _, items in MENU for item in items}
    for page in (repository / "src/zhijia/web/templates").rglob("*.html"):
        used |= set(re.findall(r'{% icon "([a-z-]+)" %}', page.read_text()))
    assert used <= known, used - known
    assert "#home" in icon_html("home")


def test_the_lock_names_versions_and_digests_but_no_addresses(repository: Path) -> None:
    lock = json.loads((repository / "package-lock.json").read_text())
    packages = {name: told for name, told in lock["packages"].items() if name}
    assert packages and all(told["integrity"].startswith("sha512-") for told in packages.values())
    assert not [name for name, told in packages.items() if "resolved" in told]
    asked = json.loads((repository / "package.json").read_text())
    for name, version in {**asked["dependencies"], **asked["devDependencies"]}.items():
        assert packages[f"node_modules/{name}"]["version"] == version


def test_what_the_product_ships_is_freely_licensed(repository: Path) -> None:
    lock = json.loads((repository / "package-lock.json").read_text())
    shipped = [told["license"] for name, told in lock["packages"].items() if name and not told.get("dev")]
    assert set(shipped) <= {"MIT", "Apache-2.0", "BSD-3-Clause", "0BSD"}
