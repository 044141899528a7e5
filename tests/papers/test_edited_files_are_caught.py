"""A file changed by hand after it was written, and files that are no papers at all."""

from io import BytesIO

import pytest
from docx import Document
from docx.shared import Mm, Pt, RGBColor

from tests.papers.samples import circular
from zhijia.kit.bad_input import BadInput
from zhijia.papers.check.docx_file import check_docx, read_back
from zhijia.papers.check.pdf_file import check_pdf, read_pdf
from zhijia.papers.docx import to_docx
from zhijia.papers.fonts import FontSet
from zhijia.papers.pdf import to_pdf


def edited(change: str) -> bytes:
    """The sample's .docx after an officer's change."""
    made = Document(BytesIO(to_docx(circular())))
    paragraphs = made.paragraphs
    if change == "margins":
        made.sections[0].left_margin = Mm(20)
    elif change == "line spacing":
        next(style for style in made.styles if style.style_id == "Body").paragraph_format.line_spacing = Pt(30)
    elif change == "number":
        next(item for item in paragraphs if "〔" in item.text).runs[0].text = "临工发[2026]12号"
    elif change == "colour":
        paragraphs[-3].add_run("加急").font.color.rgb = RGBColor(0, 0, 255)
    else:
        made.add_paragraph("", style="公文 正文")
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("margins", "docx.margins"),
        ("line spacing", "docx.grid"),
        ("number", "docx.number"),
        ("colour", "docx.colour"),
        ("empty paragraph", "docx.blanks"),
    ],
)
def test_each_change_is_named(change: str, rule: str) -> None:
    found = [verdict for verdict in check_docx(edited(change), circular()) if verdict.verdict != "pass"]
    assert [verdict.id for verdict in found] == [rule]


def test_pdf_of_another_page_size_is_refused_by_measure(fonts: FontSet) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    page = PdfReader(BytesIO(to_pdf(circular(), fonts))).pages[0]
    page.mediabox.upper_right = (500, 700)
    writer.add_page(page)
    out = BytesIO()
    writer.write(out)
    assert any(v.id == "pdf.page" and v.verdict == "fail" for v in check_pdf(out.getvalue(), circular()))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a file", bytes(range(256)) * 40])
def test_files_of_another_kind_are_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(BadInput, match="docx"):
        read_back(content)
    with pytest.raises(BadInput, match="PDF"):
        read_pdf(content)
