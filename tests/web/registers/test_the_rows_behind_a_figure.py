"""A figure opens as the very rows it counted: for every indicator, side, organisation and reader."""

import re
from collections.abc import Callable

from django.test import Client

from tests.world import TODAY, World
from zhijia.accounts.models import Post
from zhijia.indicators.compile import sides_of
from zhijia.indicators.queries import figure, rows_behind
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.web.components.rows import rows_url

Enter = Callable[[World, str], Client]
WINDOW = Window.year_to(TODAY)
READERS = ("chair", "hede", "clerk")


def rows_on(page: str) -> list[str]:
    """Numbers of the records on the page."""
    body = page.split("<tbody data-fact>")[1].split("</tbody>")[0] if "<tbody data-fact>" in page else ""
    return re.findall(r"<tr>(?:<td><input[^>]*></td>)?<td><a href=\"/register/[^/]*/(\d+)/", body)


def test_the_list_is_the_figure(county: World, enter: Enter) -> None:
    """The rows shown are as many as counted, or add up to it; the page says so."""
    tried = 0
    for who in READERS:
        post = Post.objects.get(pk=county.post[who].pk)
        client = enter(county, who)
        for key, indicator in catalogue().indicators.items():
            value = figure(key, post.organisation, WINDOW)
            for side, compiled in sides_of(indicator).items():
                owner, rows = rows_behind(key, side, post.organisation, WINDOW)
                answer = client.get(rows_url(value, side, owner.key) + "&size=100")
                assert answer.status_code == 200, (who, key, side)
                page = answer.content.decode()
                number = value.top if side == "top" else value.bottom
                assert len(rows_on(page)) == rows.count()
                assert compiled.measure.sum or rows.count() == number
                assert "两者不一致" not in page, (who, key, side)
                assert f'data-behind="{number}"' in page
                tried += 1
    assert tried > 60


def test_filters_work_on_top_of_a_figure(county: World, enter: Enter) -> None:
    """And the page says that it shows a part."""
    value = figure("members", county.org["合德镇"], WINDOW)
    page = enter(county, "hede").get(rows_url(value, "top", "organising.member") + "&sex=2").content.decode()
    assert len(rows_on(page)) == 3
    assert "其中的3行" in page


def test_a_past_state_shows_the_rows_of_that_day(county: World, enter: Enter) -> None:
    """A member who has left since is on the list of the day before."""
    import datetime as dt

    from tests.world import NOW
    from zhijia.registers.organising.membership import step_of, take_step

    take_step(
        member=county.members[0],
        step=step_of("withdraw"),
        on=dt.date(2014, 7, 1),
        by=county.post["clerk"],
        at=NOW,
        reason="离职",
        papers=[("withdrawal", "申请.txt", [b"asked to leave"])],
    )
    client = enter(county, "clerk")
    for day, count in ((dt.date(2014, 6, 30), 3), (dt.date(2014, 7, 1), 2)):
        value = figure("members", county.org["合德纺织"], Window.year_to(day))
        page = client.get(rows_url(value, "top", "organising.member")).content.decode()
        assert (value.top, len(rows_on(page))) == (count, count)
    assert (
        f"/register/organising.member/{county.members[0].pk}/"
        in client.get(
            rows_url(
                figure("members", county.org["合德纺织"], Window.year_to(dt.date(2014, 6, 30))),
                "top",
                "organising.member",
            )
        ).content.decode()
    )


def test_wrong_questions_get_a_sentence(county: World, enter: Enter) -> None:
    """Unknown figure, a side that is not there, another register, a day nobody can read, a place outside."""
    client = enter(county, "hede")
    base = "/register/organising.member/?org=" + str(county.org["合德镇"].pk)
    for asked, status in (
        ("&figure=nothing&as_of=2014-07-10", 404),
        ("&figure=members&side=bottom&as_of=2014-07-10", 404),
        ("&figure=grassroots-unions&as_of=2014-07-10", 400),
        ("&figure=members&as_of=gestern", 400),
    ):
        answer = client.get(base + asked)
        assert answer.status_code == status, asked
        assert "Traceback" not in answer.content.decode()
    outside = f"/register/organising.member/?figure=members&as_of=2014-07-10&org={county.org['四明镇'].pk}"
    assert client.get(outside).status_code == 404
    assert client.get("/register/organising.member/?figure=members&as_of=2014-07-10").status_code == 403
