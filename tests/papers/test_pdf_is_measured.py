"""The printed sheet, measured with a ruler: 22 lines of 28 characters, head, rules, page numbers, text."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.papers.samples import bulletin_data, circular, full_circular, slip_data
from zhijia.papers.blocks import heading
from zhijia.papers.check import Verdict
from zhijia.papers.check.pdf_file import check_pdf, read_pdf
from zhijia.papers.check.pdf_reading import PdfReading
from zhijia.papers.fonts import FontSet
from zhijia.papers.measures import BODY_PDF_PT, ems
from zhijia.papers.paper import Paper
from zhijia.papers.pdf import to_pdf
from zhijia.papers.runs import runs
from zhijia.papers.skeletons import assignment_slip, quarterly_bulletin
from zhijia.papers.wording import House


@pytest.fixture(scope="module")
def paper() -> Paper:
    return full_circular()


@pytest.fixture(scope="module")
def pdf(paper: Paper, fonts: FontSet) -> bytes:
    return to_pdf(paper, fonts)


@pytest.fixture(scope="module")
def reading(pdf: bytes) -> PdfReading:
    return read_pdf(pdf)


def test_full_pages_hold_22_lines_of_28_characters(reading: PdfReading) -> None:
    full = reading.pages[1:-1]
    assert full
    for page in full:
        lines = page.body_lines(BODY_PDF_PT)
        assert len(lines) == 22
        assert max(ems(line.text) for line in lines) == 28
        assert lines[0].x_mm == pytest.approx(28, abs=0.1)


def test_lines_stand_28_95_points_apart(reading: PdfReading) -> None:
    heights = [line.y_mm for line in reading.pages[1].body_lines(BODY_PDF_PT)]
    steps = [below - above for above, below in pairwise(heights)]
    assert steps == [pytest.approx(28.95 * 25.4 / 72, abs=0.02)] * 21


def test_chinese_text_can_be_selected(reading: PdfReading) -> None:
    words = "".join(line.text for page in reading.pages for line in page.lines)
    assert "临川县总工会关于2026年上半年" in words
    assert "能单独建会的单独建会" in words


def test_rare_names_come_out_whole(reading: PdfReading) -> None:
    words = "".join(line.text for line in reading.pages[0].lines)
    assert "王堃、李镕、张喆" in words


def test_page_number_is_odd_right_even_left(reading: PdfReading) -> None:
    for at, page in enumerate(reading.pages, 1):
        number = page.lines[-1]
        assert number.text == f"— {at} —"
        assert (number.x_mm > 105) == (at % 2 == 1)


def test_last_rule_of_the_foot_lies_on_262_mm(reading: PdfReading) -> None:
    rules = reading.pages[-1].rules
    assert rules[-1].bottom_mm == pytest.approx(262, abs=0.5)
    assert [round(rule.right_mm - rule.left_mm) for rule in rules] == [156, 156, 156]


def troubles(verdicts: Sequence[Verdict]) -> list[Verdict]:
    return [verdict for verdict in verdicts if verdict.verdict != "pass"]


def test_circular_passes_every_measure(pdf: bytes, paper: Paper) -> None:
    assert troubles(check_pdf(pdf, paper)) == []


def test_bulletin_turns_its_table_and_passes(fonts: FontSet, house: House) -> None:
    paper = quarterly_bulletin(bulletin_data(), house)
    pdf = to_pdf(paper, fonts)
    assert troubles(check_pdf(pdf, paper)) == []
    turned = [page for page in read_pdf(pdf).pages if page.width_mm > page.height_mm]
    assert len(turned) == 1
    assert any("城关镇" in line.text for line in turned[0].lines)


def test_slip_fits_one_page(fonts: FontSet) -> None:
    pdf = to_pdf(assignment_slip(slip_data()), fonts)
    assert len(read_pdf(pdf).pages) == 1


def test_headings_of_other_faces_do_not_cost_a_line(fonts: FontSet) -> None:
    short = tuple(heading(2, at, "组建情况。", runs("进展良好。")) for at in range(1, 60))
    pages = read_pdf(to_pdf(circular(blocks=short), fonts)).pages
    assert len([line for line in pages[1].lines if line.size > 15]) == 22
