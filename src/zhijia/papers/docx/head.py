"""Head and title of the .docx by format (GB/T 9704-2012 7.2, 10.1, 10.3)."""

from zhijia.papers.docx.xml import Setting, blank_lines, paragraph, right_tab, run
from zhijia.papers.measures import (
    BLOCK_MM,
    HEAD_DROP_MM,
    LINE_PT,
    RED,
    SEPARATOR_GAP_MM,
    head_size,
    twips,
)
from zhijia.papers.paper import Paper, chinese_date, is_upward
from zhijia.papers.titles import title_lines

# The rule hangs 4 mm below the characters; half of the line's leading already lies between.
RULE_SPACE = round(SEPARATOR_GAP_MM * 72 / 25.4 - (LINE_PT - 16) / 2)
RULE = f'<w:bottom w:val="single" w:sz="10" w:space="{RULE_SPACE}" w:color="{RED}"/>'
EDGE = twips(BLOCK_MM[0]) - 315


def red_head(paper: Paper, before: int) -> str:
    """The red head on one line, its em box `before` twips below the top."""
    size = head_size(paper.head)
    extra = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return paragraph("Head", run(paper.head, extra=extra), Setting(before=before, line=round(size * 20)))


def number_line(paper: Paper) -> str:
    """Number, with the signers at the right of upward papers; carries the red rule."""
    at = Setting(before=blank_lines(2), border=RULE)
    if not is_upward(paper):
        return paragraph("Number", run(paper.number), at)
    signers = run("签发人：") + run("　".join(paper.signers), "kai")
    at = Setting(before=at.before, border=RULE, first=1, align="left", tabs=right_tab(EDGE))
    return paragraph("Number", run(paper.number + "\t") + signers, at)


def signers_alone(paper: Paper) -> str:
    """The signers of a paper that goes up without a red head."""
    names = run("签发人：") + run("　".join(paper.signers), "kai")
    return paragraph("Number", names, Setting(align="right", after=blank_lines(1)))


def file_head(paper: Paper) -> list[str]:
    """Urgency, red head 35 mm down, number, rule."""
    drop = twips(HEAD_DROP_MM) - (round(LINE_PT * 20) if paper.urgency else 0)
    urgency = [paragraph("Urgency", run(paper.urgency))] if paper.urgency else []
    return [*urgency, red_head(paper, drop), number_line(paper)]


def letter_head(paper: Paper) -> list[str]:
    """Head and rules of a letter stand in the first page's header; here only urgency and number."""
    line = Setting(align="left", tabs=right_tab(twips(BLOCK_MM[0])))
    return [paragraph("Number", run(paper.urgency, "hei") + run("\t" + paper.number), line)]


def minutes_head(paper: Paper) -> list[str]:
    """Name of the meeting, issue, then issuer and date over the rule."""
    over = Setting(border=RULE, first=1, align="left", tabs=right_tab(EDGE), after=0 if paper.title else blank_lines(1))
    return [
        red_head(paper, twips(HEAD_DROP_MM)),
        paragraph("Number", run(paper.number), Setting(before=blank_lines(1))),
        paragraph("Number", run(f"{paper.issuer}\t{chinese_date(paper.dated)}"), over),
    ]


def head(paper: Paper) -> list[str]:
    """Head of any format; without a red head only the signers of an upward paper, at the right."""
    if not paper.head:
        return [signers_alone(paper)] if is_upward(paper) and paper.signers else []
    return {"letter": letter_head, "minutes": minutes_head}.get(paper.format, file_head)(paper)


def title(paper: Paper) -> list[str]:
    """The title in its lines, two blank lines below the rule; without a head it opens the page."""
    if not paper.title:
        return []
    text = run("\n".join(title_lines(paper.title)))
    first = paragraph("Title", text, Setting(before=blank_lines(2) if paper.head else 0))
    below = [] if paper.head or not paper.number else [paragraph("Number", run(paper.number))]
    return [first, *below]
