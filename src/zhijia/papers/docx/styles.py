"""Named paragraph styles of the .docx: one per element of the standard, so that an officer can adjust by style and
the checker can tell which element a paragraph is."""

from dataclasses import dataclass
from typing import Final

from zhijia.papers.fonts.roles import OFFICIAL, Role
from zhijia.papers.measures import (
    BODY_DOCX_PT,
    BODY_SPACING_PT,
    FOOT_PT,
    LINE_PT,
    MARK_PT,
    RED,
    TABLE_PT,
    TITLE_LINE_PT,
    TITLE_PT,
)


@dataclass(frozen=True, slots=True)
class Style:
    """Type and setting of one element; `line` is an exact line height in pt, None lets table rows grow."""

    key: str
    name: str
    role: Role = "body"
    size: float = BODY_DOCX_PT
    line: float = LINE_PT
    align: str = "both"
    indent: int = 0
    colour: str = ""
    keep: bool = False
    tight: bool = True
    snap: bool = True
    outline: int | None = None


STYLES: Final = (
    Style("Head", "公文 红头", "title", 40, 40, "center", colour=RED, tight=False, snap=False),
    Style("Number", "公文 发文字号", align="center", tight=False),
    Style("Urgency", "公文 紧急程度", "hei", tight=False),
    Style("Title", "公文 标题", "title", TITLE_PT, TITLE_LINE_PT, "center", tight=False, snap=False, keep=True),
    Style("To", "公文 主送机关", align="left"),
    Style("Body", "公文 正文", indent=2),
    Style("Flush", "公文 续段"),
    Style("Level1", "公文 一级标题", "hei", indent=2, keep=True, outline=0),
    Style("Level2", "公文 二级标题", "kai", indent=2, keep=True, outline=1),
    Style("Level3", "公文 三级标题", indent=2, keep=True, outline=2),
    Style("Level4", "公文 四级标题", indent=2, keep=True, outline=3),
    Style("Names", "公文 出席名单", align="left"),
    Style("List", "公文 附件说明", align="left"),
    Style("Signature", "公文 落款", align="right", keep=True, tight=False),
    Style("Mark", "公文 附件", "hei", align="left", tight=False, keep=True),
    Style("Over", "公文 表头行", size=TABLE_PT, line=20, align="left", tight=False, snap=False, keep=True),
    Style("Cell", "公文 表格", size=TABLE_PT, line=17, align="center", tight=False, snap=False),
    Style("CellHead", "公文 表格栏目", "hei", TABLE_PT, 17, "center", tight=False, snap=False),
    Style("Foot", "公文 版记", size=FOOT_PT, line=24, align="left", tight=False, snap=False),
    Style("SnapshotMark", "公文 数据快照", size=MARK_PT, line=14, align="left", tight=False, snap=False),
    Style("PageNumber", "公文 页码", "song", FOOT_PT, 14, "right", tight=False, snap=False),
    Style("Anchor", "公文 版记锚点", size=1, line=1, tight=False, snap=False),
)
BY_KEY: Final = {style.key: style for style in STYLES}


def fonts_xml(role: Role) -> str:
    """All four slots take the official family, so digits and quotation marks come from the Chinese face too."""
    name = OFFICIAL[role]
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}" w:hint="eastAsia"/>'


def style_xml(style: Style) -> str:
    """One w:style element, children in schema order."""
    keep = "<w:keepNext/>" if style.keep else ""
    snap = "" if style.snap else '<w:snapToGrid w:val="0"/>'
    indent = (
        f'<w:ind w:firstLineChars="{style.indent * 100}" w:firstLine="{style.indent * 320}"/>' if style.indent else ""
    )
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    tight = f'<w:spacing w:val="{round(BODY_SPACING_PT * 20)}"/>' if style.tight else ""
    half = round(style.size * 2)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.key}">'
        f'<w:name w:val="{style.name}"/><w:qFormat/>'
        f'<w:pPr>{keep}<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'{snap}<w:spacing w:before="0" w:after="0" w:line="{round(style.line * 20)}"'
        f' w:lineRule="exact"/>{indent}<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f'<w:rPr>{fonts_xml(style.role)}<w:b w:val="0"/>{colour}{tight}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        f'<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )
