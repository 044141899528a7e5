"""Checks of the printed sheet: page, grid of 22 lines and 28 characters, red head, rules, page numbers, typefaces."""

import re
from collections.abc import Iterator

from zhijia.papers.check.pdf_reading import PageReading, PdfReading, TextLine, read_pdf
from zhijia.papers.check.verdict import GB, Rule, Verdict
from zhijia.papers.measures import (
    BLOCK_MM,
    BODY_PDF_PT,
    BOTTOM_MM,
    CHARACTERS,
    HEAD_DROP_MM,
    LINES,
    PAGE_MM,
    PAGE_NUMBER_DROP_MM,
    TOP_MM,
    ems,
    head_size,
)
from zhijia.papers.paper import Paper

__all__ = ["PdfReading", "check_pdf", "read_pdf"]

PAGE = Rule("pdf.page", GB + "5.1", "must")
GRID = Rule("pdf.grid", GB + "5.2.3", "usual")
HEAD = Rule("pdf.head", GB + "7.2.4", "must")
SEPARATOR = Rule("pdf.separator", GB + "7.2.7", "must")
NUMBERS = Rule("pdf.numbers", GB + "7.5", "must")
FOOT = Rule("pdf.foot", GB + "7.4", "must")
TEXT = Rule("pdf.text", "可检索文本", "practice")
FACES = Rule("pdf.faces", GB + "5.2.2", "usual")
FIRST_BODY = Rule("pdf.first-page", GB + "7.3.2", "must")
BLANK_SEAL = Rule("pdf.last-page", GB + "7.3.5", "must")
EM_ASCENT = 0.88
"""Share of the em box above the baseline in Chinese faces."""
DASHED = re.compile(r"^[—–-]\s*(\d+)\s*[—–-]$")


def near(measured: float, wanted: float, by: float = 1.0) -> bool:
    """Within a tolerance in mm."""
    return abs(measured - wanted) <= by


def upright_pages(reading: PdfReading) -> list[tuple[int, PageReading]]:
    """Pages not turned, with their numbers from 1."""
    return [(at, page) for at, page in enumerate(reading.pages, 1) if page.width_mm < page.height_mm]


def check_page_size(reading: PdfReading) -> Iterator[Verdict]:
    """A4 upright or turned."""
    wanted = sorted(PAGE_MM)
    faults = [
        f"第{at}页为{page.width_mm:.0f}×{page.height_mm:.0f}毫米，应为 A4。"
        for at, page in enumerate(reading.pages, 1)
        if not all(near(real, size) for real, size in zip(sorted((page.width_mm, page.height_mm)), wanted, strict=True))
    ]
    yield from PAGE.judged(faults, f"共{len(reading.pages)}页，均为 A4。")


def check_grid(reading: PdfReading) -> Iterator[Verdict]:
    """No page has more than 22 lines, no line more than 28 characters; the fullest page is named as evidence."""
    faults, fullest, longest = [], 0, 0.0
    for at, page in upright_pages(reading):
        lines = page.body_lines(BODY_PDF_PT)
        widest = max((ems(line.text) for line in lines), default=0.0)
        fullest, longest = max(fullest, len(lines)), max(longest, widest)
        if len(lines) > LINES or widest > CHARACTERS:
            faults.append(f"第{at}页排了{len(lines)}行、每行至多{widest:.1f}字，应为{LINES}行、{CHARACTERS}字。")
    yield from GRID.judged(faults, f"最满的一页{fullest}行，最长的一行{longest:.0f}字。", "warn")


def head_line(page: PageReading, paper: Paper) -> TextLine | None:
    """The red head: the line with its words."""
    return next((line for line in page.lines if line.text == paper.head), None)


def check_head(reading: PdfReading, paper: Paper) -> Iterator[Verdict]:
    """Upper edge of the red head 35 mm below the text block's, red rule 156 mm wide 4 mm below the number."""
    if not paper.head or paper.format == "letter":
        return
    page = reading.pages[0]
    line = head_line(page, paper)
    top = line.y_mm - EM_ASCENT * head_size(paper.head) * 25.4 / 72 if line else 0.0
    wanted = TOP_MM + HEAD_DROP_MM
    faults = [] if near(top, wanted, 3) else [f"发文机关标志上边缘在{top:.1f}毫米处，应在{wanted:.0f}毫米处。"]
    yield from HEAD.judged(faults, f"发文机关标志上边缘在{top:.1f}毫米处。")
    rule = page.rules[0] if page.rules else None
    faults = [] if rule and near(rule.right_mm - rule.left_mm, BLOCK_MM[0]) else ["没有找到156毫米宽的红色分隔线。"]
    above = next((line for line in page.lines if rule and line.text.startswith(paper.number[:3])), None)
    if rule and above and paper.number and paper.format == "file":
        gap = rule.top_mm - (above.y_mm + (1 - EM_ASCENT) * BODY_PDF_PT * 25.4 / 72)
        faults += [] if near(gap, 4) else [f"分隔线在发文字号下{gap:.1f}毫米处，应为4毫米。"]
    yield from SEPARATOR.judged(faults, "红色分隔线宽156毫米，位于发文字号之下4毫米。")


def check_numbers(reading: PdfReading, paper: Paper) -> Iterator[Verdict]:
    """— n — outside on each upright page, 7 mm below the text block."""
    if paper.page_number != "official":
        return
    faults = []
    wanted = PAGE_MM[1] - BOTTOM_MM + PAGE_NUMBER_DROP_MM
    for at, page in upright_pages(reading):
        line = next((line for line in page.lines if DASHED.match(line.text)), None)
        if line is None:
            faults += [] if paper.format == "letter" and at == 1 else [f"第{at}页没有页码。"]
            continue
        right = line.x_mm > PAGE_MM[0] / 2
        middle = line.y_mm - (EM_ASCENT - 0.5) * line.size * 25.4 / 72
        faults += [] if right == (at % 2 == 1) else [f"第{at}页页码应在{'右' if at % 2 else '左'}侧。"]
        faults += [] if near(middle, wanted) else [f"第{at}页页码在{middle:.1f}毫米处，应在{wanted:.0f}毫米处。"]
    yield from NUMBERS.judged(faults, "页码单页居右、双页居左，一字线距版心下边缘7毫米。")


def check_foot(reading: PdfReading, paper: Paper) -> Iterator[Verdict]:
    """The last rule of the foot lies on the lower edge of the text block of the last page."""
    if not paper.has_foot or paper.format == "letter":
        return
    rules = reading.pages[-1].rules
    edge = PAGE_MM[1] - BOTTOM_MM
    bottom = rules[-1].bottom_mm if rules else 0.0
    faults = [] if near(bottom, edge) else [f"版记末条分隔线在{bottom:.1f}毫米处，应在{edge:.0f}毫米处。"]
    yield from FOOT.judged(faults, f"版记末条分隔线在{bottom:.1f}毫米处。")


def check_text(reading: PdfReading, paper: Paper) -> Iterator[Verdict]:
    """Chinese text can be selected; page 1 carries body text; the signature does not stand alone on its page."""
    words = "".join(line.text for page in reading.pages for line in page.lines)
    chinese = len(re.findall(r"[\u4e00-\u9fa5]", words))
    yield from TEXT.judged([] if chinese else ["PDF 中没有可选取的汉字。"], f"可选取的汉字有{chinese}个。")
    first = reading.pages[0].body_lines(BODY_PDF_PT)
    ready = paper.format == "slip" or any(len(line.text) > CHARACTERS // 2 for line in first)
    faults = [] if ready else ["首页没有正文，请减少主送机关或移至版记。"]
    yield from FIRST_BODY.judged(faults, "首页有正文。")
    for at, page in upright_pages(reading):
        texts = [line.text for line in page.body_lines(BODY_PDF_PT)]
        if paper.date_line in texts and at > 1 and texts.index(paper.date_line) < 2:
            yield BLANK_SEAL.says("fail", f"第{at}页只有落款而没有正文，请调整行距或字距。")


def check_faces(reading: PdfReading) -> Iterator[Verdict]:
    """All faces embedded; their names told."""
    faults = [] if reading.embedded else ["有字体没有嵌入 PDF。"]
    yield from FACES.judged(faults, f"已嵌入字体：{'、'.join(reading.faces)}。")


def check_pdf(pdf: bytes, paper: Paper) -> list[Verdict]:
    """Every verdict on the printed sheet of `paper`; BadInput `no_pdf` for bytes that are no PDF."""
    reading = read_pdf(pdf)
    return [
        *check_page_size(reading),
        *check_grid(reading),
        *check_head(reading, paper),
        *check_numbers(reading, paper),
        *check_foot(reading, paper),
        *check_text(reading, paper),
        *check_faces(reading),
    ]
