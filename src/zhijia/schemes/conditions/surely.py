"""The two halves of a condition as plain SQL: for whom it surely holds, for whom it surely does not; the rest is open.

For asking a whole table at once this is quicker than one three-valued expression: each half is true or not (null counts
as not), so a database may stop at the first part that decides.
"""

from zhijia.schemes.conditions.grammar import Condition
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.conditions.sql import Columns, Sql, bare, quoted

NEVER, ALWAYS = Sql("FALSE"), Sql("TRUE")


def surely(condition: Condition, book: Rulebook, columns: Columns = quoted, *, so: bool = True) -> Sql:
    """SQL true exactly where the judgement is `so`; null or false elsewhere."""
    if condition.every or condition.some:
        parts = [surely(part, book, columns, so=so) for part in condition.parts]
        return _joined(parts, together=bool(condition.every) == so)
    if condition.no is not None:
        return surely(condition.no, book, columns, so=not so)
    if condition.meets:
        return surely(book.named[condition.meets].when, book, columns, so=so)
    if condition.holds and book.facts[condition.holds].kind == "paper":
        return columns(book.facts[condition.holds]) if so else NEVER
    leaf, papers = bare(condition, book, columns)
    return _joined([*papers, leaf if so else Sql("NOT (") + leaf + Sql(")")], together=True)


def _joined(parts: list[Sql], *, together: bool) -> Sql:
    """All of them, or any; what is always or never so is left out."""
    stops, idle = (NEVER, ALWAYS) if together else (ALWAYS, NEVER)
    if stops in parts:
        return stops
    left = [part for part in parts if part != idle]
    if not left:
        return idle
    text = (" AND " if together else " OR ").join(part.text for part in left)
    params = tuple(param for part in left for param in part.params)
    return Sql(f"({text})" if len(left) > 1 else text, params)
