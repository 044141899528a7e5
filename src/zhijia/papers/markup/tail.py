"""What follows the body as HTML: list of attachments, signature, note, attachments, foot."""

from html import escape

from zhijia.papers.markup.body import blocks_html
from zhijia.papers.markup.lines import Inline
from zhijia.papers.paper import Attachment, Paper, chinese_date
from zhijia.papers.signature import issuer_rows
from zhijia.papers.titles import title_lines


def announced(titles: tuple[str, ...]) -> str:
    """附件：1. … 2. …; a single attachment has no number."""
    if not titles:
        return ""
    marks = [""] if len(titles) == 1 else [f"{at}." for at in range(1, len(titles) + 1)]
    items = "".join(
        f'<span class="item"><span>{mark}</span><span>{escape(title)}</span></span>'
        for mark, title in zip(marks, titles, strict=True)
    )
    return f'<div class="announced"><span>附件：</span><div>{items}</div></div>'


def signature(paper: Paper) -> str:
    """Issuer and date; minutes carry neither, their date stands in the head."""
    if paper.format == "minutes" or not paper.signed:
        return ""
    names = "".join(f'<p class="issuer">{escape(row)}</p>' for row in issuer_rows(paper))
    kind = "sealed" if paper.sealed else "unsealed"
    return f'<div class="signature {kind}">{names}<p class="dated">{escape(paper.date_line)}</p></div>'


def note(paper: Paper) -> str:
    """附注 in round brackets."""
    return f'<p class="para note">（{escape(paper.note)}）</p>' if paper.note else ""


def attachment(item: Attachment, mark: str, inline: Inline) -> str:
    """One attachment on a page of its own, lying on its side if it is wide."""
    side = " landscape" if item.landscape else ""
    title = "<br>".join(escape(part) for part in title_lines(item.title, 28 if item.landscape else 20))
    return (
        f'<section class="attachment{side}"><p class="mark">{mark}</p>'
        f'<h2 class="title">{title}</h2>{blocks_html(item.blocks, inline)}</section>'
    )


def attachments(paper: Paper, inline: Inline) -> str:
    """All of them, numbered when there are several."""
    single = len(paper.attachments) == 1
    return "".join(
        attachment(item, "附件" if single else f"附件{at}", inline) for at, item in enumerate(paper.attachments, 1)
    )


def foot_line(label: str, names: tuple[str, ...]) -> str:
    """抄送：…，…。"""
    return f'<div class="copy"><span>{label}：</span><span>{escape("，".join(names))}。</span></div>' if names else ""


def foot(paper: Paper) -> str:
    """The foot (版记); a letter's has neither rules nor printing office."""
    mark = f'<p class="footer-mark">{escape(paper.footer_mark)}</p>' if paper.footer_mark else ""
    moved = foot_line("主送", paper.addressees if paper.addressees_in_foot else ())
    lines = moved + foot_line("抄送", paper.copy_to)
    printed = ""
    if paper.printed_by and paper.format != "letter":
        day = chinese_date(paper.printed_on or paper.dated) + "印发"
        printed = f'<p class="printed"><span>{escape(paper.printed_by)}</span><span>{day}</span></p>'
    rules = f'<div class="rules">{lines}{printed}</div>' if lines or printed else ""
    return f'<footer class="foot">{mark}{rules}</footer>' if mark or rules else ""
