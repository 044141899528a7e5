"""A .docx read back: sections, styles, paragraphs and page numbers as they stand in the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.section import Section

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import gettext_noop
from zhijia.papers.measures import TWIPS_PER_MM

_NO_DOCX = gettext_noop("这不是可读的 docx 文件，请重新生成后再检查。")


@dataclass(frozen=True, slots=True)
class SectionReading:
    """One section in mm; `pitch` of the line grid in pt; sides of the page number on odd and even pages."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    grid: str
    pitch: float
    odd_side: str
    even_side: str


@dataclass(frozen=True, slots=True)
class StyleReading:
    """One paragraph style: face, sizes in pt, character spacing in pt, colour, first line indent in characters."""

    face: str
    latin: str
    size: float
    line: float
    exact: bool
    spacing: float
    colour: str
    bold: bool
    align: str
    first: float


@dataclass(frozen=True, slots=True)
class ParagraphReading:
    """Style, words, distance above in mm, right indent in characters, whether a red rule hangs below (gap in pt)."""

    style: str
    text: str
    before: float
    right: float
    rule_gap: float | None
    new_page: bool


@dataclass(frozen=True, slots=True)
class DocxReading:
    """The whole file."""

    sections: tuple[SectionReading, ...]
    styles: Mapping[str, StyleReading]
    paragraphs: tuple[ParagraphReading, ...]
    odd_even: bool
    reds: frozenset[str]

    def first(self, style: str) -> ParagraphReading | None:
        """The first paragraph of a style."""
        return next((item for item in self.paragraphs if item.style == style), None)


def number(element: Any, name: str, scale: float = 1.0) -> float:
    """An attribute as a number, 0 when it is not there."""
    value = element.get(qn(name)) if element is not None else None
    return int(value) / scale if value else 0.0


def page_side(footer: Any) -> str:
    """left, right, center or "" where the footer has no page field."""
    xml = footer._element
    if not any("PAGE" in (field.text or "") for field in xml.iter(qn("w:instrText"))):
        return ""
    if next(xml.iter(qn("w:txbxContent")), None) is not None:
        return "turned"
    align = xml.find(f".//{qn('w:jc')}")
    return align.get(qn("w:val")) if align is not None else "right"


def read_section(section: Section) -> SectionReading:
    """Page, margins, grid, page numbers."""
    xml: Any = section._sectPr
    size, margin, grid = xml.find(qn("w:pgSz")), xml.find(qn("w:pgMar")), xml.find(qn("w:docGrid"))
    return SectionReading(
        number(size, "w:w", TWIPS_PER_MM),
        number(size, "w:h", TWIPS_PER_MM),
        number(margin, "w:top", TWIPS_PER_MM),
        number(margin, "w:right", TWIPS_PER_MM),
        number(margin, "w:bottom", TWIPS_PER_MM),
        number(margin, "w:left", TWIPS_PER_MM),
        grid=grid.get(qn("w:type")) if grid is not None else "",
        pitch=number(grid, "w:linePitch", 20),
        odd_side=page_side(section.footer),
        even_side=page_side(section.even_page_footer),
    )


def read_style(xml: Any) -> StyleReading:
    """Type and setting of one style."""
    look, setting = xml.find(qn("w:rPr")), xml.find(qn("w:pPr"))
    fonts, colour, bold = look.find(qn("w:rFonts")), look.find(qn("w:color")), look.find(qn("w:b"))
    line, align = setting.find(qn("w:spacing")), setting.find(qn("w:jc"))
    return StyleReading(
        face=fonts.get(qn("w:eastAsia")),
        latin=fonts.get(qn("w:ascii")),
        size=number(look.find(qn("w:sz")), "w:val", 2),
        line=number(line, "w:line", 20),
        exact=line.get(qn("w:lineRule")) == "exact",
        spacing=number(look.find(qn("w:spacing")), "w:val", 20),
        colour=colour.get(qn("w:val")) if colour is not None else "",
        bold=bold is not None and bold.get(qn("w:val")) not in {"0", "false"},
        align=align.get(qn("w:val")),
        first=number(setting.find(qn("w:ind")), "w:firstLineChars", 100),
    )


def read_paragraph(xml: Any) -> ParagraphReading:
    """One paragraph, those in tables included."""
    setting = xml.find(qn("w:pPr"))
    style, spacing, indent = (setting.find(qn(name)) for name in ("w:pStyle", "w:spacing", "w:ind"))
    border = setting.find(f"{qn('w:pBdr')}/{qn('w:bottom')}")
    return ParagraphReading(
        style.get(qn("w:val")) if style is not None else "",
        "".join(part.text or ("\n" if part.tag == qn("w:br") else "") for part in xml.iter(qn("w:t"), qn("w:br"))),
        number(spacing, "w:before", TWIPS_PER_MM),
        number(indent, "w:rightChars", 100),
        number(border, "w:space") if border is not None else None,
        setting.find(qn("w:pageBreakBefore")) is not None,
    )


def opened(docx: bytes) -> DocumentObject:
    """The document; BadInput `no_docx` for bytes that are none."""
    try:
        return Document(BytesIO(docx))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as fault:
        raise BadInput("no_docx", _NO_DOCX) from fault


def read_back(docx: bytes) -> DocxReading:
    """Read a .docx written by `to_docx` (or edited since); BadInput `no_docx`."""
    made = opened(docx)
    styles = {xml.get(qn("w:styleId")): read_style(xml) for xml in made.styles.element.iter(qn("w:style"))}
    body: Any = made.element.body
    colours = {xml.get(qn("w:val")) for xml in body.iter(qn("w:color"))}
    colours |= {xml.get(qn("w:color")) for xml in body.iter(qn("w:bottom"), qn("w:top"))}
    return DocxReading(
        tuple(read_section(section) for section in made.sections),
        styles,
        tuple(read_paragraph(xml) for xml in body.iter(qn("w:p")) if xml.find(qn("w:pPr")) is not None),
        bool(made.settings.odd_and_even_pages_header_footer),
        frozenset(colour for colour in colours if colour and colour not in {"000000", "auto"}),
    )
