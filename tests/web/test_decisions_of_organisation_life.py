"""The pages on which an election is approved, a chair confirmed and a union closed."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.test import Client

from tests.world import World
from tests.world import record as write
from zhijia.registers.organising.models import ChairCheck, Election, Member, Union

Enter = Callable[[World, str], Client]


def page(client: Client, url: str, status: int = 200, **sent: Any) -> str:
    """A page asked for or sent."""
    answer = client.post(url, sent) if sent else client.get(url)
    assert answer.status_code == status, answer.content.decode()[:800]
    return answer.content.decode()


def test_an_election_is_shown_point_by_point_and_approved_from_above(county: World, enter: Enter) -> None:
    """The first election of 合德纺织 is approved; a new one lacking nearly everything is not."""
    old = Election.objects.get()
    shown = page(enter(county, "clerk"), f"/organising/elections/{old.pk}/")
    assert "EL-8" in shown and "第十条" in shown and "已核对公开来源" in shown and "已于2011-04-10批复" in shown
    bare = write("organising.election", union=county.union["合德机械"], kind="BY", held_on=dt.date(2014, 7, 1), form="ALL",
                 since=dt.date(2014, 7, 1))  # fmt: skip
    url = f"/organising/elections/{bare.pk}/"
    assert 'name="reply_no"' not in page(enter(county, "shop"), url)
    refused = page(enter(county, "hede"), url, 422, reply_no="合工批1号", on="2014-07-09")
    assert "还不能批复" in refused and "EL-3" in refused
    assert enter(county, "siming").get(url).status_code == 404


def test_a_chair_is_shown_box_by_box_and_confirmed_from_above(county: World, enter: Enter) -> None:
    """An open box stops it; filled in, the committee confirms."""
    boxes = dict.fromkeys(("x1", "x2", "x3", "x4", "x5", "x6"), "0")
    row = write("organising.chair-check", union=county.union["合德机械"], name="高富", checked_on=dt.date(2014, 7, 1),
                since=dt.date(2014, 7, 1), grade="M3", **boxes)  # fmt: skip
    url = f"/organising/chair-checks/{row.pk}/"
    client = enter(county, "hede")
    shown = page(client, url)
    assert "没有填写" in shown and "职级不到副职级" in shown
    assert "还不能确认" in page(client, url, 422, on="2014-07-09")
    ChairCheck.objects.filter(pk=row.pk).update(x7="0")
    page(client, url, 302, on="2014-07-09")
    assert ChairCheck.objects.get(pk=row.pk).confirmed_on == dt.date(2014, 7, 9)


def test_a_union_is_closed_with_a_place_for_everybody(county: World, enter: Enter) -> None:
    """A choice for the rest and one for a single member; what was chosen stays on the page when something is missing."""
    union, client = county.union["合德纺织"], enter(county, "hede")
    url, first = f"/register/organising.union/{union.pk}/close/", county.members[0]
    assert all(member.name in page(client, url) for member in county.members[:3])
    sent = {"cause": "4", "on": "2014-07-08", "reason": "企业注销", f"fate_{first.pk}": "move",
            f"union_{first.pk}": "合德机械"}  # fmt: skip
    again = page(client, url, 422, **sent)
    assert "还有2名会员没有决定去向" in again and 'value="合德机械"' in again and "企业注销" in again
    page(client, url, 302, **sent, fate_others="retain")
    assert Union.objects.get(pk=union.pk).state == "CLOSED"
    states = {
        m.name: (m.state, str(m.organisation))
        for m in Member.objects.living().filter(pk__in=[m.pk for m in county.members[:3]])
    }
    assert sorted(states.values()) == [("ACTIVE", "合德机械"), ("RETAINED", "合德镇"), ("RETAINED", "合德镇")]
