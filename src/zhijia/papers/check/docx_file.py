"""Checks of the .docx: geometry and type as they stand in the file, so that a hand-edited file is caught too."""

from collections.abc import Iterator
from typing import Final

from zhijia.papers.check.docx_reading import DocxReading, SectionReading, read_back
from zhijia.papers.check.head import number_faults
from zhijia.papers.check.verdict import GB, Rule, Verdict
from zhijia.papers.fonts.roles import ACCEPTED, OFFICIAL, Role
from zhijia.papers.measures import (
    BODY_DOCX_PT,
    BODY_SPACING_PT,
    BOTTOM_MM,
    HEAD_DROP_MM,
    LEFT_MM,
    LINE_PT,
    PAGE_MM,
    RED,
    RIGHT_MM,
    TITLE_PT,
    TOP_MM,
)
from zhijia.papers.paper import Paper

__all__ = ["DocxReading", "check_docx", "read_back"]

PAGE = Rule("docx.page", GB + "5.1", "must")
MARGINS = Rule("docx.margins", GB + "5.2.1", "must")
GRID = Rule("docx.grid", GB + "5.2.3", "usual")
FACES = Rule("docx.faces", GB + "5.2.2", "usual")
COLOUR = Rule("docx.colour", GB + "5.2.5", "must")
BOLD = Rule("docx.bold", GB + "5.2.2", "practice")
HEAD = Rule("docx.head", GB + "7.2.4", "must")
SEPARATOR = Rule("docx.separator", GB + "7.2.7", "must")
NUMBER = Rule("docx.number", GB + "7.2.5", "must")
PAGE_NUMBERS = Rule("docx.page-numbers", GB + "7.5", "must")
BLANKS = Rule("docx.blanks", GB + "7.3.3", "practice")

ROLES: Final[dict[str, tuple[Role, float]]] = {
    "Head": ("title", 0),
    "Title": ("title", TITLE_PT),
    "Body": ("body", BODY_DOCX_PT),
    "To": ("body", BODY_DOCX_PT),
    "Number": ("body", BODY_DOCX_PT),
    "Level1": ("hei", BODY_DOCX_PT),
    "Level2": ("kai", BODY_DOCX_PT),
    "Level3": ("body", BODY_DOCX_PT),
    "Level4": ("body", BODY_DOCX_PT),
    "Mark": ("hei", BODY_DOCX_PT),
    "Signature": ("body", BODY_DOCX_PT),
    "Foot": ("body", 14),
    "PageNumber": ("song", 14),
}
"""Element -> role of its typeface and size in pt (0: free)."""


def margins_wanted(section: SectionReading) -> tuple[float, float, float, float]:
    """Top, right, bottom, left; a turned sheet has them turned with it."""
    if section.width > section.height:
        return LEFT_MM, TOP_MM, RIGHT_MM, BOTTOM_MM
    return TOP_MM, RIGHT_MM, BOTTOM_MM, LEFT_MM


def check_geometry(reading: DocxReading) -> Iterator[Verdict]:
    """A4, margins within 1 mm, line grid."""
    sizes, margins = [], []
    for at, section in enumerate(reading.sections, 1):
        size = sorted((section.width, section.height))
        if any(abs(real - wanted) > 1 for real, wanted in zip(size, PAGE_MM, strict=True)):
            sizes.append(f"第{at}节纸张为{section.width:.0f}×{section.height:.0f}毫米，应为 A4。")
        real = (section.top, section.right, section.bottom, section.left)
        if any(abs(one - other) > 1 for one, other in zip(real, margins_wanted(section), strict=True)):
            told = "、".join(f"{value:.0f}" for value in real)
            margins.append(f"第{at}节页边距（上右下左）为{told}毫米，应为37、26、35、28毫米。")
    yield from PAGE.judged(sizes, "纸张均为 A4。")
    yield from MARGINS.judged(margins, "页边距符合规定。")
    body = reading.styles.get("Body")
    right = body and body.exact and abs(body.line - LINE_PT) < 0.1 and abs(body.spacing - BODY_SPACING_PT) < 0.05
    right = right and all(item.grid == "lines" and abs(item.pitch - LINE_PT) < 0.1 for item in reading.sections)
    faults = [] if right else [f"正文应为固定行距{LINE_PT}磅、字距紧缩0.25磅，否则排不出22行28字。"]
    yield from GRID.judged(faults, "行距、字距可排出每页22行、每行28字。", "warn")


def check_type(reading: DocxReading) -> Iterator[Verdict]:
    """Typeface, size, colour and weight per element."""
    faults = []
    for key, (role, size) in ROLES.items():
        style = reading.styles.get(key)
        if style is None:
            faults.append(f"缺少样式“{key}”，文件可能不是由本系统生成。")
        elif style.face not in ACCEPTED[role]:
            faults.append(f"样式“{key}”的字体为{style.face}，应为{OFFICIAL[role]}。")
        elif size and style.size != size:
            faults.append(f"样式“{key}”的字号为{style.size:g}磅，应为{size:g}磅。")
    yield from FACES.judged(faults, "各要素字体、字号符合规定。")
    others = sorted(reading.reds - {RED})
    yield from COLOUR.judged(
        [f"文中使用了颜色{colour}，除红头和红线外应为黑色。" for colour in others], "颜色符合规定。"
    )
    bold = [key for key, style in reading.styles.items() if style.bold]
    yield from BOLD.judged([f"样式“{key}”加粗了，请取消加粗。" for key in bold], "没有多余的加粗。")


def check_elements(reading: DocxReading, paper: Paper) -> Iterator[Verdict]:
    """Red head, number, separator, page numbers, no empty paragraphs."""
    head, number = reading.first("Head"), reading.first("Number")
    if paper.format == "file" and paper.head:
        drop = head.before if head else 0.0
        faults = (
            [] if abs(drop - HEAD_DROP_MM) <= 3 or paper.urgency else [f"红头距版心上边缘{drop:.0f}毫米，应为35毫米。"]
        )
        yield from HEAD.judged(faults, "红头距版心上边缘35毫米。")
        text = number.text.split("签发人")[0].strip() if number else ""
        yield from NUMBER.judged(number_faults(text), f"发文字号为{text}。")
        gap = number.rule_gap if number else None
        yield from SEPARATOR.judged([] if gap is not None else ["发文字号下没有红色分隔线。"], "有红色分隔线。")
    wanted = {"official": ("right", "left"), "centred": ("center", "center"), "none": ("", "")}[paper.page_number]
    faults = [
        f"第{at}节页码位置不符合规定，应单页居右、双页居左。"
        for at, section in enumerate(reading.sections, 1)
        if (section.odd_side, section.even_side) not in {wanted, ("turned", "turned")}
    ]
    faults += [] if reading.odd_even or paper.page_number != "official" else ["没有设置奇偶页不同。"]
    yield from PAGE_NUMBERS.judged(faults, "页码位置符合规定。")
    blank = [item for item in reading.paragraphs if item.style in {"Body", "Flush", "Title"} and not item.text.strip()]
    yield from BLANKS.judged([f"有{len(blank)}个用于空行的空段，请删去。"] if blank else [], "没有用空段排版。", "warn")


def check_docx(docx: bytes, paper: Paper) -> list[Verdict]:
    """Every verdict on the .docx of `paper`; BadInput `no_docx` for bytes that are none."""
    reading = read_back(docx)
    return [*check_geometry(reading), *check_type(reading), *check_elements(reading, paper)]
