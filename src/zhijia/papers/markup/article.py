"""A whole paper as one article element."""

from html import escape

from zhijia.papers.markup.body import blocks_html
from zhijia.papers.markup.head import head_html, title_html
from zhijia.papers.markup.lines import Inline
from zhijia.papers.markup.tail import announced, attachments, foot, note, signature
from zhijia.papers.paper import Paper


def addressees(paper: Paper) -> str:
    """主送机关, flush left, closed by a full-width colon."""
    if not paper.addressees or paper.addressees_in_foot:
        return ""
    return f'<p class="to">{escape("，".join(paper.addressees))}：</p>'


def article(paper: Paper, inline: Inline, later: str | None = None) -> str:
    """Head, body, signature, attachments and foot in the order they are printed.

    `later` is markup that stands where the attachments belong, for a page that fetches them afterwards.
    """
    parts = (
        head_html(paper),
        title_html(paper),
        addressees(paper),
        f'<div class="body">{blocks_html(paper.blocks, inline)}</div>',
        announced(paper.announced),
        signature(paper),
        note(paper),
        attachments(paper, inline) if later is None else later,
        foot(paper),
    )
    return f'<article class="paper {paper.format}" lang="zh-CN">' + "\n".join(filter(None, parts)) + "</article>"
