"""Page numbers of the .docx: — n — outside, 7 mm below the text block; on turned sheets they stay where the sheet's
bottom is, which takes a text box with turned text."""

from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from zhijia.papers.docx.xml import NAMESPACE, Setting, element, paragraph, run

FIELD: Final = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
EMU_PER_MM: Final = 36000
BOX_MM: Final = (8.0, 30.0)
ONE_IN: Final = 14 / 15.75
"""One character of the number's own size, in characters of the body."""

BOX = """<w:r {w} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice Requires="wps">
<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
<wp:extent cx="{cx}" cy="{cy}"/><wp:wrapNone/><wp:docPr id="{id}" name="页码{id}"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>
<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"""


def dashed() -> str:
    """— n — with the page field."""
    return run("— ") + FIELD + run(" —")


def upright(side: str, after: int = 0) -> BaseOxmlElement:
    """The number on an upright page: `side` right, left or center."""
    setting = {
        "right": Setting(right=ONE_IN, after=after),
        "left": Setting(left=ONE_IN, align="left", after=after),
        "center": Setting(align="center", after=after),
    }[side]
    return element(paragraph("PageNumber", dashed(), setting))


def turned(odd: bool) -> BaseOxmlElement:
    """The number of a sheet turned right: on its left edge, low on odd pages, high on even ones.

    The left edge is the sheet's bottom (35 mm margin), so the dash stands at 35 - 7 = 28 mm; the sheet's right margin
    (26 mm) is at the bottom, its left margin (28 mm) at the top.
    """
    character = 14 * 25.4 / 72
    x = 35 - 7 - BOX_MM[0] / 2
    y = 210 - 26 - character - BOX_MM[1] if odd else 28 + character
    box = BOX.format(
        w=NAMESPACE,
        x=round(x * EMU_PER_MM),
        y=round(y * EMU_PER_MM),
        cx=round(BOX_MM[0] * EMU_PER_MM),
        cy=round(BOX_MM[1] * EMU_PER_MM),
        id=101 if odd else 102,
        content=paragraph("PageNumber", dashed(), Setting(align="right" if odd else "left")),
    )
    return element(paragraph("PageNumber", box))
