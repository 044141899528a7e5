"""Checks of ranking tables: the order follows the score, ties share a place, the next place is skipped."""

import re
from collections.abc import Iterator
from decimal import Decimal

from zhijia.papers.blocks import Table
from zhijia.papers.check.facts import Facts
from zhijia.papers.check.figures import all_blocks
from zhijia.papers.check.ranked import ranked_rows
from zhijia.papers.check.verdict import Rule, Verdict
from zhijia.papers.paper import Paper

PLACES = Rule("ranking.places", "排名规则", "must")
TIES = Rule("ranking.ties", "排名规则", "must")
SMALL = Rule("ranking.group", "排名规则", "advised")


def check_ranking(paper: Paper, facts: Facts) -> Iterator[Verdict]:
    """Every ranking table of the paper."""
    for block in all_blocks(paper):
        rows = ranked_rows(block) if isinstance(block, Table) else None
        if rows:
            yield from check_rows(rows)


def check_rows(rows: list[tuple[str, Decimal]]) -> Iterator[Verdict]:
    """Places recomputed from the scores."""
    scores = [score for _, score in rows]
    wrong, unmarked = [], []
    for printed, score in rows:
        place = 1 + sum(other > score for other in scores)
        number = re.search(r"\d+", printed)
        if number is None or int(number[0]) != place:
            wrong.append(f"得分{score}应为第{place}名，表中写作“{printed}”，请按得分重排，并列后名次顺延。")
        elif scores.count(score) > 1 and "并列" not in printed:
            unmarked.append(f"得分{score}有并列，名次“{printed}”应标明“并列{place}”。")
    yield from PLACES.judged(wrong, "名次与得分一致，并列后名次顺延。")
    yield from TIES.judged(unmarked, "并列名次已标明。")
    if scores != sorted(scores, reverse=True):
        yield PLACES.says("warn", "排名表没有按得分从高到低排列。")
