"""The slip and the circular: the parts a layout chooses, in its order, worded by tone."""

import pytest

from tests.papers.samples import bulletin_data, slip_data
from zhijia.kit.bad_input import BadInput
from zhijia.papers.blocks import Form, Heading, Table
from zhijia.papers.paper import body_text
from zhijia.papers.skeletons import assignment_slip, quarterly_bulletin
from zhijia.papers.wording import House


def headings(names: tuple[str, ...], house: House) -> list[str]:
    blocks = quarterly_bulletin(bulletin_data(*names), house).blocks
    return [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]


def test_parts_come_in_the_order_of_the_layout(house: House) -> None:
    assert headings(("lead", "overview", "classes", "requirements"), house) == [
        "一、总体情况", "二、分项情况", "三、下步要求",
    ]  # fmt: skip
    assert headings(("lead", "requirements", "overview"), house) == ["一、下步要求", "二、总体情况"]


def test_states_are_worded(house: House) -> None:
    text = body_text(quarterly_bulletin(bulletin_data("lead", "overview"), house))
    assert "年度目标146家，已完成75家，完成率51.4%，进度滞后，差距较大，与上年同期相比提高3.2个百分点" in text
    assert "发展不平衡" in text


def test_three_classes_name_their_units_and_say_none(house: House) -> None:
    text = body_text(quarterly_bulletin(bulletin_data("classes"), house))
    assert "全面完成的2个：东桥镇、西塘镇；" in text
    assert "尚未启动的0个。" in text


def test_ranking_keeps_groups_apart_and_leaves_small_ones_unranked(house: House) -> None:
    text = body_text(quarterly_bulletin(bulletin_data("ranking"), house))
    assert "南湖镇（并列第3名，85.00分）" in text
    assert "县直组单位较少，不作排名：" in text


@pytest.mark.parametrize(("tone", "last_named"), [("gentle", False), ("usual", True), ("strict", True)])
def test_gentle_tone_names_nobody_last(house: House, tone: str, last_named: bool) -> None:
    text = body_text(quarterly_bulletin(bulletin_data("ranking", tone=tone), house))
    assert ("临港经济区" in text) == last_named
    assert ("● 正常" in text) == (tone == "strict")


def test_tables_become_announced_attachments(house: House) -> None:
    paper = quarterly_bulletin(bulletin_data(), house)
    assert paper.announced == ("2026年第三季度镇区工作排名表",)
    assert paper.attachments[0].landscape


def test_slip_shows_target_base_and_receipt() -> None:
    paper = assignment_slip(slip_data())
    text = body_text(paper)
    assert "320人" in text
    assert "2965人" in text
    assert sum(isinstance(block, Table) for block in paper.blocks) == 1
    labels = [
        cell.runs[0].text
        for form in paper.blocks
        if isinstance(form, Form)
        for row in form.rows
        for cell in row
        if cell.label and cell.runs
    ]
    assert {"承办单位", "责任人", "签收人", "异议"} <= set(labels)


def test_slip_takes_four_requirements_at_most() -> None:
    with pytest.raises(BadInput, match="最多写4条"):
        assignment_slip(slip_data(requirements=("一项。",) * 5))
