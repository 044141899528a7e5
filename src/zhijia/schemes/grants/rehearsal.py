"""An edition over many files at once (演练): how many would be granted, refused or left open, and what it would cost."""

from dataclasses import dataclass

from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.conditions.sql import Columns, Sql, quoted
from zhijia.schemes.conditions.surely import surely
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

    Each file is worked out once, and put down as its sum, as -1 when it is refused, or as nothing while it is open; one
    whose sum cannot be worked out stays open too.
    """
    rule = whole_rule(edition)
    met, not_met = (
        surely(rule, book, columns, so=so) if rule is not None else Sql(str(so).upper()) for so in (True, False)
    )
    sums = [fen_sql(grant.pays, book, columns) for grant in edition.grants if grant.pays]
    fen = _joined(sums) if sums else Sql("0")
    each = (
        Sql("SELECT CASE WHEN ")
        + met
        + Sql(" THEN ")
        + fen
        + Sql(" WHEN ")
        + not_met
        + Sql(f" THEN -1 END AS fen FROM {table}")
    )
    tally = (
        "SELECT COUNT(*), COUNT(*) FILTER (WHERE fen >= 0), COUNT(*) FILTER (WHERE fen < 0), "
        "SUM(fen) FILTER (WHERE fen >= 0) FROM judged"
    )
    return Sql("WITH judged AS MATERIALIZED (") + each + Sql(") ") + Sql(tally)


def _joined(sums: list[Sql]) -> Sql:
    found = sums[0]
    for one in sums[1:]:
        found += Sql(" + ") + one
    return found


def outcome_of(row: tuple[int, int, int, int | None]) -> Outcome:
    """The answer to the question."""
    return Outcome(int(row[0]), int(row[1]), int(row[2]), int(row[3] or 0))
