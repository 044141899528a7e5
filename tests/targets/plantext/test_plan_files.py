"""What may be handed in as a plan, and the one sentence for what may not."""

from io import BytesIO

import pytest
from docx import Document

from zhijia.targets.plantext import PlanTextError, extract, read_plan_file

TEXT = "一、任务\r\n今年新建工会60家。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_plain_text_keeps_its_line_ends(encoding: str) -> None:
    assert read_plan_file(TEXT.encode(encoding), "计划.txt") == TEXT


def test_word_paragraphs_and_tables_are_read() -> None:
    document = Document()
    document.add_paragraph("2014年任务分解")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        [c for row in table.rows for c in row.cells], ["单位", "新建工会(家)", "甲镇", "12"], strict=True
    ):
        cell.text = words
    file = BytesIO()
    document.save(file)
    text = read_plan_file(file.getvalue(), "计划.docx")
    assert [(one.value, one.unit) for one in extract(text, 2014)] == [(12.0, "家")]


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "空.txt", "空的"),
        (b" \n\t ", "空.txt", "空的"),
        (b"\x00\x01\x02PNG", "图.txt", "不是文本"),
        (b"%PDF-1.4", "计划.pdf", "不是 .txt 或 .docx"),
        (b"not a zip", "坏.docx", "不是能打开的"),
        (b"\xd2\xbb" * 30_000_000, "大.txt", "上限"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(content: bytes, name: str, says: str) -> None:
    with pytest.raises(PlanTextError) as refusal:
        read_plan_file(content, name)
    sentence = str(refusal.value)
    assert says in sentence
    assert name in sentence
    assert sentence.endswith("。")


def test_the_limit_is_the_callers() -> None:
    with pytest.raises(PlanTextError):
        read_plan_file("今年新建工会60家".encode(), "计划.txt", limit=10)
