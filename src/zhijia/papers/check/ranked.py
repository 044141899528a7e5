"""What a ranking table of a paper says: places as printed and scores."""

from decimal import Decimal, InvalidOperation

from zhijia.papers.blocks import Table
from zhijia.papers.runs import plain

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
