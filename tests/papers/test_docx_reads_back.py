"""What an office PC will find in the .docx: page, margins, grid, faces, number, page numbers, distances."""

import pytest

from tests.papers.samples import bulletin_data, circular, full_circular
from zhijia.papers.check.docx_file import check_docx, read_back
from zhijia.papers.docx import to_docx
from zhijia.papers.skeletons import quarterly_bulletin
from zhijia.papers.wording import House


def test_page_margins_and_grid_are_those_of_the_standard() -> None:
    section = read_back(to_docx(full_circular())).sections[0]
    assert (round(section.width), round(section.height)) == (210, 297)
    margins = (section.top, section.right, section.bottom, section.left)
    assert [round(margin) for margin in margins] == [37, 26, 35, 28]
    assert (section.grid, section.pitch) == ("lines", 28.95)


@pytest.mark.parametrize(
    ("style", "face", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Body", "仿宋_GB2312", 16),
        ("Level1", "黑体", 16),
        ("Level2", "楷体_GB2312", 16),
        ("Mark", "黑体", 16),
        ("Foot", "仿宋_GB2312", 14),
        ("PageNumber", "宋体", 14),
    ],
)
def test_each_element_names_its_official_face(style: str, face: str, size: float) -> None:
    found = read_back(to_docx(circular())).styles[style]
    assert (found.face, found.size, found.bold) == (face, size, False)


def test_body_is_set_for_22_lines_of_28_characters() -> None:
    body = read_back(to_docx(circular())).styles["Body"]
    assert (body.line, body.exact, body.spacing, body.first) == (28.95, True, -0.25, 2)


def test_number_stands_in_six_cornered_brackets_over_the_red_rule() -> None:
    reading = read_back(to_docx(circular()))
    number = reading.first("Number")
    assert number is not None
    assert number.text == "临工发〔2026〕12号"
    assert number.rule_gap is not None
    assert reading.reds == {"E60012"}


def test_red_head_starts_35_mm_below_the_text_block() -> None:
    head = read_back(to_docx(circular())).first("Head")
    assert head is not None
    assert head.text == "临川县总工会文件"
    assert head.before == pytest.approx(35, abs=0.1)


def test_page_numbers_stand_outside() -> None:
    reading = read_back(to_docx(circular()))
    assert reading.odd_even
    assert (reading.sections[0].odd_side, reading.sections[0].even_side) == ("right", "left")


def test_centred_numbers_and_none_are_obeyed() -> None:
    centred = read_back(to_docx(circular(page_number="centred"))).sections[0]
    assert (centred.odd_side, centred.even_side) == ("center", "center")
    assert read_back(to_docx(circular(page_number="none"))).sections[0].odd_side == ""


def test_wide_attachment_turns_its_sheet_and_the_foot_returns_upright(house: House) -> None:
    reading = read_back(to_docx(quarterly_bulletin(bulletin_data(), house)))
    assert [section.width > section.height for section in reading.sections] == [False, True, False]
    turned = reading.sections[1]
    assert [round(margin) for margin in (turned.top, turned.right, turned.bottom, turned.left)] == [28, 37, 26, 35]
    assert (turned.odd_side, turned.even_side) == ("turned", "turned")


def test_second_attachment_opens_on_a_new_page() -> None:
    from zhijia.papers.blocks import para
    from zhijia.papers.paper import Attachment

    paper = circular(attachments=(Attachment("名单", (para("无。"),)), Attachment("说明", (para("无。"),))))
    marks = [item for item in read_back(to_docx(paper)).paragraphs if item.style == "Mark"]
    assert [(mark.text, mark.new_page) for mark in marks] == [("附件1", True), ("附件2", True)]


def test_written_papers_pass_their_own_check(house: House) -> None:
    for paper in (circular(), quarterly_bulletin(bulletin_data(), house)):
        assert [verdict for verdict in check_docx(to_docx(paper), paper) if verdict.verdict != "pass"] == []
