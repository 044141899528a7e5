"""The HTML of the printed sheet, before it is set."""

from html import escape

from zhijia.papers.blocks import Form, Table
from zhijia.papers.markup.article import article
from zhijia.papers.markup.lines import printed
from zhijia.papers.paper import Paper


def document(paper: Paper) -> str:
    """The complete HTML of the printed sheet, metadata dated by the paper and not by the clock."""
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(paper.title)}</title>'
        f'<meta name="author" content="{escape(paper.issuer)}"><meta name="keywords" content="{escape(paper.number)}">'
        f'<meta name="dcterms.created" content="{paper.dated.isoformat()}">'
        f'<meta name="dcterms.modified" content="{paper.dated.isoformat()}"></head>'
        f"<body>{article(paper, printed)}</body></html>"
    )


def grids(paper: Paper) -> set[tuple[int, ...]]:
    """Column weights of every table and form in the paper."""
    blocks = [*paper.blocks, *(block for item in paper.attachments for block in item.blocks)]
    tables = {tuple(column.weight for column in block.columns) for block in blocks if isinstance(block, Table)}
    return tables | {block.weights for block in blocks if isinstance(block, Form)}
