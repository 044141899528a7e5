"""Tables and forms of the .docx: fixed widths, repeating head, rows that stay on one page."""

from itertools import groupby

from zhijia.papers.blocks import Cell, Column, Form, Table
from zhijia.papers.docx.xml import NAMESPACE, Setting, line, paragraph, right_tab, run
from zhijia.papers.markup.tables import DENSE_FROM, shares
from zhijia.papers.measures import TABLE_PT

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
    for side, size in (("top", 8), ("left", 8), ("bottom", 8), ("right", 8), ("insideH", 4), ("insideV", 4))
)
JUSTIFY = {"left": "left", "centre": "center", "right": "right"}
DENSE_PT = 10.5


def widths(weights: tuple[int, ...], room: int) -> tuple[int, ...]:
    """Column widths in twips."""
    return tuple(room * share // 100 for share in shares(weights))


def cell_xml(width: int, content: str, span: int = 1, merge: str = "") -> str:
    """A cell; `merge` is restart or continue of a vertical merge."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    shape = f'<w:tcW w:w="{width}" w:type="dxa"/>{spans}{merged}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{shape}</w:tcPr>{content}</w:tc>"


def row_xml(cells: str, head: bool = False, height: int = 0) -> str:
    """A row that does not break over pages; a head row repeats."""
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    repeats = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{repeats}</w:trPr>{cells}</w:tr>"


def grid_xml(columns: tuple[int, ...], rows: str) -> str:
    """The table around its rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    margins = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def head_rows(columns: tuple[Column, ...], width: tuple[int, ...]) -> str:
    """One head row, or two where neighbouring columns share a group."""

    def titled(at: int) -> str:
        return paragraph("CellHead", run(columns[at].title))

    if not any(column.group for column in columns):
        return row_xml("".join(cell_xml(width[at], titled(at)) for at in range(len(columns))), head=True)
    upper = lower = ""
    for group, members in groupby(range(len(columns)), key=lambda at: columns[at].group):
        places = list(members)
        if group:
            upper += cell_xml(sum(width[at] for at in places), paragraph("CellHead", run(group)), len(places))
            lower += "".join(cell_xml(width[at], titled(at)) for at in places)
        else:
            upper += "".join(cell_xml(width[at], titled(at), merge="restart") for at in places)
            lower += "".join(cell_xml(width[at], paragraph("CellHead", ""), merge="continue") for at in places)
    return row_xml(upper, head=True) + row_xml(lower, head=True)


def table(block: Table, room: int) -> list[str]:
    """Caption, line over the table, table, note; `room` is the width of the text block in twips."""
    width = widths(tuple(column.weight for column in block.columns), room)
    dense = f'<w:sz w:val="{round(DENSE_PT * 2)}"/>' if len(block.columns) >= DENSE_FROM else ""
    rows = "".join(
        row_xml(
            "".join(
                cell_xml(
                    width[at], paragraph("Cell", line(cell, dense), Setting(align=JUSTIFY[block.columns[at].align]))
                )
                for at, cell in enumerate(cells)
            ),
            height=round(TABLE_PT * 2 * 20),
        )
        for cells in block.rows
    )
    over = [paragraph("Over", run(f"{block.left}\t{block.right}"), Setting(tabs=right_tab(room)))]
    return [
        *([paragraph("Over", run(block.caption), Setting(align="center"))] if block.caption else []),
        *(over if block.left or block.right else []),
        grid_xml(width, head_rows(block.columns, width) + rows),
        *([paragraph("Over", run(block.note))] if block.note else []),
    ]


def form_cell(cell: Cell, width: int) -> str:
    """A cell of a form."""
    style = "CellHead" if cell.label else "Cell"
    return cell_xml(width, paragraph(style, line(cell.runs), Setting(align=JUSTIFY[cell.align])), cell.span)


def form(block: Form, room: int) -> str:
    """A ruled form."""
    width = widths(block.weights, room)
    rows = ""
    for cells in block.rows:
        inside, at = "", 0
        for cell in cells:
            inside += form_cell(cell, sum(width[at : at + cell.span]))
            at += cell.span
        rows += row_xml(inside, height=max(cell.lines for cell in cells) * 400 + 100)
    return grid_xml(width, rows)
