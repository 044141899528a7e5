"""Questions about cases; the asking post comes first."""

from zhijia.cases.queries.cards import Card, Line, card_of
from zhijia.cases.queries.lists import awaiting, case_of, cases_about, cases_for, office_holders
from zhijia.cases.queries.public import notice_lines, open_notice
from zhijia.cases.queries.stages import Stage

__all__ = [
    "Card",
    "Line",
    "Stage",
    "awaiting",
    "card_of",
    "case_of",
    "cases_about",
    "cases_for",
    "notice_lines",
    "office_holders",
    "open_notice",
]
