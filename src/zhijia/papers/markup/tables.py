"""Tables and forms as HTML. Column widths are classes, because the pages forbid inline styles."""

from html import escape
from itertools import groupby

from zhijia.papers.blocks import Cell, Column, Form, Table
from zhijia.papers.markup.lines import Inline, line

DENSE_FROM = 9
"""Columns from which a table is set one size smaller."""


WIDE = '<div class="wide" role="region" aria-label="表格" tabindex="0">'
"""A table may be wider than a phone; the box it scrolls in can be reached by keyboard."""


def shares(weights: tuple[int, ...]) -> tuple[int, ...]:
    """Whole per cent widths summing to 100: the largest remainders get what rounding left."""
    total = sum(weights)
    out = [weight * 100 // total for weight in weights]
    order = sorted(range(len(weights)), key=lambda at: (-(weights[at] * 100 % total), at))
    for at in order[: 100 - sum(out)]:
        out[at] += 1
    return tuple(out)


def colgroup(weights: tuple[int, ...]) -> str:
    """Column widths by class."""
    return "<colgroup>" + "".join(f'<col class="w{share}">' for share in shares(weights)) + "</colgroup>"


def head_rows(columns: tuple[Column, ...]) -> str:
    """One head row, or two where neighbouring columns share a group."""
    if not any(column.group for column in columns):
        return "<tr>" + "".join(f'<th scope="col">{escape(column.title)}</th>' for column in columns) + "</tr>"
    upper, lower = "", ""
    for group, members in groupby(columns, key=lambda column: column.group):
        names = [escape(column.title) for column in members]
        if group:
            upper += f'<th scope="colgroup" colspan="{len(names)}">{escape(group)}</th>'
            lower += "".join(f'<th scope="col">{name}</th>' for name in names)
        else:
            upper += "".join(f'<th scope="col" rowspan="2">{name}</th>' for name in names)
    return f"<tr>{upper}</tr><tr>{lower}</tr>"


def table(block: Table, inline: Inline) -> str:
    """Caption, the line over the table, a repeating head, rows, the note under it."""
    over = ""
    if block.left or block.right:
        over = f'<p class="over"><span>{escape(block.left)}</span><span class="right">{escape(block.right)}</span></p>'
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td class="{column.align}">{line(cell, inline)}</td>'
            for column, cell in zip(block.columns, cells, strict=True)
        )
        + "</tr>"
        for cells in block.rows
    )
    dense = ' class="dense"' if len(block.columns) >= DENSE_FROM else ""
    caption = f'<p class="caption">{escape(block.caption)}</p>' if block.caption else ""
    note = f'<p class="table-note">{escape(block.note)}</p>' if block.note else ""
    grid = f"{colgroup(tuple(column.weight for column in block.columns))}<thead>{head_rows(block.columns)}</thead>"
    return f"{caption}{over}{WIDE}<table{dense}>{grid}<tbody>{rows}</tbody></table></div>{note}"


def form_cell(cell: Cell, inline: Inline) -> str:
    """A cell of a form; labels are row heads."""
    tag = 'th scope="row"' if cell.label else "td"
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    tall = f" tall{cell.lines}" if cell.lines > 1 else ""
    return f'<{tag}{span} class="{cell.align}{tall}">{line(cell.runs, inline)}</{tag.split()[0]}>'


def form(block: Form, inline: Inline) -> str:
    """A ruled form."""
    rows = "".join("<tr>" + "".join(form_cell(cell, inline) for cell in row) + "</tr>" for row in block.rows)
    return f'{WIDE}<table class="form">{colgroup(block.weights)}<tbody>{rows}</tbody></table></div>'
