"""Checks of the attachments: those announced are those attached, with the same titles in the same order."""

import re
from collections.abc import Iterator

from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import GB, Rule, Verdict
from zhijia.papers.paper import Paper, body_text

MATCH = Rule("attachments.titles", GB + "7.3.4、7.3.7", "must")
STOPS = Rule("attachments.punctuation", GB + "7.3.4", "must")
CITED = Rule("attachments.cited", GB + "7.3.4", "practice")


def check_titles(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Count, order and wording."""
    attached = [item.title.replace("\n", "") for item in paper.attachments]
    announced = list(paper.announced)
    faults = []
    if len(attached) != len(announced):
        faults.append(f"附件说明列有{len(announced)}个附件，实际附有{len(attached)}个，请核对。")
    faults += [
        f"附件{at}的标题“{real}”与附件说明“{said}”不一致，请改为一致。"
        for at, (said, real) in enumerate(zip(announced, attached, strict=False), 1)
        if said != real
    ]
    yield from MATCH.judged(faults, "附件与附件说明一致。" if attached else "没有附件。")
    faults = [f"附件名称“{title}”后不加标点。" for title in announced if re.search(r"[。；，、.;,]$", title)]
    yield from STOPS.judged(faults, "附件名称后没有标点。")


def check_cited(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """附件n named in the text exists."""
    cited = sorted({int(found[1]) for found in re.finditer(r"附件(\d+)", body_text(paper))})
    faults = [f"正文提到附件{at}，但没有这个附件。" for at in cited if at > len(paper.attachments)]
    yield from CITED.judged(faults, "正文提到的附件都已附上。")
