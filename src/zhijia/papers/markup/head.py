"""The head of a paper (版头) as HTML, by format."""

from html import escape

from zhijia.papers.paper import Paper, chinese_date, is_upward
from zhijia.papers.titles import title_lines


def upward_line(paper: Paper) -> str:
    """Number at the left (under the title when there is no red head), signers at the right."""
    names = "　".join(escape(name) for name in paper.signers)
    signer = f'<span class="signer">签发人：<span class="kai">{names}</span></span>'
    return f'<p class="number up"><span>{escape(paper.number if paper.head else "")}</span>{signer}</p>'


def numbered(paper: Paper) -> str:
    """Number line: centred; upward papers have it at the left with the signers at the right."""
    return upward_line(paper) if is_upward(paper) else f'<p class="number">{escape(paper.number)}</p>'


def file_head(paper: Paper) -> str:
    """Red head, number, red rule."""
    urgency = f'<p class="urgency">{escape(paper.urgency)}</p>' if paper.urgency else ""
    return f'{urgency}<p class="red-head">{escape(paper.head)}</p>{numbered(paper)}<div class="separator"></div>'


def letter_head(paper: Paper) -> str:
    """Name of the body, double rule, number flush right; the second double rule closes the first page."""
    urgency = f'<span class="urgency">{escape(paper.urgency)}</span>' if paper.urgency else "<span></span>"
    return (
        f'<p class="red-head">{escape(paper.head)}</p><div class="letter-rule"></div>'
        f'<p class="number">{urgency}<span>{escape(paper.number)}</span></p><div class="letter-end"></div>'
    )


def minutes_head(paper: Paper) -> str:
    """Name of the meeting, issue in the middle, issuer and date over the rule."""
    return (
        f'<p class="red-head">{escape(paper.head)}</p><p class="number">{escape(paper.number)}</p>'
        f'<p class="over-rule"><span>{escape(paper.issuer)}</span><span>{chinese_date(paper.dated)}</span></p>'
        '<div class="separator"></div>'
    )


def head_html(paper: Paper) -> str:
    """The head of any format; slips and notices have none but may carry a number under the title."""
    if not paper.head:
        return f'<header class="head">{upward_line(paper)}</header>' if is_upward(paper) and paper.signers else ""
    made = {"file": file_head, "letter": letter_head, "minutes": minutes_head}.get(paper.format, file_head)
    return f'<header class="head">{made(paper)}</header>'


def title_html(paper: Paper) -> str:
    """Title in its lines; a paper without red head shows its number below."""
    if not paper.title:
        return ""
    lines = "<br>".join(escape(part) for part in title_lines(paper.title))
    number = f'<p class="slip-number">{escape(paper.number)}</p>' if paper.number and not paper.head else ""
    return f'<h1 class="title">{lines}</h1>{number}'
