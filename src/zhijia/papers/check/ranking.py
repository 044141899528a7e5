"""Checks of ranking tables: the order follows the score, ties share a place, the next place is skipped."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from zhijia.papers.blocks import Table
from zhijia.papers.check.facts import Facts
from zhijia.papers.check.figures import all_blocks
from zhijia.papers.check.verdict import Rule, Verdict
from zhijia.papers.paper import Paper
from zhijia.papers.runs import plain

PLACES = Rule("ranking.places", "排名规则", "must")
TIES = Rule("ranking.ties", "排名规则", "must")
SMALL = Rule("ranking.group", "排名规则", "advised")
PLACE_COLUMN = "名次"
SCORE_COLUMNS = ("合计", "得分", "总分")


def score_of(text: str) -> Decimal | None:
    """A score as a number; None for a dash."""
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return None


def ranked_rows(table: Table) -> list[tuple[str, Decimal]] | None:
    """Place as printed and score of each row; None for a table that is no ranking."""
    titles = [column.title for column in table.columns]
    score = next((title for title in SCORE_COLUMNS if title in titles), None)
    if PLACE_COLUMN not in titles or score is None:
        return None
    at, of = titles.index(PLACE_COLUMN), titles.index(score)
    rows = [(plain(row[at]), score_of(plain(row[of]))) for row in table.rows]
    return [(place, value) for place, value in rows if value is not None]


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
