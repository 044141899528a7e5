"""Where issuer and date stand at the end of a paper (GB/T 9704-2012 7.3.5), the part most often wrong."""

from dataclasses import dataclass

from zhijia.papers.measures import ems
from zhijia.papers.paper import Paper

SEALED_RIGHT = 4.0
UNSEALED_RIGHT = 2.0
DATE_STEP = 2.0
MOST_SEALS_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Signature:
    """Distances from the right edge in characters, and the blank lines above."""

    issuer_right: float
    date_right: float
    blank_lines: int


def signature_of(issuer: str, dated: str, sealed: bool) -> Signature:
    """Sealed: date 4 from the right, issuer centred over it. Unsealed: issuer 2 from the right, the date's first
    character 2 to the right of the issuer's; a date longer than the name takes the edge and pushes the name left."""
    wide, long = ems(issuer), ems(dated)
    if sealed:
        date_right = max(SEALED_RIGHT, (wide - long) / 2)
        return Signature(date_right + (long - wide) / 2, date_right, 2)
    if long > wide:
        return Signature(UNSEALED_RIGHT + long + DATE_STEP - wide, UNSEALED_RIGHT, 1)
    return Signature(UNSEALED_RIGHT, wide - long, 1)


def issuer_rows(paper: Paper) -> tuple[str, ...]:
    """Names as printed; joint papers put at most three side by side so that seals do not touch."""
    names = (paper.issuer, *paper.co_issuers)
    width = MOST_SEALS_IN_A_ROW
    return tuple("　　".join(names[at : at + width]) for at in range(0, len(names), width))
