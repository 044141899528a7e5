"""The star programme over many unions: how the scores are spread, which chapters are weak, how far the goals are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zhijia.assessment.queries.scores import Scored
from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.assessments.sheet import Chapter


@dataclass(frozen=True)
class Weak:
    """One chapter: mean percent of the applicable points over all unions, and how many lie below a floor."""

    chapter: Chapter
    mean: Fraction
    below: int


@dataclass(frozen=True)
class Spread:
    """`stars`: how many unions would get which band today; `vetoed`: barred whatever their score."""

    number: int
    stars: Mapping[int, int]
    vetoed: int
    mean: Decimal
    chapters: Sequence[Weak]
    computed: Fraction


def spread_of(edition: Assessment, scored: Sequence[Scored]) -> Spread:
    """HOM-04, HOM-06 and HOM-08 of the unions given."""
    stars = {band.star: sum(one.verdict.star == band.star for one in scored) for band in edition.bands}
    stars[0] = len(scored) - sum(stars.values())
    totals = [one.sheet.total for one in scored]
    mean = (sum(totals, Decimal(0)) / len(totals)).quantize(Decimal("0.01")) if totals else Decimal(0)
    return Spread(
        number=len(scored),
        stars=stars,
        vetoed=sum(bool(one.verdict.vetoes) for one in scored),
        mean=mean,
        chapters=_weak(edition, scored),
        computed=_computed(edition),
    )


def _weak(edition: Assessment, scored: Sequence[Scored]) -> list[Weak]:
    floor = edition.bands[0].chapter if edition.bands else Decimal(0)
    found = []
    for at, chapter in enumerate(edition.chapters):
        lines = [one.sheet.chapters[at] for one in scored if one.sheet.chapters[at].most]
        shares = [line.share for line in lines]
        mean = sum(shares, Fraction(0)) / len(shares) if shares else Fraction(0)
        found.append(Weak(chapter, mean, sum(not line.reaches(floor) for line in lines)))
    return found


def _computed(edition: Assessment) -> Fraction:
    """Percent of the points that registers give."""
    parts = [part for row in edition.criteria for part in row.parts]
    others = sum((part.points for part in parts if part.survey or part.judged), Decimal(0))
    return Fraction(edition.total - others) * 100 / Fraction(edition.total)
