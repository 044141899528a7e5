"""An edition over many files at once (演练): how many would be granted, refused or left open, and what it would cost."""

from dataclasses import dataclass

from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.conditions.sql import Columns, Sql, compiled, quoted
from zhijia.schemes.grants.deciding import whole_rule
from zhijia.schemes.grants.sql import fen_sql


@dataclass(frozen=True)
class Outcome:
    """Files counted; `fen`: what the granted ones come to in all."""

    files: int
    granted: int
    refused: int
    fen: int

    @property
    def open(self) -> int:
        """Neither granted nor refused: something is missing."""
        return self.files - self.granted - self.refused


def question(edition: CaseEdition, book: Rulebook, table: str, columns: Columns = quoted) -> Sql:
    """One question to a database whose table holds a file a row: count, granted, refused, fen.

    The rule is worked out once for each row, and a sum only for those who are granted; a granted one whose sum cannot
    be worked out stays open.
    """
    rule = whole_rule(edition)
    verdict = compiled(rule, book, columns) if rule is not None else Sql("TRUE")
    sums = [fen_sql(grant.pays, book, columns) for grant in edition.grants if grant.pays]
    fen = Sql("(") + _joined(sums) + Sql(")") if sums else Sql("0")
    inner = (
        Sql("SELECT CASE ")
        + verdict
        + Sql(" WHEN TRUE THEN ")
        + fen
        + Sql(f" WHEN FALSE THEN -1 END AS fen FROM {table}")
    )
    head = (
        "SELECT COUNT(*), COUNT(CASE WHEN fen >= 0 THEN 1 END), COUNT(CASE WHEN fen < 0 THEN 1 END), "
        "SUM(CASE WHEN fen >= 0 THEN fen END) FROM ("
    )
    return Sql(head) + inner + Sql(") AS judged")


def _joined(sums: list[Sql]) -> Sql:
    found = sums[0]
    for one in sums[1:]:
        found += Sql(" + ") + one
    return found


def outcome_of(row: tuple[int, int, int, int | None]) -> Outcome:
    """The answer to the question."""
    return Outcome(int(row[0]), int(row[1]), int(row[2]), int(row[3] or 0))
