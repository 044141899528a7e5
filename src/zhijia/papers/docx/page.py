"""Sections of the .docx: page size, margins, line grid, and what stands in headers and footers."""

from typing import Final

from docx.enum.section import WD_ORIENT
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Twips

from zhijia.papers.docx.head import red_head
from zhijia.papers.docx.numbers import turned, upright
from zhijia.papers.docx.xml import NAMESPACE, Setting, element, paragraph
from zhijia.papers.measures import (
    BOTTOM_MM,
    LEFT_MM,
    LETTER_HEAD_MM,
    LETTER_LAST_RULE_MM,
    LINE_PT,
    PAGE_MM,
    PAGE_NUMBER_DROP_MM,
    RED,
    RIGHT_MM,
    TOP_MM,
    twips,
)
from zhijia.papers.paper import Paper

# Middle of the 14 pt number line lies 7 mm below the text block: distance of its bottom from the page's edge.
FOOTER_MM: Final = BOTTOM_MM - PAGE_NUMBER_DROP_MM - 7 * 25.4 / 72
# A letter's closing rule of 170 mm reaches 8 mm left and 6 mm right of the text block.
LETTER_OUT: Final = f'<w:ind w:left="-{twips(8)}" w:right="-{twips(6)}"/>'


def set_page(section: Section, landscape: bool) -> None:
    """A4 with the standard's margins; turned sheets keep the margins of the sheet, turned with it."""
    wide, high = (PAGE_MM[1], PAGE_MM[0]) if landscape else PAGE_MM
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    if landscape:
        margins = (LEFT_MM, TOP_MM, RIGHT_MM, BOTTOM_MM)
    else:
        margins = (TOP_MM, RIGHT_MM, BOTTOM_MM, LEFT_MM)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, margins)
    section.header_distance, section.gutter = Mm(15), Twips(0)
    section.footer_distance = Mm(15 if landscape else FOOTER_MM)
    for grid in section._sectPr.findall(f"{{{W}}}docGrid"):
        section._sectPr.remove(grid)
    section._sectPr.append(element(f'<w:docGrid {NAMESPACE} w:type="lines" w:linePitch="{round(LINE_PT * 20)}"/>'))


W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def only(part: BaseOxmlElement, *children: BaseOxmlElement) -> None:
    """Replace what a header or footer holds."""
    for child in list(part):
        part.remove(child)
    part.extend(children)


def set_numbers(section: Section, paper: Paper, landscape: bool) -> None:
    """Page numbers of one section: odd outside right, even outside left, or centred, or none."""
    section.footer.is_linked_to_previous = section.even_page_footer.is_linked_to_previous = False
    after = twips(FOOTER_MM - LETTER_LAST_RULE_MM) if paper.format == "letter" and not landscape else 0
    for odd, footer in ((True, section.footer), (False, section.even_page_footer)):
        if paper.page_number == "none":
            made = element(paragraph("PageNumber", ""))
        elif paper.page_number == "centred":
            made = upright("center", after)
        elif landscape:
            made = turned(odd)
        else:
            made = upright("right" if odd else "left", after)
        only(footer._element, made)


def rule(kind: str, side: str, before: int) -> BaseOxmlElement:
    """A red double rule 170 mm wide."""
    border = f'<w:{side} w:val="{kind}" w:sz="24" w:space="0" w:color="{RED}"/>'
    at = Setting(border=border, before=before, line=20)
    return element(paragraph("Number", "", at).replace("</w:pPr>", LETTER_OUT + "</w:pPr>"))


def set_letter(section: Section, paper: Paper) -> None:
    """Head and both double rules of a letter's first page; no number on it."""
    section.different_first_page_header_footer = True
    section.header_distance, section.footer_distance = Mm(LETTER_HEAD_MM), Mm(LETTER_LAST_RULE_MM)
    only(
        section.first_page_header._element,
        element(red_head(paper, 0)),
        rule("thickThinSmallGap", "bottom", twips(4) - 20),
    )
    only(section.first_page_footer._element, rule("thinThickSmallGap", "bottom", 0))
