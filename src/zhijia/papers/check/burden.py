"""Checks against burdening the grassroots: length, number of papers, demands for follow-up papers."""

import re
from collections.abc import Iterator

from zhijia.papers.check.facts import Facts
from zhijia.papers.check.verdict import Rule, Verdict
from zhijia.papers.paper import Paper, body_text

RULEBOOK = "整治形式主义为基层减负若干规定"
LENGTH = Rule("burden.length", RULEBOOK, "must")
DEMANDS = Rule("burden.demands", RULEBOOK, "usual")
COUNT = Rule("burden.count", RULEBOOK, "must")


def characters(paper: Paper) -> int:
    """Characters of the body, blanks not counted."""
    return len(re.sub(r"\s", "", body_text(paper)))


def check_burden(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """All three."""
    if facts.character_limit is not None:
        count, most = characters(paper), facts.character_limit
        faults = [f"正文{count}字，超过{most}字的上限，请精简{count - most}字以上。"] if count > most else []
        yield from LENGTH.judged(faults, f"正文{count}字，未超过{most}字的上限。")
    text = body_text(paper)
    faults = [
        f"文中要求“{phrase}”，一般不得要求层层报送材料，请删去。" for phrase in facts.lexicon.burdens if phrase in text
    ]
    yield from DEMANDS.judged(faults, "没有要求层层报送材料。", "warn")
    if facts.papers_this_year is not None and facts.papers_last_year is not None:
        now, before = facts.papers_this_year + 1, facts.papers_last_year
        faults = [f"本年发文将达{now}件，超过上年{before}件，须有书面理由。"] if now > before else []
        yield from COUNT.judged(faults, f"本年发文第{now}件，未超过上年{before}件。")
