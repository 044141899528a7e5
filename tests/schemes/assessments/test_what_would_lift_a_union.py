"""The suggestion opens the band, and no smaller set of completable criteria does: tried on generated evidence."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.schemes.assessments.test_stars_are_scored_as_the_clerk_reads_them import TABLE, edition, judged, value
from zhijia.schemes.assessments.evidence import Record, Seen
from zhijia.schemes.assessments.lift import Lift, gain_of, lift_to
from zhijia.schemes.assessments.scoring import Sheet, rounded, sheet_of
from zhijia.schemes.assessments.verdict import verdict_of

BASE = {key: value(one) for key, one in TABLE["base"].items()}
ASKED = {key: value(one) for key, one in TABLE["asked"].items()}
JUDGED = {key: Fraction(edition().rubric[level].share) / 100 for key, level in TABLE["judged"].items()}
BLANK = {key: one._replace(top=0) for key, one in BASE.items()}
RECORD = Record(3, {2: 24, 3: 24}, rated=True)


class Trial:
    """A sheet in hundredths of a point, so that every set there is can be tried quickly."""

    def __init__(self, sheet: Sheet, star: int) -> None:
        """`star`: the band that is to open."""
        band = next(one for one in edition().bands if one.star == star)
        self.gains = {line.criterion.key: int(gain_of(line) * 100) for line in sheet.lines}
        self.raw, self.most, self.least = int(sheet.raw * 100), int(sheet.most * 100), band.least
        self.chapters = [
            ([line.criterion.key for line in one.lines], int(one.points * 100), Fraction(band.chapter * one.most))
            for one in sheet.chapters
        ]

    def opens(self, keys: tuple[str, ...]) -> bool:
        """Score and chapters with these criteria complete."""
        raw = self.raw + sum(self.gains[key] for key in keys)
        if rounded(Fraction(raw * 100, self.most)) < self.least:
            return False
        inside = set(keys)
        return all(
            points + sum(self.gains[key] for key in here if key in inside) >= goal
            for here, points, goal in self.chapters
        )


def lifted(figures: dict[str, object], star: int) -> tuple[Sheet, Lift]:
    """Sheet and suggestion for some evidence."""
    seen = Seen(figures, ASKED, JUDGED)  # type: ignore[arg-type]
    sheet = sheet_of(edition(), "E", seen)
    return sheet, lift_to(sheet, verdict_of(sheet, seen, RECORD), star)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(sorted(BASE)), max_size=12), st.sampled_from([2, 3, 4]))
def test_the_set_opens_the_band_and_no_smaller_one_does(lost: set[str], star: int) -> None:
    """Against every smaller set there is, gates kept."""
    sheet, lift = lifted({**BASE, **{key: BLANK[key] for key in lost}}, star)
    chosen = tuple(line.criterion.key for line in lift.needed)
    if not lift.possible:
        return
    trial = Trial(sheet, star)
    assert trial.opens(chosen)
    forced = {key for key in chosen if _reads_a_shut_gate(sheet, key, lost, star)}
    free = [line.criterion.key for line in sheet.lines if gain_of(line) > 0 and line.criterion.key not in forced]
    smaller = len(chosen) - len(forced) - 1
    if smaller >= 0:
        assert not any(trial.opens((*forced, *others)) for others in combinations(free, smaller))


def _reads_a_shut_gate(sheet: Sheet, key: str, lost: set[str], star: int) -> bool:
    figures = {gate.figure for band in edition().bands if band.star <= star for gate in band.gates} & lost
    return any(part.part.figure in figures for part in sheet.line(key).parts)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(sorted(BASE)), max_size=10))
def test_doing_what_is_suggested_gives_the_stars(lost: set[str]) -> None:
    """The evidence of the suggested criteria restored, and the gates beside the sheet: four stars."""
    evidence = {**BASE, **{key: BLANK[key] for key in lost}}
    sheet, lift = lifted(evidence, 4)
    if not lift.possible:
        return
    keys = {line.criterion.key for line in lift.needed}
    read = {part.part.figure for key in keys for part in sheet.line(key).parts} | {block.of for block in lift.also}
    mended = {**evidence, **{key: BASE[key] for key in read if key in BASE}}
    seen = Seen(mended, ASKED, JUDGED)
    assert verdict_of(sheet_of(edition(), "E", seen), seen, RECORD).star == 4


def test_the_handbook_union_and_three_stars() -> None:
    """83.28 points and a first rating: two criteria of one point each, in the order of the sheet."""
    case = TABLE["cases"][0]
    sheet, verdict = judged(case)
    lift = lift_to(sheet, verdict, 3)
    assert [line.criterion.key for line in lift.needed] == ["A4", "A5"]
    assert (lift.total, lift.possible) == (Decimal("85.30"), True)


def test_nobody_is_told_to_ask_for_better_answers() -> None:
    """A survey below its gate is no work that could be completed."""
    seen = Seen(BASE, {"home": value("81/100"), "contracts": value("92/100")}, JUDGED)
    sheet = sheet_of(edition(), "E", seen)
    lift = lift_to(sheet, verdict_of(sheet, seen, Record()), 3)
    assert not lift.possible and "会员评家满意率85%以上" in str(lift.beyond[0].because)
