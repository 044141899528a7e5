"""What may be paid for once only (重复规则): the rules of duplicates as keys, under keyed digests.

(a) the same cost, proved by the same receipt, is not paid twice to one person; (b) a student is aided once a school
year, whichever parent asks and through whichever union; (c) a visit for one illness once a year; (d) what another
body has given already takes the same key; `once_per` of a scheme takes a key of its own. An account used by two
families (e) is no key: such a payment is refused unless it is put down as held; see `add_payment`.
"""

from typing import NamedTuple

from zhijia.registers.base.sealing import keyring

CONTEXT = "ledger.once"


class Once(NamedTuple):
    """A key under its rule; equal keys are the same matter. Nothing personal can be read from it."""

    rule: str
    key: str


def same_cost(*, person: str, receipt: str) -> Once:
    """Rule (a): one person's cost by the number of its receipt, whatever the programme that pays it."""
    return _once("receipt", person, receipt)


def school_year(*, student: str, year: str) -> Once:
    """Rules (b) and (d): one student in one school year, as '2014-2015'."""
    return _once("student", student, year)


def illness_year(*, person: str, illness: str, year: int) -> Once:
    """Rule (c): one person's illness in one calendar year."""
    return _once("illness", person, illness, str(year))


def scheme_once(*, scheme: str, per: tuple[str, ...]) -> Once:
    """`once_per` of a scheme: the values of the fields it names, in its order."""
    return _once("scheme", scheme, *per)


def _once(rule: str, *parts: str) -> Once:
    """`parts` name persons by their digest or by register and number, never by their open id number."""
    return Once(rule, f"{rule}:{keyring().digest(chr(0).join(part.strip() for part in parts), CONTEXT)}")
