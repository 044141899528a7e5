"""The foot (版记) of the .docx: a floating table held to the bottom of the text block of the last page."""

from zhijia.papers.docx.xml import NAMESPACE, Setting, paragraph, right_tab, run
from zhijia.papers.measures import BLOCK_MM, FOOT_PT, LEFT_MM, twips
from zhijia.papers.paper import Paper, chinese_date

WIDTH = twips(BLOCK_MM[0])
CHARACTER = round(FOOT_PT * 20)
THICK, THIN = 8, 6
"""Rules of 0.35 mm and 0.25 mm in eighths of a point."""


def listed(label: str, names: tuple[str, ...]) -> str:
    """抄送：…，…。 one character in from both edges, wrapped under the first name."""
    at = Setting(left=4 * FOOT_PT / 15.75, hanging=3 * FOOT_PT / 15.75, right=FOOT_PT / 15.75)
    return paragraph("Foot", run(f"{label}：{'，'.join(names)}。"), at)


def printed(paper: Paper) -> str:
    """Printing office left, date right."""
    day = chinese_date(paper.printed_on or paper.dated) + "印发"
    at = Setting(first=FOOT_PT / 15.75, tabs=right_tab(WIDTH - CHARACTER))
    return paragraph("Foot", run(f"{paper.printed_by}\t{day}"), at)


def row(content: str, top: int, bottom: int) -> str:
    """A row with the given rules above and below (0: none)."""
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
        for side, size in (("top", top), ("bottom", bottom))
        if size
    )
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{WIDTH}" w:type="dxa"/>'
        f"<w:tcBorders>{rules}</w:tcBorders></w:tcPr>{content}</w:tc></w:tr>"
    )


def rows(paper: Paper) -> list[str]:
    """Snapshot mark, recipients, printing line with thick outer rules and a thin one between."""
    moved = [listed("主送", paper.addressees)] if paper.addressees_in_foot and paper.addressees else []
    sent = "".join([*moved, *([listed("抄送", paper.copy_to)] if paper.copy_to else [])])
    printing = printed(paper) if paper.printed_by and paper.format != "letter" else ""
    ruled = paper.format != "letter"
    out = [row(paragraph("SnapshotMark", run(paper.footer_mark)), 0, 0)] if paper.footer_mark else []
    if sent:
        out.append(row(sent, THICK * ruled, (THIN if printing else THICK) * ruled))
    if printing:
        out.append(row(printing, THIN if sent else THICK, THICK))
    return out


def foot(paper: Paper) -> list[str]:
    """The floating table and the tiny paragraph it is anchored to; nothing when there is nothing to print."""
    made = rows(paper)
    if not made:
        return []
    place = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="280" w:vertAnchor="margin" '
        f'w:horzAnchor="page" w:tblpX="{twips(LEFT_MM)}" w:tblpYSpec="bottom"/>'
    )
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    table = (
        f'<w:tbl {NAMESPACE}><w:tblPr>{place}<w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{WIDTH}"/></w:tblGrid>{"".join(made)}</w:tbl>'
    )
    return [table, paragraph("Anchor", "")]
