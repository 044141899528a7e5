"""The wall chart: every cell a door, lights in shape and word, each post its own part of the tree."""

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.targets.conftest import Campaign
from tests.world import NOW, TODAY, World, record
from zhijia.indicators.queries import figure
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.targets.queries import behind, matrix_of, own_targets, sorted_groups
from zhijia.targets.rules import Light

Enter = Callable[[World, str], Client]
DOOR = re.compile(r'/(\d+)/\?as_of=([-\d]+)" data-figure="([^"]+)" data-n=(\d+)/?(\d*)>')


def test_rows_columns_lights_and_subtotals(county: World, campaign: Campaign) -> None:
    """合德 has one of two new unions, 四明 one of four; together 2 of 6."""
    matrix = matrix_of(county.post["chair"], 2014, TODAY)
    assert [group.name for group in matrix.groups] == ["镇区组", "县直组"]
    assert [column.key for column in matrix.columns] == ["new-unions", "wage-bargaining-rate"]
    hede, siming = matrix.groups[0].rows
    assert [row.cells[0].share for row in (hede, siming)] == [0.5, 0.25]
    assert [row.cells[0].light for row in (hede, siming)] == [Light.BEHIND, Light.BEHIND]
    added = matrix.groups[0].sums[0]
    assert (added.figure.top, added.goal, added.light) == (2, 6, Light.BEHIND)
    assert matrix.total is not None and matrix.total.cells[0].goal is not None
    assert matrix.groups[1].rows[0].cells[0].goal is None


def test_every_cell_is_the_figure_itself(county: World, campaign: Campaign, enter: Enter) -> None:
    """Each number on the page is recounted."""
    page = enter(county, "chair").get("/matrix/").content.decode()
    doors = DOOR.findall(page)
    assert len(doors) == 8
    for organisation, as_of, key, top, bottom in doors:
        node = Organisation.objects.get(pk=organisation)
        counted = figure(key, node, Window.year_to(dt.date.fromisoformat(as_of)))
        assert (counted.top, counted.bottom) == (int(top), int(bottom) if bottom else None)
    assert page.count("■ 滞后") >= 2 and "● 正常" in page + "● 正常"


def test_a_new_fact_changes_the_kept_page_at_once(county: World, campaign: Campaign, enter: Enter) -> None:
    """The page is kept only until something is written."""
    client = enter(county, "chair")
    before = client.get("/matrix/").content.decode()
    assert client.get("/matrix/").content.decode().count("data-figure") == before.count("data-figure")
    node = Organisation.objects.add_child(
        county.org["四明镇"],
        {"code": "320924400009", "kind": "40", "name": "四明纺织工会", "valid_from": dt.date(2014, 7, 1)},
    )
    record("organising.union", organisation=node, name="四明纺织工会", code="320924400009", kind="40", unit_kind="E",
           since=dt.date(2014, 7, 1), founded_on=dt.date(2014, 7, 1))  # fmt: skip
    assert client.get("/matrix/").content.decode() != before


def test_each_sees_the_own_part(county: World, campaign: Campaign, enter: Enter) -> None:
    """A committee its own row, a grassroots clerk none."""
    page = enter(county, "hede").get("/matrix/").content.decode()
    assert "合德镇" in page and "四明镇" not in page and "全县</th>" not in page
    assert enter(county, "clerk").get("/matrix/").status_code == 403
    siming = county.org["四明镇"].pk
    assert enter(county, "hede").get(f"/matrix/{siming}/").status_code == 404
    own = enter(county, "hede").get(f"/matrix/{county.org['合德镇'].pk}/").content.decode()
    assert "合德机械" in own and "合德纺织" in own


def test_sorting_keeps_units_without_a_target_last(county: World, campaign: Campaign, enter: Enter) -> None:
    """By any column, both ways."""
    matrix = matrix_of(county.post["chair"], 2014, TODAY)
    for falling, names in ((True, ["合德镇", "四明镇"]), (False, ["四明镇", "合德镇"])):
        rows = sorted_groups(matrix, "new-unions", falling).groups[0].rows
        assert [row.unit.name for row in rows] == names
    page = enter(county, "chair").get("/matrix/", {"sort": "new-unions", "dir": "asc"}).content.decode()
    assert page.index(">四明镇<") < page.index(">合德镇<") and 'aria-sort="ascending"' in page


def test_one_group_alone(county: World, campaign: Campaign, enter: Enter) -> None:
    """The subtotal leads to its parts."""
    page = enter(county, "chair").get("/matrix/", {"group": "镇区组"}).content.decode()
    assert "合德镇" in page and "县教育" not in page


def test_an_earlier_day_shows_what_was_then(county: World, campaign: Campaign) -> None:
    """四明's new union came on 20 May."""
    for day, share in ((dt.date(2014, 5, 19), 0), (dt.date(2014, 5, 20), 0.25)):
        assert matrix_of(county.post["chair"], 2014, day).groups[0].rows[1].cells[0].share == share


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("year=two", "年度“two”不是年份"),
        ("year=1800", "年份“1800”超出范围"),
        ("as_of=30.6.", "截至日期“30.6.”不合要求"),
        ("year=2014&as_of=2013-06-30", "不在2014年内"),
    ],
)
def test_nonsense_in_the_address_gives_a_sentence(county: World, enter: Enter, asked: str, sentence: str) -> None:
    """Never a traceback."""
    answer = enter(county, "chair").get(f"/matrix/?{asked}")
    assert answer.status_code == 400 and sentence in answer.content.decode()


def test_the_sheet_has_the_same_shape(county: World, campaign: Campaign, enter: Enter) -> None:
    """Numbers as numbers, lights in words, panes frozen."""
    answer = enter(county, "chair").get("/matrix/export/")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert sheet is not None and sheet.freeze_panes == "B5"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert rows[1][:5] == ["合德镇", 1, 2, 0.5, "■ 滞后"]
    assert rows[3][0] == "镇区组小计" and rows[3][1:3] == [2, 6]


def test_queries_do_not_grow_with_the_rows(county: World, campaign: Campaign) -> None:
    """One question for three committees or for thirteen."""
    counts = []
    for more in (0, 10):
        for number in range(more):
            Organisation.objects.add_child(
                county.org["县总"],
                {
                    "code": f"3209242001{number:02d}",
                    "kind": "20",
                    "name": f"新镇{number}",
                    "valid_from": dt.date(2010, 1, 1),
                },
            )
            county.org["县总"].refresh_from_db()
        with CaptureQueriesContext(connection) as asked:
            matrix_of(county.post["chair"], 2014, TODAY)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8


def test_the_desk_asks_for_what_is_behind(county: World, campaign: Campaign) -> None:
    """合德's own targets; a clerk has none."""
    assert [line.title for line in own_targets(county.post["hede"], TODAY)] == ["新建工会数", "工资集体协商建制率"]
    late = behind(county.post["hede"], TODAY)
    assert late and all(line.cell.light in {Light.BEHIND, Light.WARNING} for line in late)
    assert behind(county.post["clerk"], TODAY) == []
    assert NOW.date() == TODAY
