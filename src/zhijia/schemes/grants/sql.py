"""The amounts of a grant as SQL, whole fen, null where the case-by-case sum is unknown; for rehearsals over many files."""

from collections.abc import Sequence
from fractions import Fraction

from zhijia.kit.money import round_half_up
from zhijia.schemes.conditions.grammar import Amount
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.conditions.sql import Columns, Sql, column, quoted, scaled
from zhijia.schemes.conditions.surely import surely
from zhijia.schemes.eligibility import Payment, Sum

FEN = 2


def fen_sql(payment: Payment, book: Rulebook, columns: Columns = quoted) -> Sql:
    """What a payment comes to. Caps are cut where they stand, or at once when both numbers are known."""
    return _sum(payment.amount, (), book, columns)


def _sum(rule: Sum, caps: Sequence[Amount], book: Rulebook, columns: Columns) -> Sql:
    caps = (*caps, *(cap.at for cap in rule.caps))
    if rule.table:
        found = Sql("CASE ") + column(rule.table, book, columns)
        for key, amount in rule.rows.items():
            found += Sql(" WHEN %s THEN ", (key,)) + _amount(amount, caps, book, columns)
        return Sql("(") + found + Sql(" END)")
    if rule.first:
        return _first(rule, caps, book, columns)
    if rule.share_of:
        share = Amount(field=rule.share_of, percent=rule.percent)
        return _amount(share, caps, book, columns)
    if rule.gap_to is not None:
        return _gap(rule, rule.gap_to, caps, book, columns)
    assert rule.fixed is not None
    return _amount(rule.fixed, caps, book, columns)


def _first(rule: Sum, caps: Sequence[Amount], book: Rulebook, columns: Columns) -> Sql:
    """The first branch that surely holds, those before it surely not; null as soon as one is open."""
    found = Sql("0")
    for branch in reversed(rule.first):
        met, not_met = (surely(branch.when, book, columns, so=so) for so in (True, False))
        here = Sql("(CASE WHEN ") + met + Sql(" THEN ") + _sum(branch.amount, caps, book, columns)
        found = here + Sql(" WHEN ") + not_met + Sql(" THEN ") + found + Sql(" END)")
    return found


def _amount(amount: Amount, caps: Sequence[Amount], book: Rulebook, columns: Columns) -> Sql:
    if amount.fields:
        below, above = scaled(amount, book, columns, FEN)
        return _capped(_whole(above, below), caps, book, columns)
    fen = _constant(amount, book)
    plain = [cap for cap in caps if not cap.fields]
    fen = min([fen, *(_constant(cap, book) for cap in plain)])
    return _capped(Sql(str(fen)), [cap for cap in caps if cap.fields], book, columns)


def _gap(rule: Sum, up_to: Amount, caps: Sequence[Amount], book: Rulebook, columns: Columns) -> Sql:
    below, line = scaled(up_to, book, columns, FEN)
    held = column(rule.gap_from, book, columns)
    held = Sql("(CASE WHEN ") + held + Sql(" <= 0 THEN 0 ELSE ") + held + Sql(" END)")
    difference = Sql("(") + line + Sql(" - ") + held + Sql(f" * {below})" if below != 1 else ")")
    return _capped(_whole(difference, below), caps, book, columns)


def _whole(above: Sql, below: int) -> Sql:
    """Never below zero, rounded half up to whole fen without leaving whole numbers."""
    floor = Sql("(CASE WHEN ") + above + Sql(" <= 0 THEN 0 ELSE ") + above + Sql(" END)")
    if below == 1:
        return floor
    twice = Sql("(2 * ") + floor + Sql(f" + {below})")
    return Sql("((") + twice + Sql(" - ") + twice + Sql(f" %% {2 * below}) / {2 * below})")


def _capped(fen: Sql, caps: Sequence[Amount], book: Rulebook, columns: Columns) -> Sql:
    for cap in caps:
        below, above = scaled(cap, book, columns, FEN)
        most = _whole(above, below) if cap.fields else Sql(str(_constant(cap, book)))
        fen = (Sql("(CASE WHEN ") + fen + Sql(" > ") + most + Sql(" THEN ") + most
               + Sql(" WHEN ") + fen + Sql(" <= ") + most + Sql(" THEN ") + fen + Sql(" END)"))  # fmt: skip
    return fen


def _constant(amount: Amount, book: Rulebook) -> int:
    return max(0, round_half_up(book.factor(amount) * Fraction(100)))
