"""Paragraphs and runs as WordprocessingML text, children in the order the schema asks for."""

from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from zhijia.papers.docx.styles import fonts_xml
from zhijia.papers.fonts.roles import Role
from zhijia.papers.measures import LINE_PT
from zhijia.papers.runs import Runs

NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHARACTER_TWIPS: Final = 315


@dataclass(frozen=True, slots=True)
class Setting:
    """What one paragraph changes against its style; lengths in characters (left, hanging, first, right) or twips."""

    before: int = 0
    left: float = 0
    hanging: float = 0
    right: float = 0
    first: float | None = None
    align: str = ""
    page_break: bool = False
    keep: bool = False
    border: str = ""
    tabs: str = ""
    line: int = 0
    after: int = 0


def blank_lines(count: float) -> int:
    """Height of `count` body lines in twips."""
    return round(count * LINE_PT * 20)


def run(text: str, role: Role | None = None, extra: str = "") -> str:
    """A run; line feeds become breaks, tabs tabs. Quotation marks follow the East Asian face by the hint."""
    fonts = fonts_xml(role) if role else '<w:rFonts w:hint="eastAsia"/>'
    words = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return f'<w:r><w:rPr>{fonts}{extra}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def line(runs: Runs, extra: str = "") -> str:
    """All runs of a line."""
    return "".join(run(item.text, extra=extra) for item in runs)


def indent(setting: Setting) -> str:
    """w:ind with both measures: characters for Word, twips for programs that ignore characters."""
    parts = []
    for name, value in (("left", setting.left), ("right", setting.right), ("hanging", setting.hanging)):
        if value:
            parts.append(f'w:{name}Chars="{round(value * 100)}" w:{name}="{round(value * CHARACTER_TWIPS)}"')
    if setting.first is not None:
        parts.append(
            f'w:firstLineChars="{round(setting.first * 100)}" w:firstLine="{round(setting.first * CHARACTER_TWIPS)}"'
        )
    return f"<w:ind {' '.join(parts)}/>" if parts else ""


def spacing(setting: Setting) -> str:
    """w:spacing, only what differs."""
    line_height = f' w:line="{setting.line}" w:lineRule="exact"' if setting.line else ""
    if not (setting.before or setting.after or line_height):
        return ""
    return f'<w:spacing w:before="{setting.before}" w:after="{setting.after}"{line_height}/>'


def paragraph(style: str, content: str, setting: Setting | None = None) -> str:
    """One paragraph."""
    at = setting or Setting()
    keep = "<w:keepNext/>" if at.keep else ""
    page = "<w:pageBreakBefore/>" if at.page_break else ""
    border = f"<w:pBdr>{at.border}</w:pBdr>" if at.border else ""
    tabs = f"<w:tabs>{at.tabs}</w:tabs>" if at.tabs else ""
    align = f'<w:jc w:val="{at.align}"/>' if at.align else ""
    inside = f"{keep}{page}{border}{tabs}{spacing(at)}{indent(at)}{align}"
    return f'<w:p {NAMESPACE}><w:pPr><w:pStyle w:val="{style}"/>{inside}</w:pPr>{content}</w:p>'


def element(xml: str) -> BaseOxmlElement:
    """Parsed, ready to be put into a document."""
    parsed: BaseOxmlElement = parse_xml(xml)
    return parsed


def right_tab(twips: int) -> str:
    """A right tab stop."""
    return f'<w:tab w:val="right" w:pos="{twips}"/>'
