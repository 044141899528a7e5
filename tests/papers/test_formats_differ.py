"""Letter, minutes and request: what each shows and what it leaves out."""

from tests.papers.samples import FILLING, circular
from zhijia.papers.blocks import NamesLine, para
from zhijia.papers.check.docx_file import read_back
from zhijia.papers.check.pdf_file import check_pdf, read_pdf
from zhijia.papers.docx import to_docx
from zhijia.papers.fonts import FontSet
from zhijia.papers.paper import Paper
from zhijia.papers.pdf import to_pdf


def letter() -> Paper:
    return circular(
        kind="函",
        title="临川县总工会关于商请提供用工信息的函",
        head="临川县总工会",
        number="临工函〔2026〕3号",
        format="letter",
        urgency="加急",
        addressees=("县人力资源和社会保障局",),
        blocks=(para("现就有关事项函商如下：" + FILLING * 14), para("请予函复。")),
        sealed=False,
    )


def test_letter_has_two_red_double_rules_170_mm_wide_on_page_one(fonts: FontSet) -> None:
    first, *others = read_pdf(to_pdf(letter(), fonts)).pages
    assert [round(rule.right_mm - rule.left_mm) for rule in first.rules] == [170] * 4
    assert abs(first.rules[-1].bottom_mm - 277) < 1
    assert others
    assert all(not page.rules for page in others)


def test_letter_numbers_pages_from_the_second(fonts: FontSet) -> None:
    pages = read_pdf(to_pdf(letter(), fonts)).pages
    assert not any("— 1 —" in line.text for line in pages[0].lines)
    assert any(line.text == "— 2 —" for line in pages[1].lines)


def test_letter_head_stands_30_mm_from_the_edge(fonts: FontSet) -> None:
    head = read_pdf(to_pdf(letter(), fonts)).pages[0].lines[0]
    assert head.text == "临川县总工会"
    assert abs(head.y_mm - 0.88 * head.size * 25.4 / 72 - 30) < 1.5


def test_minutes_name_the_issue_and_carry_no_signature(fonts: FontSet) -> None:
    paper = circular(
        kind="纪要",
        title="",
        head="临川县总工会主席办公会议纪要",
        number="第12期",
        format="minutes",
        addressees=(),
        blocks=(para("现纪要如下："), NamesLine("出席", ("王堃", "李镕", "张喆") * 9)),
    )
    lines = [line.text for line in read_pdf(to_pdf(paper, fonts)).pages[0].lines]
    assert "第12期" in lines
    assert lines.count("2026年7月6日") == 0
    assert any(line.startswith("临川县总工会") and line.endswith("2026年7月6日") for line in lines)
    assert [item for item in read_back(to_docx(paper)).paragraphs if item.style == "Signature"] == []


def test_request_shows_its_signers_on_the_number_line(fonts: FontSet) -> None:
    paper = circular(
        kind="请示",
        title="临川县总工会关于召开代表大会的请示",
        signers=("王堃", "李镕"),
        addressees=("县委",),
        blocks=(para("妥否，请批示。" + FILLING),),
    )
    pdf = to_pdf(paper, fonts)
    line = next(line for line in read_pdf(pdf).pages[0].lines if "签发人" in line.text)
    assert line.text.split() == ["临工发〔2026〕12号", "签发人：王堃", "李镕"]
    assert [verdict for verdict in check_pdf(pdf, paper) if verdict.verdict == "fail"] == []
